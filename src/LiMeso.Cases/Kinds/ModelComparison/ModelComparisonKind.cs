using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.ModelComparison;

/// <summary>Effective diffusivity against grain size: for all models at one temperature, and for the slowest, mean and fastest boundaries at several.</summary>
internal sealed class ModelComparisonKind() : CaseKind<ModelComparisonSettings>(ModelComparisonSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string> { ["title"] = "Models of diffusion in polycrystalline lithium" };

    /// <inheritdoc/>
    protected override ICase Prepare(ModelComparisonSettings settings, CaseDirectory directory, CasePaths paths)
    {
        Material material = Material.Load(settings.Material, paths);
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
