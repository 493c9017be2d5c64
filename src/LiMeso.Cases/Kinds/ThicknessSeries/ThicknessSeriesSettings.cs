using LiMeso.Cases.Files;
using LiMeso.Cases.Numerics;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.ThicknessSeries;

/// <summary>The input of a <c>thickness-series</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Temperature">K.</param>
/// <param name="TemperatureLocation">Where it is written.</param>
/// <param name="Material">Diffusivities, grain size.</param>
/// <param name="Concentration">C0.</param>
/// <param name="CurrentDensity">A/m².</param>
/// <param name="Thicknesses">Foil thicknesses, m, increasing.</param>
/// <param name="Numerics">How to solve.</param>
internal sealed record ThicknessSeriesSettings(
    CaseHeader Header, double Temperature, SourceLocation TemperatureLocation, FoilMaterialSettings Material, ConcentrationSettings Concentration,
    double CurrentDensity, IReadOnlyList<double> Thicknesses, NumericsSettings Numerics) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "thickness-series";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static ThicknessSeriesSettings Read(SectionReader s)
    {
        var settings = new ThicknessSeriesSettings(
            CaseHeader.Read(s, Kind),
            s.Quantity("temperature", QuantityKind.Temperature, "Temperature of the cell.", "300 K"),
            s.LocationOf("temperature"),
            s.Section("material", "What the foils are made of.", FoilMaterialSettings.Read),
            s.SectionOrDefaults(ConcentrationSettings.Key, ConcentrationSettings.Description, ConcentrationSettings.Read),
            s.Quantity("current-density", QuantityKind.CurrentDensity, "Stripping current density."),
            s.Quantities("thicknesses", QuantityKind.Length, "Foil thicknesses.", example: "[10 um, 20 um, 40 um, 80 um]", limits: FoilLimits.Thickness),
            s.SectionOrDefaults("numerics", "How the finite-volume solution is found.", NumericsSettings.Read));
        s.Check(settings.Thicknesses.Zip(settings.Thicknesses.Skip(1), (a, b) => a < b).All(up => up), "thicknesses", "thicknesses must increase");
        return settings;
    }
}
