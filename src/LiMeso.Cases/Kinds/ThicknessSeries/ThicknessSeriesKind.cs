using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;

namespace LiMeso.Cases.Kinds.ThicknessSeries;

/// <summary>Foils of several thicknesses stripped at the same current: up to which thickness more lithium gives more capacity.</summary>
internal sealed class ThicknessSeriesKind() : CaseKind<ThicknessSeriesSettings>(ThicknessSeriesSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string> { ["material.grain-size"] = "1 um", ["current-density"] = "1 mA/cm^2" };

    /// <inheritdoc/>
    protected override ICase Prepare(ThicknessSeriesSettings settings, CaseDirectory directory, CasePaths paths) =>
        new ThicknessSeriesCase(settings, FoilMaterial.Resolve(settings.Material, settings.Temperature, settings.TemperatureLocation, paths));
}
