using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Depletion.Design;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.DesignGuidelines;

/// <summary>
/// The foils that meet one target: L > Q/(F C0), and grains fine enough that the lithium at the electrolyte lasts until Q is drawn. Where a share u of the foil's
/// lithium is asked for besides, the charge to be drawn is the larger of Q and u F C0 L.
/// </summary>
/// <param name="target">Current density and capacity.</param>
/// <param name="concentration">C0, mol/m³.</param>
/// <param name="material">Polycrystal model.</param>
/// <param name="properties">Its diffusivities.</param>
internal sealed class TargetRegion(StrippingTarget target, double concentration, Material material, TransportProperties properties)
{
    private readonly double _charge = PhysicalConstants.Faraday * concentration;

    /// <summary>The thinnest foil, m: it holds the charge asked for and no more. With it no finite diffusivity suffices.</summary>
    public double ThinnestFoil => DesignLimits.ThinnestFoilAtFullUse(target.Capacity, concentration);

    /// <summary>The diffusivity that a foil of unlimited thickness needs, m²/s. No foil needs less.</summary>
    public double LeastDiffusivity => DesignLimits.RequiredDiffusivityOfThickFoil(target, concentration);

    /// <summary>Grain size of that diffusivity, m: no foil meets the target with larger grains. Infinite when any will do, NaN when none does.</summary>
    public double LargestGrainSize => material.LargestGrainSize(properties, LeastDiffusivity);

    /// <summary>The diffusivity that a foil needs, m²/s; NaN when it holds too little lithium.</summary>
    /// <param name="thickness">m.</param>
    /// <param name="utilisation">Share of the lithium asked for besides, 0 for none.</param>
    public double RequiredDiffusivity(double thickness, double utilisation = 0)
    {
        double capacity = Math.Max(target.Capacity, utilisation * _charge * thickness);
        return DesignLimits.RequiredDiffusivity(new StrippingTarget(target.CurrentDensity, capacity), thickness, concentration).ValueOrNaN;
    }

    /// <summary>The largest grain size with which a foil meets the target, m; NaN when none does.</summary>
    /// <param name="thickness">m.</param>
    /// <param name="utilisation">Share of the lithium asked for besides, 0 for none.</param>
    public double GrainSize(double thickness, double utilisation = 0) =>
        RequiredDiffusivity(thickness, utilisation) is var needed && double.IsNaN(needed) ? double.NaN : material.LargestGrainSize(properties, needed);

    /// <summary>
    /// The foil with the largest grains when a share of its lithium is asked for: u F C0 L = Q. A thinner one must be used more, a thicker one must yield more.
    /// </summary>
    /// <param name="utilisation">The share.</param>
    public double ThicknessAtUtilisation(double utilisation) => ThinnestFoil / utilisation;

    /// <summary>The thinnest foil with which a grain size meets the target, m; NaN when no thickness does.</summary>
    /// <param name="grainSize">m.</param>
    public double ThinnestFoilOf(double grainSize) =>
        DesignLimits.ThinnestFoil(target, material.Evaluate(properties, grainSize).Diffusivity, concentration).ValueOrNaN;
}
