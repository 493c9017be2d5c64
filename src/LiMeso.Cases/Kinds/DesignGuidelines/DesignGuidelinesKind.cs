using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.DesignGuidelines;

/// <summary>Which foils, by thickness and grain size, deliver the capacity of a target at its current.</summary>
internal sealed class DesignGuidelinesKind() : CaseKind<DesignGuidelinesSettings>(DesignGuidelinesSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string> { ["title"] = "Grain size and foil thickness for a cell target" };

    /// <inheritdoc/>
    protected override ICase Prepare(DesignGuidelinesSettings settings, CaseDirectory directory, CasePaths paths)
    {
        Material material = Material.Load(settings.Material, paths);
        TransportProperties properties = material.At(settings.Temperature, settings.TemperatureLocation);
        material.RequireApplicable(properties, settings.GrainSizes.Values[0], settings.GrainSizes.Location);
        foreach (DesignTarget target in settings.Targets)
        {
            if (target.PublishedGrainSize is { } published) material.RequireApplicable(properties, published, target.GrainSizeLocation);
        }

        if (properties.Boundary.Value <= properties.Bulk.Value)
        {
            string problem = FormattableString.Invariant($"the boundaries '{properties.Selection}' are not faster than the grains at {settings.Temperature:g6} K");
            throw new InputException(settings.Material.BoundariesLocation, $"{problem}: no grain is too large, and there is no guideline",
                "Choose other 'boundaries' or another temperature.");
        }

        return new DesignGuidelinesCase(settings, material, properties);
    }
}
