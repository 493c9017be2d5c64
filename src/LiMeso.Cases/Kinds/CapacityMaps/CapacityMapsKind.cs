using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.CapacityMaps;

/// <summary>What foils of some thicknesses yield before the lithium at the electrolyte runs out, over grain size and current.</summary>
public sealed class CapacityMapsKind : ICaseKind
{
    /// <inheritdoc/>
    public SectionSchema Schema => SectionDescriber.Describe(CapacityMapsSettings.Read);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Template => new Dictionary<string, string> { ["title"] = "Capacity of lithium foils against grain size and current" };

    /// <inheritdoc/>
    public ICase Prepare(CaseDirectory directory)
    {
        CapacityMapsSettings settings = NodeSectionReader.Read(directory.Root, "", CapacityMapsSettings.Read);
        Material material = Material.Load(settings.Material, new CasePaths(directory.Path, settings.Header.OutsidePaths));
        TransportProperties properties = material.At(settings.Temperature, settings.TemperatureLocation);
        material.RequireApplicable(properties, settings.GrainSizes.Values[0], settings.GrainSizes.Location);
        foreach (OperatingPoint mark in settings.Marks) material.RequireApplicable(properties, mark.GrainSize, mark.GrainSizeLocation);
        return new CapacityMapsCase(settings, material, properties);
    }
}
