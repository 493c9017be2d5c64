using LiMeso.Cases.Files;
using LiMeso.Cases.Numerics;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.Depletion;

/// <summary>The input of a <c>depletion</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Temperature">K.</param>
/// <param name="TemperatureLocation">Where it is written.</param>
/// <param name="Material">Diffusivities, grain size.</param>
/// <param name="Concentration">C0.</param>
/// <param name="ComparedLattices">Lattice constants whose C0 is shown beside, m.</param>
/// <param name="Thickness">Foil thickness, m.</param>
/// <param name="Current">The current.</param>
/// <param name="Monitors">What is recorded besides.</param>
/// <param name="Numerics">How to solve.</param>
/// <param name="Output">What to write.</param>
internal sealed record DepletionSettings(
    CaseHeader Header, double Temperature, SourceLocation TemperatureLocation, FoilMaterialSettings Material, ConcentrationSettings Concentration,
    IReadOnlyList<double> ComparedLattices, double Thickness, CurrentSettings Current, IReadOnlyList<MonitorSettings> Monitors, NumericsSettings Numerics, OutputSettings Output) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "depletion";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static DepletionSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        double temperature = s.Quantity("temperature", QuantityKind.Temperature, "Temperature of the cell.", "300 K");
        FoilMaterialSettings material = s.Section("material", "What the foil is made of.", FoilMaterialSettings.Read);
        IReadOnlyList<double> compared = [];
        ConcentrationSettings concentration = s.SectionOrDefaults(ConcentrationSettings.Key, ConcentrationSettings.Description, c =>
        {
            compared = c.Quantities("compare-with", QuantityKind.Length, "Lattice constants whose concentration is shown beside: the same crystal at 300 K.", "[3.5496 A]");
            return ConcentrationSettings.Read(c);
        });
        double thickness = s.Section("foil", "The lithium foil.", f => f.Quantity("thickness", QuantityKind.Length, "Thickness.", limits: FoilLimits.Thickness));
        CurrentSettings current = s.Section("current", "What is drawn from it.", CurrentSettings.Read);
        IReadOnlyList<MonitorSettings> monitors = MonitorSettings.ReadAll(s);
        NumericsSettings numerics = s.SectionOrDefaults("numerics", "How the finite-volume solution is found.", NumericsSettings.Read);
        OutputSettings output = s.SectionOrDefaults("output", "What is written.", OutputSettings.Read);
        s.Check(output.Probes.All(p => p <= thickness), "output", "a probe lies outside the foil", $"Probes lie between 0 and {QuantityKind.Length.Format(thickness, "um")}.");
        return new DepletionSettings(header, temperature, s.LocationOf("temperature"), material, concentration, compared, thickness, current, monitors, numerics, output);
    }
}
