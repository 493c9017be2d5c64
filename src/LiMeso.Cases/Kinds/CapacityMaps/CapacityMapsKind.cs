using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.CapacityMaps;

/// <summary>What foils of some thicknesses yield before the lithium at the electrolyte runs out, over grain size and current.</summary>
internal sealed class CapacityMapsKind() : CaseKind<CapacityMapsSettings>(CapacityMapsSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string> { ["title"] = "Capacity of lithium foils against grain size and current" };

    /// <inheritdoc/>
    protected override ICase Prepare(CapacityMapsSettings settings, CaseDirectory directory, CasePaths paths)
    {
        Material material = Material.Load(settings.Material, paths);
        TransportProperties properties = material.At(settings.Temperature, settings.TemperatureLocation);
        material.RequireApplicable(properties, settings.GrainSizes.Values[0], settings.GrainSizes.Location);
        foreach (OperatingPoint mark in settings.Marks) material.RequireApplicable(properties, mark.GrainSize, mark.GrainSizeLocation);
        return new CapacityMapsCase(settings, material, properties);
    }
}
