using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.DiffusionLength;

/// <summary>The input of a <c>diffusion-length</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Temperature">K.</param>
/// <param name="TemperatureLocation">Where it is written.</param>
/// <param name="Material">Data set and model.</param>
/// <param name="GrainSizes">Horizontal axis, m.</param>
/// <param name="Times">Vertical axis, s.</param>
/// <param name="Marks">Rests that are looked at by themselves.</param>
/// <param name="Foils">Foil thicknesses that the lengths are compared with, m.</param>
internal sealed record DiffusionLengthSettings(
    CaseHeader Header, double Temperature, SourceLocation TemperatureLocation, MaterialSettings Material,
    Grid GrainSizes, Grid Times, IReadOnlyList<Rest> Marks, IReadOnlyList<double> Foils) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "diffusion-length";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static DiffusionLengthSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        double temperature = s.Quantity("temperature", QuantityKind.Temperature, "Temperature.", "300 K");
        MaterialSettings material = s.SectionOrDefaults("material", "What the foil is made of.", MaterialSettings.Read);
        Grid grains = Grid.Read(s, "grain-sizes", QuantityKind.Length, "Grain sizes, the horizontal axis.", "{from: 10 nm, to: 1 mm, count: 121, spacing: log}");
        Grid times = Grid.Read(s, "times", QuantityKind.Time, "Diffusion times, the vertical axis.", "{from: 0.01 h, to: 100 h, count: 121, spacing: log}");
        IReadOnlyList<Rest> marks = s.Sections("marks", "Rests that are looked at by themselves.", m => new Rest(
            m.Text("label", "A few words.", example: "30 min rest"),
            m.Quantity("grain-size", QuantityKind.Length, "Grain size.", example: "150 um"),
            m.LocationOf("grain-size"),
            m.Quantity("time", QuantityKind.Time, "Diffusion time.", example: "30 min")), required: false);
        s.Check(marks.DistinctBy(m => m.Key).Count() == marks.Count, "marks", "two marks have the same label");
        IReadOnlyList<double> foils = s.OptionalQuantities("foils", QuantityKind.Length, "Foil thicknesses that the lengths are compared with.", "[5 um, 15 um, 25 um]");
        return new DiffusionLengthSettings(header, temperature, s.LocationOf("temperature"), material, grains, times, marks, [.. foils.Distinct().Order()]);
    }
}
