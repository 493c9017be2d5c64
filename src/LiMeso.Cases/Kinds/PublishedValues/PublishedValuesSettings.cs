using LiMeso.Cases.Files;
using LiMeso.Cases.Results;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.PublishedValues;

/// <summary>The input of a <c>published-values</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Publication">The publication.</param>
/// <param name="Temperature">Temperature of claims that state none, K.</param>
/// <param name="Material">Data set and model.</param>
/// <param name="Concentration">C0.</param>
/// <param name="Claims">The published values.</param>
internal sealed record PublishedValuesSettings(
    CaseHeader Header, Publication Publication, double Temperature, MaterialSettings Material, ConcentrationSettings Concentration, IReadOnlyList<Claim> Claims) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "published-values";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static PublishedValuesSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        Publication publication = s.Section("publication", "The publication whose values are compared.", p => new Publication(
            p.Text("citation", "The reference in full.", example: "A. Author, Journal 1 (2000) 1"),
            p.OptionalText("doi", "Its digital object identifier.", "10.1000/182")));
        double temperature = s.Quantity("temperature", QuantityKind.Temperature, "Temperature of claims that state none.", "300 K");
        MaterialSettings material = s.SectionOrDefaults("material", "Diffusivities and polycrystal model.", MaterialSettings.Read);
        ConcentrationSettings concentration = s.SectionOrDefaults(ConcentrationSettings.Key, ConcentrationSettings.Description, ConcentrationSettings.Read);
        IReadOnlyList<Claim> claims = s.Sections("claims", "The published values, one by one.", Claim.Read);
        string? twice = claims.GroupBy(c => ResultKey.Of(c.Name)).FirstOrDefault(g => g.Count() > 1)?.First().Name;
        s.Check(twice is null, "claims", $"two claims have the name '{twice}'");
        return new PublishedValuesSettings(header, publication, temperature, material, concentration, claims);
    }
}
