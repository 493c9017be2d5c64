using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.DiffusionLength;

/// <summary>How far lithium diffuses in a polycrystal, √(D t), over grain size and time.</summary>
internal sealed class DiffusionLengthKind() : CaseKind<DiffusionLengthSettings>(DiffusionLengthSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["title"] = "How far lithium diffuses while a cell rests",
        ["marks.label"] = "30 min rest",
        ["foils"] = "[5 um, 15 um, 25 um]",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(DiffusionLengthSettings settings, CaseDirectory directory, CasePaths paths)
    {
        Material material = Material.Load(settings.Material, paths);
        TransportProperties properties = material.At(settings.Temperature, settings.TemperatureLocation);
        material.RequireApplicable(properties, settings.GrainSizes.Values[0], settings.GrainSizes.Location);
        foreach (Rest mark in settings.Marks) material.RequireApplicable(properties, mark.GrainSize, mark.GrainSizeLocation);
        return new DiffusionLengthCase(settings, material, properties);
    }
}
