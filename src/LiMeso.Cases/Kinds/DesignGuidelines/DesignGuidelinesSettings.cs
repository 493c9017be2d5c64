using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.DesignGuidelines;

/// <summary>The input of a <c>design-guidelines</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Temperature">K.</param>
/// <param name="TemperatureLocation">Where it is written.</param>
/// <param name="Material">Data set and model.</param>
/// <param name="Concentration">C0.</param>
/// <param name="Targets">The targets.</param>
/// <param name="Thicknesses">Horizontal axis, m.</param>
/// <param name="GrainSizes">Vertical axis, m.</param>
/// <param name="Utilisations">Utilisations that may be asked for besides, between 0 and 1.</param>
/// <param name="ThickestFoils">Ends of the thickness axis at which the largest grain size is looked up, m.</param>
internal sealed record DesignGuidelinesSettings(
    CaseHeader Header, double Temperature, SourceLocation TemperatureLocation, MaterialSettings Material, ConcentrationSettings Concentration,
    IReadOnlyList<DesignTarget> Targets, Grid Thicknesses, Grid GrainSizes, IReadOnlyList<double> Utilisations, IReadOnlyList<double> ThickestFoils) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "design-guidelines";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static DesignGuidelinesSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        double temperature = s.Quantity("temperature", QuantityKind.Temperature, "Temperature of the cell.", "300 K");
        MaterialSettings material = s.SectionOrDefaults("material", "What the foils are made of.", MaterialSettings.Read);
        ConcentrationSettings concentration = s.SectionOrDefaults(ConcentrationSettings.Key, ConcentrationSettings.Description, ConcentrationSettings.Read);
        IReadOnlyList<DesignTarget> targets = s.Sections("targets", "What a cell is to deliver.", DesignTarget.Read);
        s.Check(targets.Count > 0, "targets", "there are no targets");
        s.Check(targets.DistinctBy(t => t.Key).Count() == targets.Count, "targets", "two targets have the same name");
        Grid thicknesses = Grid.Read(s, "thicknesses", QuantityKind.Length, "Foil thicknesses, the horizontal axis.", "{from: 10 um, to: 60 um, count: 201}");
        Grid grains = Grid.Read(s, "grain-sizes", QuantityKind.Length, "Grain sizes, the vertical axis.", "{from: 50 nm, to: 3 um, count: 201, spacing: log}");
        IReadOnlyList<double> utilisations = s.Quantities("utilisations", QuantityKind.Number,
            "Shares of the foil's lithium that may be asked for besides the capacity.", "[80 %, 90 %]", limits: Limits.Between(0.01, 0.999));
        IReadOnlyList<double> thickest = s.OptionalQuantities("thickest-foils", QuantityKind.Length,
            "Ends of the thickness axis at which the largest grain size is looked up.", "[40 um, 60 um]");
        return new DesignGuidelinesSettings(header, temperature, s.LocationOf("temperature"), material, concentration, targets, thicknesses, grains, utilisations, thickest);
    }
}
