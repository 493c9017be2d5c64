using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.ModelComparison;

/// <summary>Effective diffusivity against grain size: for all models at one temperature, and for the slowest, mean and fastest boundaries at several.</summary>
public sealed class ModelComparisonKind : ICaseKind
{
    /// <inheritdoc/>
    public SectionSchema Schema => SectionDescriber.Describe(ModelComparisonSettings.Read);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Template => new Dictionary<string, string> { ["title"] = "Models of diffusion in polycrystalline lithium" };

    /// <inheritdoc/>
    public ICase Prepare(CaseDirectory directory)
    {
        ModelComparisonSettings settings = NodeSectionReader.Read(directory.Root, "", ModelComparisonSettings.Read);
        Material material = Material.Load(settings.Material, new CasePaths(directory.Path, settings.Header.OutsidePaths));
        material.RequireApplicable(material.At(settings.ComparisonTemperature, settings.ComparisonLocation), settings.GrainSizes.Values[0], settings.GrainSizes.Location);
        foreach (double temperature in settings.Temperatures)
        {
            TransportProperties properties = material.At(temperature, settings.TemperaturesLocation);
            material.RequireApplicable(properties, settings.GrainSizes.Values[0], settings.GrainSizes.Location);
            material.RequireApplicable(properties, settings.TableGrainSizes[0], settings.TableLocation);
            foreach (PublishedPoint point in settings.Points.Where(p => p.Temperature == temperature)) material.RequireApplicable(properties, point.GrainSize, point.GrainSizeLocation);
        }

        return new ModelComparisonCase(settings, material);
    }
}
