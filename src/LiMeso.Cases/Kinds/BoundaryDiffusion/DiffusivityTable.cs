using System.Text;
using LiMeso.Cases.Export;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>
/// The table of what each run found, one line a run, from which a data set can be collected: diffusivities where there are any, else upper bounds and the reason.
/// </summary>
internal static class DiffusivityTable
{
    /// <summary>Name of the file in the results directory.</summary>
    public const string FileName = "diffusivities.csv";

    private static readonly string[] _measured = ["total", "in_plane", "x", "y", "z", "control"];

    /// <summary>The heading.</summary>
    public static IReadOnlyList<string> Columns =>
    [
        "boundary", "name", "temperature_K", "seed", "time_ps", "fit_from_ps", "fit_to_ps", "motion", .. _measured.SelectMany(m => (string[])[$"d_{m}", $"d_{m}_error"]), "upper_bound",
        "width_first_A", "width_second_A", "net_displacement_A2", "growth_exponent", "stayed", "far_bcc", "boundary_energy_J_m2", "vacancies_per_boundary",
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="potential">Name of the potential.</param>
    /// <param name="items">The runs.</param>
    /// <param name="found">What each found.</param>
    /// <param name="results">What the case found.</param>
    public static string Of(BoundaryDiffusionSettings settings, string potential, IReadOnlyList<FollowItem> items, IReadOnlyList<ResultData> found, ResultData results)
    {
        var text = new StringBuilder(FormattableString.Invariant($"# LiMeso {Provenance.Version}, case '{settings.Header.Title}', potential {potential}, {results.Number("atoms")} atoms. Diffusivities in cm^2/s with standard errors, from blocks of time and from what the two boundaries of a cell differ by; a run whose 'motion' is not Diffusive has an upper bound instead, one without a boundary that of the atoms where it was at rest.\n"));
        text.AppendRow(Columns);
        foreach ((FollowItem item, ResultData run) in items.Zip(found).OrderBy(p => p.First.Temperature).ThenBy(p => p.First.Seed))
            text.AppendRow(Row(settings, item, run, results.Number("boundary_energy_J_m2")));
        return text.ToString();
    }

    /// <summary>The line of a run.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="item">The run.</param>
    /// <param name="run">What it found.</param>
    /// <param name="boundaryEnergy">Of the structure that it began from, J/m²; null when that is not known.</param>
    public static IEnumerable<string> Row(BoundaryDiffusionSettings settings, FollowItem item, ResultData run, double? boundaryEnergy)
    {
        bool diffusive = BoundarySummary.IsDiffusive(run);
        return
        [
            settings.Boundary?.Id ?? "", settings.Boundary?.Geometry.Label ?? settings.Name, CsvText.Number(item.Temperature), CsvText.Number(item.Seed), Cell(run, "time_ps"), Cell(run, "fit_from_ps"), Cell(run, "fit_to_ps"), run.Texts["motion"],
            .. _measured.SelectMany(m => diffusive || m == "control" ? (string[])[Cell(run, $"diffusivity_cm2_s.{m}"), Cell(run, $"diffusivity_error_cm2_s.{m}")] : ["", ""]),
            diffusive ? "" : CsvText.Number(BoundarySummary.BoundOf(run)),
            // what is found now and then is noise
            .. ((string[])["width_A.first", "width_A.second"]).Select(n => BoundarySummary.HasBoundary(run) ? Cell(run, n) : ""),
            .. ((string[])["net_displacement_A2", "growth_exponent", "stayed", "order.far_bcc"]).Select(n => Cell(run, n)), CsvText.Number(boundaryEnergy), CsvText.Number(settings.Diffusion?.Vacancies),
        ];
    }

    private static string Cell(ResultData run, string name) => CsvText.Number(run.Numbers.TryGetValue(name, out double value) ? value : null);
}
