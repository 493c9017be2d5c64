using LiMeso.Core.Registries;
using LiMeso.Core.Units;
using LiMeso.Depletion.Design;
using static LiMeso.Cases.Kinds.PublishedValues.Quantities.ClaimArguments;

namespace LiMeso.Cases.Kinds.PublishedValues.Quantities;

/// <summary>The quantities that a claim may name.</summary>
internal static class PublishedQuantities
{
    private static readonly string[] _none = [], _material = [TemperatureKey, BoundariesKey], _polycrystal = [TemperatureKey, BoundariesKey, ModelKey];

    /// <summary>All of them; a new one is one line here.</summary>
    public static readonly Registry<PublishedQuantity> All = new("published quantity")
    {
        { "bulk-diffusivity", "diffusivity in the grains", new(QuantityKind.Diffusivity, _none, [TemperatureKey], (c, a) => c.Properties(a).Bulk.Value) },
        { "boundary-diffusivity", "diffusivity in the boundaries", new(QuantityKind.Diffusivity, _none, _material, (c, a) => c.Properties(a).Boundary.Value) },
        { "boundary-width", "width of the boundaries", new(QuantityKind.Length, _none, _material, (c, a) => c.Properties(a).Width.Value) },
        { "boundary-over-bulk", "boundary over grain diffusivity",
            new(QuantityKind.Number, _none, _material, (c, a) => c.Properties(a).Boundary.Value / c.Properties(a).Bulk.Value) },
        { "boundary-over-boundary", "diffusivity of some boundaries over that of others", new(QuantityKind.Number, [BoundariesKey, OtherBoundariesKey], [TemperatureKey],
            (c, a) => c.Properties(a).Boundary.Value / c.Properties(a, a.OtherBoundaries).Boundary.Value) },
        { "triple-junction-factor", "triple-junction over boundary diffusivity", new(QuantityKind.Number, _none, _none, (c, _) => c.Data.TripleJunctionFactor.Value) },
        { "bulk-activation-energy", "slope of an Arrhenius line through the grain diffusivities",
            new(QuantityKind.Energy, [TemperaturesKey], _none, (c, a) => c.ActivationEnergy(a, p => p.Bulk)) },
        { "boundary-activation-energy", "slope of an Arrhenius line through the boundary diffusivities",
            new(QuantityKind.Energy, [TemperaturesKey], [BoundariesKey], (c, a) => c.ActivationEnergy(a, p => p.Boundary)) },
        { "effective-diffusivity", "diffusivity of the polycrystal", new(QuantityKind.Diffusivity, [GrainSizeKey], _polycrystal, (c, a) => c.Diffusivity(a, a.GrainSize)) },
        { "effective-diffusivity-ratio", "diffusivity of one grain size over that of another", new(QuantityKind.Number, [GrainSizeKey, OtherGrainSizeKey], _polycrystal,
            (c, a) => c.Diffusivity(a, a.GrainSize) / c.Diffusivity(a, a.OtherGrainSize)) },
        { "model-ratio", "diffusivity by one model over that by another", new(QuantityKind.Number, [GrainSizeKey, ModelKey, OtherModelKey], _material,
            (c, a) => c.Diffusivity(a, a.GrainSize) / c.Diffusivity(a, a.GrainSize, a.OtherModel)) },
        { "model-spread", "largest over smallest diffusivity of some models", new(QuantityKind.Number, [GrainSizeKey, ModelsKey], _material,
            (c, a) => a.Models.Max(m => c.Diffusivity(a, a.GrainSize, m)) / a.Models.Min(m => c.Diffusivity(a, a.GrainSize, m))) },
        { "diffusion-length", "diffusion length in a time",
            new(QuantityKind.Length, [GrainSizeKey, TimeKey], _polycrystal, (c, a) => c.Over(Length(c, a), a, a.GrainSize, a.Time)) },
        { "diffusion-length-share", "diffusion length over the thickness of a foil", new(QuantityKind.Number, [GrainSizeKey, TimeKey, ThicknessKey], _polycrystal,
            (c, a) => c.Over(Length(c, a) / a.Thickness!.Value, a, a.GrainSize, a.Time)) },
        { "depletion-time", "time until the lithium at the electrolyte runs out", new(QuantityKind.Time, [GrainSizeKey, CurrentDensityKey], [ThicknessKey, .. _polycrystal],
            (c, a) => c.Over(c.DepletionTime(a, a.Thickness), a, a.GrainSize, c.DepletionTime(a, a.Thickness))) },
        { "depletion-time-ratio", "depletion time of one thickness over that of another",
            new(QuantityKind.Number, [GrainSizeKey, CurrentDensityKey, ThicknessKey, OtherThicknessKey], _polycrystal,
            (c, a) => c.Over(c.DepletionTime(a, a.Thickness) / c.DepletionTime(a, a.OtherThickness), a, a.GrainSize, c.DepletionTime(a, a.Thickness))) },
        { "deliverable-capacity", "charge drawn until depletion", new(QuantityKind.ArealCapacity, [GrainSizeKey, CurrentDensityKey], [ThicknessKey, .. _polycrystal],
            (c, a) => c.Over(a.CurrentDensity * c.DepletionTime(a, a.Thickness), a, a.GrainSize, c.DepletionTime(a, a.Thickness))) },
        { "thinnest-foil", "thickness of the foil that just holds a capacity",
            new(QuantityKind.Length, [CapacityKey], _none, (c, a) => DesignLimits.ThinnestFoilAtFullUse(a.Capacity, c.Concentration)) },
        { "largest-grain-size", "largest grain size with which a foil delivers a capacity at a current",
            new(QuantityKind.Length, [CurrentDensityKey, CapacityKey], [ThicknessKey, .. _material],
            (c, a) => c.LargestGrainSize(a) is var d && double.IsFinite(d) ? c.Over(d, a, d, a.Capacity / a.CurrentDensity) : d) },
        { "grain-size-over-largest", "a grain size over the largest that a target allows",
            new(QuantityKind.Number, [GrainSizeKey, CurrentDensityKey, CapacityKey], [ThicknessKey, .. _material],
            (c, a) => a.GrainSize / c.LargestGrainSize(a)) },
    };

    private static double Length(QuantityContext c, ClaimArguments a) => Math.Sqrt(c.Diffusivity(a, a.GrainSize) * a.Time);
}
