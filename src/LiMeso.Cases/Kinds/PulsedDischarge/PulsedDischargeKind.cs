using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.PulsedDischarge;

/// <summary>Protocols of pulses, rests and plating on one foil, compared: what rests buy in charge and cost in time.</summary>
public sealed class PulsedDischargeKind : ICaseKind
{
    /// <inheritdoc/>
    public SectionSchema Schema => SectionDescriber.Describe(PulsedDischargeSettings.Read);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["material.grain-size"] = "1 um",
        ["foil.thickness"] = "25 um",
        ["protocols.segments.current-density"] = "1 mA/cm^2",
        ["protocols.repeat"] = "10",
        ["protocols.segments.duration"] = "30 min",
    };

    /// <inheritdoc/>
    public ICase Prepare(CaseDirectory directory)
    {
        PulsedDischargeSettings settings = NodeSectionReader.Read(directory.Root, "", PulsedDischargeSettings.Read);
        var paths = new CasePaths(directory.Path, settings.Header.OutsidePaths);
        return new PulsedDischargeCase(settings, FoilMaterial.Resolve(settings.Material, settings.Temperature, settings.TemperatureLocation, paths));
    }
}
