using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>What the report of a <c>bulk-diffusion</c> case says of its runs: what each cell found, and whether cells of different sizes agree.</summary>
internal sealed class RunTables(BulkDiffusionSettings settings, ResultData results)
{
    private const string Cm2 = "cm^2/s";
    private static readonly string _main = BulkSummary.Ways[0];

    public IReadOnlyList<Block> Write() => [Cells(), .. SizeComparison()];

    private Cell Number(string name) => results.Numbers.TryGetValue(name, out double value) && double.IsFinite(value) ? value : Cell.Empty;

    private Table Cells() => new("The cells, averaged over seeds. The standard error is the largest of three: that from blocks of time, that from the spread between seeds, and the one that the number of hops leaves.",
        [
            new Column("Atoms"), new Column("Temperature", "K"), new Column("Followed", "ps"), new Column("Mean temperature", "K"), new Column("Mean pressure", "bar") { SignificantDigits = 2 },
            new Column("Lattice constant", "A") { SignificantDigits = 5 }, new Column("Hops"), new Column("Hops per time", "1/ps") { SignificantDigits = 3 }, new Column("Cell diffusivity", Cm2) { SignificantDigits = 3 }, new Column("Standard error", Cm2) { SignificantDigits = 2 }, new Column("Left by hops", Cm2) { SignificantDigits = 2 },
        ],
        [.. from size in settings.Sizes
            from t in settings.Temperatures
            let key = $"{BulkSummary.KeyOf(size)}.{BulkSummary.KeyOf(t)}"
            let diffusivity = results.Number($"{key}.cell_diffusivity_cm2_s.{_main}")
            select (IReadOnlyList<Cell>)
            [
                size.Sites - 1, t, Number($"{key}.time_ps"), Number($"{key}.mean_temperature_K"), Number($"{key}.mean_pressure_bar"), Number($"{key}.lattice_constant_A"), (long)results.Number($"{key}.hops"), Number($"{key}.hops_per_ps"),
                diffusivity, Number($"{key}.cell_diffusivity_error_cm2_s.{_main}"),
                results.Numbers.TryGetValue($"{key}.relative_counting_error", out double counting) ? counting * diffusivity : Cell.Empty,
            ]]);

    private IEnumerable<Block> SizeComparison()
    {
        if (settings.Sizes.Count < 2) yield break;
        yield return new Table($"Do cells of different sizes agree? Diffusivity times number of sites, in cells of {settings.Sizes[0].Sites} and {settings.Sizes[^1].Sites} sites, and their difference in standard errors.",
            [new Column("Temperature", "K"), new Column($"{settings.Sizes[0].Sites - 1} atoms", Cm2) { SignificantDigits = 3 }, new Column($"{settings.Sizes[^1].Sites - 1} atoms", Cm2) { SignificantDigits = 3 }, new Column("Difference") { SignificantDigits = 2 }],
            [.. settings.Temperatures.Select(t => (IReadOnlyList<Cell>)
            [
                t, Number($"{BulkSummary.KeyOf(settings.Sizes[0])}.{BulkSummary.KeyOf(t)}.vacancy_diffusivity_cm2_s.{_main}"), Number($"{BulkSummary.KeyOf(settings.Sizes[^1])}.{BulkSummary.KeyOf(t)}.vacancy_diffusivity_cm2_s.{_main}"),
                Number(SizeAgreement.DifferenceOf(t, _main)),
            ])]);
        if (results.Numbers.TryGetValue(SizeAgreement.ChiSquareOf(_main), out double chiSquare))
            yield return new Paragraph(FormattableString.Invariant($"All temperatures together: χ² = {chiSquare:0.0} on {results.Number(SizeAgreement.DegreesOfFreedom):0} degrees of freedom."));
    }
}
