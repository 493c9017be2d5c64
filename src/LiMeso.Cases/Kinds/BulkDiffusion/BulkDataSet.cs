using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>The data set that a run writes: the bulk diffusivity found here, grain boundaries from another set.</summary>
internal static class BulkDataSet
{
    /// <summary>Folder in the results directory.</summary>
    public const string Folder = "dataset";

    /// <summary>Source id of what is found here.</summary>
    public const string SourceId = "limeso-bulk";

    /// <summary>The set; null when no diffusivity is known at some temperature.</summary>
    /// <param name="results">What was found.</param>
    /// <param name="settings">The case.</param>
    /// <param name="boundaries">The set that has the grain boundaries.</param>
    /// <param name="potential">Name of the potential.</param>
    public static DiffusivitySet? Create(ResultData results, BulkDiffusionSettings settings, DiffusivitySet boundaries, string potential)
    {
        if (!results.Numbers.ContainsKey($"activation_energy_eV.own.{BulkSummary.Ways[0]}")) return null;
        var attribution = new Attribution(ValueStatus.Computed, SourceId);
        MeasuredPoint[] points = [.. settings.Temperatures.Select(t => new MeasuredPoint(
            t, results.Number($"diffusivity_cm2_s.{BulkSummary.KeyOf(t)}.own.{BulkSummary.Ways[0]}") * 1e-4,
            results.Numbers.TryGetValue($"diffusivity_error_cm2_s.{BulkSummary.KeyOf(t)}.own.{BulkSummary.Ways[0]}", out double error) ? error * 1e-4 : null, attribution))];
        string made = FormattableString.Invariant($"LiMeso {Provenance.Version}, case '{settings.Header.Title}': molecular dynamics with potential {potential}, one vacancy in {string.Join(" and ", settings.Sizes.Select(s => $"{s.Sites} sites"))}, {results.Number("simulated_time_ps") / 1000:0.###} ns in all, scaled to equilibrium with {results.Number("formation_energy_eV.own"):0.0000} eV (eqns 4, 5 of J. Mater. Chem. A 11 (2023) 23288)");
        return new DiffusivitySet
        {
            Name = settings.Source.OwnDataSet,
            Title = $"Lithium: bulk diffusivity computed here ({potential}), grain boundaries of {boundaries.Name}",
            Origin = DataOrigin.Mixed,
            Sources = [new DataSource(SourceId, made), .. boundaries.Sources],
            Bulk = new DiffusivityCurve(points, method: points.Length > 2 ? CurveMethod.Fit : CurveMethod.Points),
            Width = boundaries.Width,
            Definition = boundaries.Definition,
            Mean = boundaries.Mean,
            Slowest = boundaries.Slowest,
            Fastest = boundaries.Fastest,
            OtherMeans = boundaries.OtherMeans,
            Extremes = boundaries.Extremes,
            TripleJunctionFactor = boundaries.TripleJunctionFactor,
            Segregation = boundaries.Segregation,
            Boundaries = boundaries.Boundaries,
        };
    }
}
