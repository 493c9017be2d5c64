using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.CapacityMaps;

/// <summary>The input of a <c>capacity-maps</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Temperature">K.</param>
/// <param name="TemperatureLocation">Where it is written.</param>
/// <param name="Material">Data set and model.</param>
/// <param name="Concentration">C0.</param>
/// <param name="Thicknesses">One map each, m.</param>
/// <param name="CurrentDensities">Vertical axis, A/m².</param>
/// <param name="GrainSizes">Horizontal axis, m.</param>
/// <param name="UtilisationLine">The utilisation whose contour is emphasised, between 0 and 1.</param>
/// <param name="Marks">Places looked at by themselves.</param>
internal sealed record CapacityMapsSettings(
    CaseHeader Header, double Temperature, SourceLocation TemperatureLocation, MaterialSettings Material, ConcentrationSettings Concentration,
    IReadOnlyList<double> Thicknesses, Grid CurrentDensities, Grid GrainSizes, double UtilisationLine, IReadOnlyList<OperatingPoint> Marks) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "capacity-maps";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static CapacityMapsSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        double temperature = s.Quantity("temperature", QuantityKind.Temperature, "Temperature of the cell.", "300 K");
        MaterialSettings material = s.SectionOrDefaults("material", "What the foils are made of.", MaterialSettings.Read);
        ConcentrationSettings concentration = s.SectionOrDefaults(ConcentrationSettings.Key, ConcentrationSettings.Description, ConcentrationSettings.Read);
        IReadOnlyList<double> thicknesses = s.Quantities("thicknesses", QuantityKind.Length, "Foil thicknesses, one map each.", example: "[10 um, 20 um, 40 um]");
        s.Check(thicknesses.Distinct().Count() == thicknesses.Count, "thicknesses", "a thickness is given twice");
        Grid currents = Grid.Read(s, "current-densities", QuantityKind.CurrentDensity, "Stripping current densities, the vertical axis.",
            "{from: 0.01 mA/cm^2, to: 10 mA/cm^2, count: 200, spacing: log}");
        Grid grains = Grid.Read(s, "grain-sizes", QuantityKind.Length, "Grain sizes, the horizontal axis.", "{from: 10 nm, to: 1 mm, count: 200, spacing: log}");
        double line = s.Quantity("utilisation-line", QuantityKind.Number, "Share of the foil's lithium whose contour is emphasised.", "90 %", limits: Limits.Between(0.01, 0.999));
        IReadOnlyList<OperatingPoint> marks = s.Sections("marks", "Places on the maps that are looked at by themselves.", m => new OperatingPoint(
            m.Text("label", "A few words.", example: "purchased foil"),
            m.Quantity("grain-size", QuantityKind.Length, "Grain size.", example: "150 um"),
            m.LocationOf("grain-size"),
            m.Quantity("current-density", QuantityKind.CurrentDensity, "Stripping current density.")), required: false);
        s.Check(marks.DistinctBy(m => m.Key).Count() == marks.Count, "marks", "two marks have the same label");
        return new CapacityMapsSettings(header, temperature, s.LocationOf("temperature"), material, concentration, thicknesses, currents, grains, line, marks);
    }
}
