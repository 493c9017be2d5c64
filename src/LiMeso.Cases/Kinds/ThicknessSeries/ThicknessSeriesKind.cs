using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.ThicknessSeries;

/// <summary>Foils of several thicknesses stripped at the same current: up to which thickness more lithium gives more capacity.</summary>
public sealed class ThicknessSeriesKind : ICaseKind
{
    /// <inheritdoc/>
    public SectionSchema Schema => SectionDescriber.Describe(ThicknessSeriesSettings.Read);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Template => new Dictionary<string, string> { ["material.grain-size"] = "1 um", ["current-density"] = "1 mA/cm^2" };

    /// <inheritdoc/>
    public ICase Prepare(CaseDirectory directory)
    {
        ThicknessSeriesSettings settings = NodeSectionReader.Read(directory.Root, "", ThicknessSeriesSettings.Read);
        var paths = new CasePaths(directory.Path, settings.Header.OutsidePaths);
        return new ThicknessSeriesCase(settings, FoilMaterial.Resolve(settings.Material, settings.Temperature, settings.TemperatureLocation, paths));
    }
}
