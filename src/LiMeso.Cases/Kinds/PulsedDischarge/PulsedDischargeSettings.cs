using LiMeso.Cases.Files;
using LiMeso.Cases.Numerics;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.PulsedDischarge;

/// <summary>The input of a <c>pulsed-discharge</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Temperature">K.</param>
/// <param name="TemperatureLocation">Where it is written.</param>
/// <param name="Material">Diffusivities, grain size.</param>
/// <param name="Concentration">C0.</param>
/// <param name="Thickness">Foil thickness, m.</param>
/// <param name="Protocols">What is compared; the first is the reference.</param>
/// <param name="Numerics">How to solve.</param>
internal sealed record PulsedDischargeSettings(
    CaseHeader Header, double Temperature, SourceLocation TemperatureLocation, FoilMaterialSettings Material, ConcentrationSettings Concentration,
    double Thickness, IReadOnlyList<Protocol> Protocols, NumericsSettings Numerics) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "pulsed-discharge";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static PulsedDischargeSettings Read(SectionReader s)
    {
        var settings = new PulsedDischargeSettings(
            CaseHeader.Read(s, Kind),
            s.Quantity("temperature", QuantityKind.Temperature, "Temperature of the cell.", "300 K"),
            s.LocationOf("temperature"),
            s.Section("material", "What the foil is made of.", FoilMaterialSettings.Read),
            s.SectionOrDefaults(ConcentrationSettings.Key, ConcentrationSettings.Description, ConcentrationSettings.Read),
            s.Section("foil", "The lithium foil.", f => f.Quantity("thickness", QuantityKind.Length, "Thickness.", limits: FoilLimits.Thickness)),
            s.Sections("protocols", "Protocols to compare; the first is the reference.", Protocol.Read),
            s.SectionOrDefaults("numerics", "How the finite-volume solution is found.", NumericsSettings.Read));
        s.Check(settings.Protocols.DistinctBy(p => p.Name).Count() == settings.Protocols.Count, "protocols", "two protocols have the same name");
        s.Check(settings.Protocols.All(p => p.Segments.Any(g => g.CurrentDensity > 0)), "protocols", "a protocol never strips lithium");
        return settings;
    }
}
