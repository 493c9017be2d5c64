using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.DiffusionLength;

/// <summary>How far lithium diffuses in a polycrystal, √(D t), over grain size and time.</summary>
public sealed class DiffusionLengthKind : ICaseKind
{
    /// <inheritdoc/>
    public SectionSchema Schema => SectionDescriber.Describe(DiffusionLengthSettings.Read);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["title"] = "How far lithium diffuses while a cell rests",
        ["marks.label"] = "30 min rest",
        ["foils"] = "[5 um, 15 um, 25 um]",
    };

    /// <inheritdoc/>
    public ICase Prepare(CaseDirectory directory)
    {
        DiffusionLengthSettings settings = NodeSectionReader.Read(directory.Root, "", DiffusionLengthSettings.Read);
        Material material = Material.Load(settings.Material, new CasePaths(directory.Path, settings.Header.OutsidePaths));
        TransportProperties properties = material.At(settings.Temperature, settings.TemperatureLocation);
        material.RequireApplicable(properties, settings.GrainSizes.Values[0], settings.GrainSizes.Location);
        foreach (Rest mark in settings.Marks) material.RequireApplicable(properties, mark.GrainSize, mark.GrainSizeLocation);
        return new DiffusionLengthCase(settings, material, properties);
    }
}
