using System.Text;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Export;
using LiMeso.Cases.Kinds.BoundaryDiffusion;
using LiMeso.Cases.Results;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Campaigns.Collection;

/// <summary>The tables beside a collected data set: every run, every search, every structure, Arrhenius lines.</summary>
internal static class CollectedTables
{
    /// <summary>Names of the files.</summary>
    public const string RunsFile = "runs.csv", WarningsFile = "warnings.csv", SearchesFile = "searches.csv", StructuresFile = "structures.csv", ArrheniusFile = "arrhenius.csv";

    // how many temperatures a line is fitted to, as in the source: the lowest, and the highest
    private const int OfALine = 3;

    private const double SquareCentimetres = 1e4;

    /// <summary>One line a run.</summary>
    /// <param name="boundaries">What is finished.</param>
    public static string Runs(IEnumerable<CollectedBoundary> boundaries)
    {
        var text = new StringBuilder("# Every run that has found something: diffusivities in cm^2/s with standard errors, from blocks of time and from what the two boundaries of a cell differ by; a run whose 'motion' is not Diffusive has an upper bound instead, one without a boundary that of the atoms where it was at rest; which runs are to be followed for longer stands in provenance.json.\n");
        text.AppendRow(DiffusivityTable.Columns);
        foreach (CollectedBoundary boundary in boundaries)
            foreach ((FollowItem item, ResultData found) in boundary.Runs)
                text.AppendRow(DiffusivityTable.Row(boundary.Case.Prepared.Settings, item, found, boundary.Start?.BoundaryEnergy));
        return text.ToString();
    }

    /// <summary>One line for all that a reader should know before believing a run.</summary>
    /// <param name="boundaries">What is known.</param>
    public static string Warnings(IEnumerable<CollectedBoundary> boundaries)
    {
        var text = new StringBuilder("# What a reader should know of the runs: boundaries that moved, vanished, melted or were held, structures that still change, controls that are not still, runs without a diffusivity.\n");
        text.AppendRow(["boundary", "name", "warning"]);
        foreach (CollectedBoundary boundary in boundaries.Where(b => b.Start is not null))
        {
            BoundaryDiffusionSettings settings = boundary.Case.Prepared.Settings;
            foreach ((FollowItem item, ResultData found) in boundary.Runs)
                foreach (string warning in BoundaryWarnings.Of(item, settings.Diffusion!, boundary.Start!.System.Count, found)) text.AppendRow([boundary.Boundary.Id, boundary.Boundary.Geometry.Label, warning]);
        }

        return text.ToString();
    }

    /// <summary>One line a finished search.</summary>
    /// <param name="boundaries">What is finished.</param>
    public static string Searches(IEnumerable<CollectedBoundary> boundaries)
    {
        var text = new StringBuilder("# Every finished search for the structure of lowest energy: energies with the length across the boundary relaxed and with all lengths, which says nothing where the grains transformed; models as the source counts them, translations times thresholds.\n");
        text.AppendRow(["boundary", "name", "sigma", "angle_deg", "atoms", "energy_across_J_m2", "energy_all_lengths_J_m2", "bcc_inside_grains", "excess_volume_A", "translations", "models", "candidates", "evaluations", "evaluations_of_all_models"]);
        foreach (CollectedBoundary boundary in boundaries.Where(b => b.Search is not null))
        {
            string Cell(string name) => CsvText.Number(boundary.Search!.Numbers.TryGetValue(name, out double value) ? value : null);
            text.AppendRow(
            [
                .. Names(boundary), .. ((string[])
                [
                    "best.atoms", "boundary_energy_J_m2.y", "boundary_energy_J_m2.full", "best.bcc_inside_grains", "best.excess_volume_A.y", "search.translations", "search.models", "search.candidates", "search.evaluations", "search.evaluations_of_all_models",
                ]).Select(Cell),
            ]);
        }

        return text.ToString();
    }

    /// <summary>One line a finished structure.</summary>
    /// <param name="boundaries">What is finished.</param>
    public static string Structures(IEnumerable<CollectedBoundary> boundaries)
    {
        var text = new StringBuilder("# Every finished structure at zero temperature: relaxed, and annealed and relaxed again.\n");
        text.AppendRow(["boundary", "name", "sigma", "angle_deg", "atoms", "energy_relaxed_J_m2", "energy_annealed_J_m2", "begins_from", "excess_volume_A", "bcc_inside_relaxed", "bcc_inside_annealed", "converged"]);
        foreach (CollectedBoundary boundary in boundaries.Where(b => b.Structure is not null))
        {
            ColdStructure start = boundary.Start!;
            string Energy(string name) => AnnealItem.EnergyOf(boundary.Structure!, name) is var energy && double.IsFinite(energy) ? CsvText.Number(energy) : "";
            string Bcc(string name) => Energy(name).Length > 0 ? CsvText.Number(ColdStructure.Of(boundary.Structure!, name, start.System.Mass).BccInside) : "";
            text.AppendRow(
            [
                .. Names(boundary), CsvText.Number(start.System.Count), Energy(AnnealItem.Before), Energy(AnnealItem.After), AnnealItem.Start(boundary.Case.Prepared.Settings, boundary.Structure!, start.System.Mass), CsvText.Number(start.ExcessVolume), Bcc(AnnealItem.Before), Bcc(AnnealItem.After), start.Converged ? "yes" : "no",
            ]);
        }

        return text.ToString();
    }

    /// <summary>Arrhenius lines through the three lowest and the three highest temperatures apart; with three temperatures or fewer, one through all. Bounds are left out, and every line states its points.</summary>
    /// <param name="set">The data set.</param>
    /// <param name="temperatures">The temperatures of the campaign, K, increasing.</param>
    public static string Arrhenius(DiffusivitySet set, IReadOnlyList<double> temperatures)
    {
        var text = new StringBuilder("# D = D0 exp(-E/kT) fitted to the lowest and to the highest temperatures apart; 'points' says to how many values, 'values_per_point' of how many runs or boundaries each is the mean: where they differ, so do the boundaries. Upper bounds are left out.\n");
        text.AppendRow(["what", "definition", "temperatures", "from_K", "to_K", "points", "values_per_point", "prefactor_cm2_s", "activation_energy_eV", "activation_energy_error_eV", "reduced_chi_square"]);
        (string Name, IReadOnlyList<double> Range)[] ranges = temperatures.Count <= OfALine
            ? [("all", temperatures)]
            : [("lowest", [.. temperatures.Take(OfALine)]), ("highest", [.. temperatures.TakeLast(OfALine)])];
        foreach ((string what, string definition, DiffusivityCurve? curve) in Curves(set))
        {
            foreach ((string name, IReadOnlyList<double> range) in ranges)
            {
                MeasuredPoint[] points = [.. (curve?.Points ?? []).Where(p => range.Contains(p.Temperature))];
                if (points.Length < 2) continue;
                var fit = ArrheniusFit.Through(points);
                text.AppendRow(
                [
                    what, definition, name, CsvText.Number(points[0].Temperature), CsvText.Number(points[^1].Temperature), CsvText.Number(points.Length), string.Join(' ', points.Select(p => p.Count).OfType<int>()), CsvText.Number(fit.Line.Prefactor * SquareCentimetres),
                    CsvText.Number(fit.Line.ActivationEnergyElectronVolt), CsvText.Number(fit.ActivationEnergyStandardErrorElectronVolt), CsvText.Number(fit.ReducedChiSquare),
                ]);
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string What, string Definition, DiffusivityCurve? Curve)> Curves(DiffusivitySet set)
    {
        yield return ("bulk", "", set.Bulk);
        foreach ((BoundaryDefinition definition, BoundaryMeans means) in (IEnumerable<(BoundaryDefinition, BoundaryMeans)>)
            [(set.Definition, new BoundaryMeans(set.Mean, set.Slowest, set.Fastest)), .. set.OtherMeans.OrderBy(m => m.Key).Select(m => (m.Key, m.Value))])
        {
            foreach (string selection in BoundarySelection.Reserved) yield return (selection, NameOf(definition), means.Of(selection));
        }

        foreach (BoundaryData boundary in set.Boundaries)
            foreach ((BoundaryDefinition definition, DiffusivityCurve curve) in boundary.Diffusivities.OrderBy(d => d.Key)) yield return (boundary.Id, NameOf(definition), curve);
    }

    private static string[] Names(CollectedBoundary boundary) =>
        [boundary.Boundary.Id, boundary.Boundary.Geometry.Label, CsvText.Number(boundary.Boundary.Geometry.Sigma), CsvText.Number(boundary.Boundary.Geometry.Angle)];

    private static string NameOf(BoundaryDefinition definition) => BoundaryDefinitions.NameOf(definition);
}
