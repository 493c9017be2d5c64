using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Settings;

/// <summary>What one foil is made of: polycrystalline lithium of a grain size, or a stated diffusivity.</summary>
/// <param name="Polycrystal">Data set and model.</param>
/// <param name="GrainSize">m; null when the diffusivity is stated.</param>
/// <param name="GrainSizeLocation">Where it is written.</param>
/// <param name="Diffusivity">Stated diffusivity, m²/s; null when it follows from the polycrystal.</param>
public sealed record FoilMaterialSettings(MaterialSettings Polycrystal, double? GrainSize, SourceLocation GrainSizeLocation, double? Diffusivity)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static FoilMaterialSettings Read(SectionReader section)
    {
        double? grainSize = section.OptionalQuantity("grain-size", QuantityKind.Length, "Grain size; needed unless the diffusivity is stated.", "150 um");
        double? diffusivity = section.OptionalQuantity("diffusivity", QuantityKind.Diffusivity, "The foil's diffusivity itself, in place of data set, model and grain size.");
        section.Check(grainSize is not null || diffusivity is not null, "grain-size", "key 'grain-size' is missing", "Write for example 'grain-size: 150 um', or state the 'diffusivity' itself.");
        section.Check(grainSize is null || diffusivity is null, "diffusivity", "a stated diffusivity leaves no use for a grain size", "Remove one of 'diffusivity' and 'grain-size'.");
        if (diffusivity is not null) section.RefuseUnused(MaterialSettings.Keys, "a stated diffusivity");
        return new FoilMaterialSettings(MaterialSettings.Read(section), grainSize, section.LocationOf("grain-size"), diffusivity);
    }
}
