using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.PublishedValues.Quantities;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;
using LiMeso.Transport;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.PublishedValues;

/// <summary>Every number of a publication against ours: printed, computed, ratio, verdict, reason.</summary>
internal sealed class PublishedValuesKind() : CaseKind<PublishedValuesSettings>(PublishedValuesSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["title"] = "Published values against ours",
        ["claims.name"] = "depletion-time",
        ["claims.statement"] = "Depletion time of a 120 µm foil with 150 µm grains at 0.1 mA/cm²",
        ["claims.quantity"] = "depletion-time",
        ["claims.published"] = "36 h",
        ["claims.given.grain-size"] = "150 um",
        ["claims.given.thickness"] = "120 um",
        ["claims.given.current-density"] = "0.1 mA/cm^2",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(PublishedValuesSettings settings, CaseDirectory directory, CasePaths paths)
    {
        Material material = Material.Load(settings.Material, paths);
        var context = new QuantityContext(material, settings.Temperature, settings.Concentration.Value);
        foreach (Claim claim in settings.Claims) RequireComputable(claim, context);
        return new PublishedValuesCase(settings, material, context);
    }

    // The quantities are closed formulas: trying them is the surest check, and takes no time.
    private static void RequireComputable(Claim claim, QuantityContext context)
    {
        try
        {
            claim.Quantity?.Compute(context, claim.Arguments);
        }
        catch (Exception e) when (e is TemperatureOutOfRangeException or UnknownNameException or ModelNotApplicableException or ArgumentException)
        {
            throw new InputException(claim.GivenLocation, $"'{claim.Name}' cannot be computed: {e.Message}", inner: e);
        }
    }
}
