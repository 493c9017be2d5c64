using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;

namespace LiMeso.Cases.Kinds.PulsedDischarge;

/// <summary>Protocols of pulses, rests and plating on one foil, compared: what rests buy in charge and cost in time.</summary>
internal sealed class PulsedDischargeKind() : CaseKind<PulsedDischargeSettings>(PulsedDischargeSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["material.grain-size"] = "1 um",
        ["foil.thickness"] = "25 um",
        ["protocols.segments.current-density"] = "1 mA/cm^2",
        ["protocols.repeat"] = "10",
        ["protocols.segments.duration"] = "30 min",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(PulsedDischargeSettings settings, CaseDirectory directory, CasePaths paths) =>
        new PulsedDischargeCase(settings, FoilMaterial.Resolve(settings.Material, settings.Temperature, settings.TemperatureLocation, paths));
}
