using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Running;
using LiMeso.Core.Registries;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Comparison;

/// <summary>A comparison as a report: for each case a table of the models, their depletion times in order, and how far both solutions agree.</summary>
internal static class ComparisonReport
{
    private const double Hours = 1.0 / 3600, PerSquareCentimetre = 1e4;

    private const double LabelGap = 0.015, RoomForLabels = 1.45;

    // what the default numerics promise
    private const double ExpectedAgreement = 1e-6;

    public static Report Of(IReadOnlyList<ComparedCase> cases, IReadOnlyList<ModelRow> rows) => new("Polycrystal models side by side", "comparison")
    {
        Subtitle = "The same foil, with its effective diffusivity from every model; closed solution against finite volumes.",
        Headline = Headline(rows),
        Sections = [.. cases.Select(c => SectionOf(c, [.. rows.Where(r => r.Case == c.Path)])), Models()],
        Files = [new FileLink(ModelComparison.TableName, "all rows as a table (CSV)")],
        Citations = [.. cases.SelectMany(c => c.Citations).Distinct()],
        Provenance =
        [
            new("LiMeso", Provenance.Version),
            new("platform", Provenance.Platform),
            .. cases.Select(c => new ProvenanceEntry($"input hash of {c.Path} (SHA-256)", c.InputHash)),
        ],
    };

    private static KeyNumber[] Headline(IReadOnlyList<ModelRow> rows)
    {
        ModelRow[] found = [.. rows.Where(r => r.Problem is null)];
        double[] ratios = [.. found.GroupBy(r => r.Case).Select(one => one.Max(r => r.EffectiveDiffusivity) / one.Min(r => r.EffectiveDiffusivity)).OfType<double>()];
        double[] differences = [.. found.Select(r => r.RelativeDifference).OfType<double>().Select(Math.Abs)];
        string? refused = rows.Count == found.Length ? null : $"{rows.Count - found.Length} of {rows.Count} runs not possible";
        List<KeyNumber> numbers = [new KeyNumber("Models", found.Select(r => r.Model).Distinct().Count()) { Note = refused }];
        if (ratios.Length > 0)
            numbers.Add(new KeyNumber("Largest over smallest diffusivity", ratios.Max()) { Note = ratios.Length > 1 ? "of the same case, where they differ most" : null });
        if (differences.Length > 0)
        {
            numbers.Add(new KeyNumber("Largest difference of the depletion times", differences.Max())
            {
                SignificantDigits = 2,
                Note = "finite volumes against the closed solution",
            });
        }

        return [.. numbers];
    }

    private static Section SectionOf(ComparedCase one, IReadOnlyList<ModelRow> rows)
    {
        ModelRow[] found = [.. rows.Where(r => r.Problem is null)], refused = [.. rows.Where(r => r.Problem is not null)];
        List<Block> blocks = [.. FormalAverages(found), TableOf(one, found)];
        if (refused.Length > 0)
        {
            blocks.Add(new Table("Models that do not apply to this case.", [new Column("Model"), new Column("Why")],
                [.. refused.Select(r => (IReadOnlyList<Cell>)[r.Model, r.Problem])]));
        }

        return new Section(one.Title, [.. blocks, .. TimesFigure(found), .. AgreementFigure(found)]);
    }

    private static IEnumerable<Notice> FormalAverages(ModelRow[] found)
    {
        string[] formal = [.. found.Where(r => r.Kinetics is not (null or "A")).Select(r => r.Model)];
        if (formal.Length == 0) yield break;
        string which = formal.Length == found.Length ? "every model" : string.Join(", ", formal);
        string types = string.Join(", ", found.Where(r => r.Kinetics is not (null or "A")).Select(r => r.Kinetics).Distinct());
        yield return new Notice(NoticeLevel.Warning, "No effective medium",
            $"Before the foil is depleted, bulk diffusion does not reach across the grains (Harrison's kinetics of type {types} with {which}). "
            + "The diffusivities compared here are formal averages.");
    }

    private static Table TableOf(ComparedCase one, IReadOnlyList<ModelRow> rows) => new(
        $"Every model applied to {one.Path}, each with the boundary fraction that the case or the model names.",
        [
            new Column("Model"), new Column("Effective diffusivity", "cm^2/s"), new Column("Closed solution", "h"), new Column("Finite volumes", "h"),
            new Column("Relative difference") { SignificantDigits = 2 }, new Column("Capacity", "mAh/cm^2"), new Column("Lithium used", "%"),
        ],
        [.. rows.Select(r => (IReadOnlyList<Cell>)
        [
            r.Model, Scaled(r.EffectiveDiffusivity, PerSquareCentimetre), Time(r.AnalyticTime), Time(r.NumericTime),
            Scaled(r.RelativeDifference, 1), Scaled(r.Capacity, 1), Scaled(r.Utilisation, 100),
        ])]);

    // a ladder: one rung a model, the slowest lowest, so that models that agree stand side by side and can still be told apart
    private static IEnumerable<LineFigure> TimesFigure(IReadOnlyList<ModelRow> rows)
    {
        ModelRow[] rungs = [.. rows.Where(r => r.EffectiveDiffusivity is not null && r.NumericTime is { } t && double.IsFinite(t)).OrderBy(r => r.NumericTime)];
        if (rungs.Length == 0) yield break;
        double longest = rungs[^1].NumericTime!.Value * Hours;
        int[] all = [.. Enumerable.Range(0, rungs.Length)], bounds = [.. all.Where(i => PolycrystalModels.All[rungs[i].Model].Bound is not null)];
        yield return new LineFigure
        {
            Caption = "Depletion time by model, sorted: closed solution (crosses) and finite volumes (points). "
                + "Bounds hold for every microstructure of their class.",
            X = new PlotAxis("Depletion time", "h") { Range = new AxisRange(0, RoomForLabels * longest) },
            Y = new PlotAxis("Rank") { Range = new AxisRange(0, rungs.Length + 1) },
            Aspect = Math.Max(0.5, 0.035 * rungs.Length),
            Legend = LegendPlacement.TopLeft,
            Panels =
            [
                new LinePanel(
                [
                    Rungs("models", [.. all.Except(bounds)], MarkerShape.Circle, SeriesColor.Blue, r => r.NumericTime),
                    Rungs("rigorous bounds", bounds, MarkerShape.Circle, SeriesColor.Vermilion, r => r.NumericTime),
                    Rungs("closed solution", all, MarkerShape.Cross, SeriesColor.Black, r => r.AnalyticTime),
                ])
                {
                    Marks = new Marks
                    {
                        Annotations = [.. rungs.Select((r, i) => new Annotation(r.NumericTime!.Value * Hours + LabelGap * longest, i + 1, r.Model))],
                    },
                },
            ],
        };

        LineSeries Rungs(string name, int[] which, MarkerShape marker, SeriesColor color, Func<ModelRow, double?> time) =>
            new(name, [.. which.Select(i => time(rungs[i]) * Hours ?? double.NaN)], [.. which.Select(i => i + 1.0)])
            {
                Dash = LineDash.None,
                Marker = marker,
                Color = color,
            };
    }

    private static IEnumerable<LineFigure> AgreementFigure(IReadOnlyList<ModelRow> rows)
    {
        // a logarithmic axis has no place for an exact agreement
        ModelRow[] found = [.. rows.Where(r => r is { EffectiveDiffusivity: not null, RelativeDifference: not (null or 0) }).OrderBy(r => r.EffectiveDiffusivity)];
        if (found.Length == 0) yield break;
        double[] diffusivities = [.. found.Select(r => r.EffectiveDiffusivity!.Value * PerSquareCentimetre)];
        double[] differences = [.. found.Select(r => Math.Abs(r.RelativeDifference!.Value))];
        double lowest = Math.Pow(10, Math.Floor(Math.Log10(differences.Min())) - 1), highest = 10 * Math.Max(ExpectedAgreement, differences.Max());
        yield return new LineFigure
        {
            Caption = "How far the depletion times of both solutions differ, model by model.",
            X = new PlotAxis("Effective diffusivity", "cm^2/s"),
            Y = PlotAxis.Logarithmic("Relative difference") with { Range = new AxisRange(lowest, highest) },
            Legend = LegendPlacement.None,
            Panels =
            [
                new LinePanel([new LineSeries("difference", diffusivities, differences) { Dash = LineDash.None, Marker = MarkerShape.Circle }])
                {
                    Marks = new Marks { Lines = [new ReferenceLine(LineDirection.Horizontal, ExpectedAgreement, "10^{−6}, the agreement to be expected")] },
                },
            ],
        };
    }

    private static Section Models() => new("The models",
    [
        new Table("Formulas and sources; b, g, j are the diffusivities of grains, boundaries and triple junctions, f the boundary fraction, s the segregation factor.",
            [new Column("Model"), new Column("Formula"), new Column("Valid for"), new Column("Source")],
            [.. PolycrystalModels.All.Select(Row)]),
    ]);

    private static IReadOnlyList<Cell> Row(Registered<IPolycrystalModel> model) => [model.Name, model.Member.Formula, model.Member.Validity, model.Member.Source];

    private static Cell Time(double? seconds) => seconds is { } s ? double.IsFinite(s) ? s * Hours : "never" : Cell.Empty;

    private static Cell Scaled(double? value, double factor) => value is { } v ? v * factor : Cell.Empty;
}
