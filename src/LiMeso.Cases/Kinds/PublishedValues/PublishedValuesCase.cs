using System.Globalization;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.Depletion;
using LiMeso.Cases.Kinds.PublishedValues.Quantities;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Core.Units;
using LiMeso.Storage.Files;
using LiMeso.Transport;

namespace LiMeso.Cases.Kinds.PublishedValues;

/// <summary>A comparison with a publication, read and checked.</summary>
internal sealed class PublishedValuesCase(PublishedValuesSettings settings, Material material, QuantityContext context) : ICase
{
    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations =>
        [new Citation(CitationRole.Data, settings.Publication.Citation, settings.Publication.Doi), .. material.Citations, .. StrippingCitations.All, StrippingCitations.Harrison];

    public IReadOnlyDictionary<string, string> DataSetHashes => material.Hashes;

    public WorkEstimate Estimate() => new(string.Create(CultureInfo.InvariantCulture, $"{settings.Claims.Count} published values, "
        + $"{settings.Claims.Count(c => c.Quantity is not null)} of them computed"), 0.3, 3_500_000);

    public ResultData Compute(RunContext run)
    {
        var results = new ResultData();
        results.Set("publication", settings.Publication.Citation);
        results.SetList("claims_in_order", settings.Claims.Select(c => c.Name));
        List<(string Name, double Reach)> formal = [];
        foreach (Claim claim in settings.Claims) Add(results, claim, formal);
        if (formal.Count > 0)
        {
            results.Warn(string.Create(CultureInfo.InvariantCulture,
                $"No effective medium exists for the grain size and time of {CountText.Of(formal.Count, "value")}: bulk diffusion reaches {formal.Min(f => f.Reach):g2} to "
                    + $"{formal.Max(f => f.Reach):g2} grain sizes, where {HarrisonRegime.TypeALengthRatio} are needed. The printed values and ours are formal "
                    + $"averages there: {string.Join(", ", formal.Select(f => f.Name))}."));
        }

        var table = ClaimTable.Of(results);
        foreach (ClaimVerdict verdict in Enum.GetValues<ClaimVerdict>())
            results.Set($"verdicts.{ResultKey.Of(ClaimTable.Words(verdict))}", table.Rows.Count(r => r.Verdict == verdict));
        run.Log.Message(table.Summary());
        foreach (ClaimRow row in table.Rows.Where(r => r.Verdict == ClaimVerdict.Differs))
            run.Log.Message($"differs: {row.Statement}: printed {row.PublishedPlain}, here {row.OursPlain}");
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        if (run.SummaryOnly) return results;
        AtomicFile.WriteText(run.PathOf(ClaimTable.MarkdownFile), table.ToMarkdown());
        AtomicFile.WriteText(run.PathOf(ClaimTable.CsvFile), table.ToCsv());
        return results;
    }

    public Report Describe(ResultData results) => new PublishedValuesReport(results, settings.Header).Write();

    private void Add(ResultData results, Claim claim, List<(string Name, double Reach)> formal)
    {
        string name = $"claims.{ResultKey.Of(claim.Name)}";
        results.Set($"{name}.statement", claim.Statement);
        results.Set($"{name}.where", claim.Where);
        results.Set($"{name}.role", claim.Role.ToString());
        results.Set($"{name}.agreement", claim.Agreement.ToString());
        if (claim.Agreement == Agreement.Tolerance) results.Set($"{name}.tolerance", claim.Tolerance);
        if (claim.Words is { } words) results.Set($"{name}.words", words);
        if (claim.Remark is { } remark) results.Set($"{name}.remark", remark);
        string unit = claim.Published?.Unit ?? UnitOf(claim.Quantity?.Kind);
        results.Set($"{name}.unit", unit);
        results.Set($"{name}.digits", claim.Published?.Digits ?? 2);
        if (claim.Published is { } published) results.Set($"{name}.published", published.Number);
        if (claim.PublishedEnd is { } end) results.Set($"{name}.published_to", end.Number);
        ClaimVerdict verdict = claim.Role == ClaimRole.Input ? ClaimVerdict.Input : ClaimVerdict.NotComputed;
        if (claim.Quantity is { } quantity)
        {
            ComputedValue ours = quantity.Compute(context, claim.Arguments);
            results.Set($"{name}.computed", quantity.Kind.In(ours.Value, unit));
            if (claim is { Published: { } printed, PublishedEnd: null }) results.Set($"{name}.ratio", ours.Value / printed.Value);
            if (ours.Regime is { } regime) results.Set($"{name}.bulk_reach_over_grain_size", regime.Ratio);
            if (ours.Regime is { EffectiveMediumExists: false } outside) formal.Add((claim.Name, outside.Ratio));
            verdict = Judge(claim, ours.Value);
        }

        results.Set($"{name}.verdict", ClaimTable.Words(verdict));
    }

    private static ClaimVerdict Judge(Claim claim, double ours)
    {
        if (claim.Published is not { } printed) return ClaimVerdict.InWords;
        bool agrees = claim.Agreement switch
        {
            Agreement.Digits => printed.IsRoundedFrom(ours),
            Agreement.Tolerance => Math.Abs(ours / printed.Value - 1) <= claim.Tolerance,
            Agreement.Decade => Math.Abs(Math.Log10(ours / printed.Value)) <= 0.5,
            Agreement.Interval => ours >= printed.Value && ours <= claim.PublishedEnd!.Value,
            Agreement.AtLeast => ours >= printed.Value,
            _ => ours <= printed.Value,
        };
        return !agrees ? ClaimVerdict.Differs : claim.Role == ClaimRole.Input ? ClaimVerdict.Input : ClaimVerdict.Agrees;
    }

    // The unit in which a kind of quantity is usually given: that of its example.
    private static string UnitOf(QuantityKind? kind) => kind is null || kind.SiUnit.Length == 0 ? "" : kind.Example[(kind.Example.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
