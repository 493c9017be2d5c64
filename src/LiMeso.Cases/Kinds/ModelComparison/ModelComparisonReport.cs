using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Core.Units;
using LiMeso.Transport;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.ModelComparison;

/// <summary>The report of a <c>polycrystal-models</c> case.</summary>
internal sealed class ModelComparisonReport(ResultData results, CaseHeader header)
{
    private readonly double[] _temperatures = results.Values("axes/temperature");
    private readonly double[] _tableGrains = results.Values("axes/table-grain-size");
    private readonly string _above = LengthText.Of(results.Number("comparable.above_m"));

    public Report Write()
    {
        var figures = new ModelComparisonFigures(results, header);
        string at = FormattableString.Invariant($"{results.Number("material.temperature_K"):g6} K");
        return new Report(header.Title, header.Kind)
        {
            Headline = Headline(),
            Sections =
            [
                new Section($"Models at {at}",
                [
                    ModelText(), figures.Models(), figures.Ratios("models", "The same"), RatioTable("own-fraction", "each with its own boundary fraction"),
                    RatioTable("common-fraction", $"all with the fraction *{results.Texts["common_fraction"]}*"),
                ]),
                new Section("How comparable are they?", [Agreement(), figures.Spread()]),
                new Section("Further models", [figures.Ratios("further", "More models, for contrast,")]),
                new Section("Slowest, mean and fastest boundaries", [.. Missing(), figures.Temperatures(), Boundaries(), Diffusivities(), .. Points()]),
                new Section("When a polycrystal has a diffusivity at all", [RegimeText(), Regimes()]),
                new Section("What the models are", [Formulas()]),
                new Section("Input", [MaterialSummary.Table(results)]),
            ],
        };
    }

    private List<KeyNumber> Headline()
    {
        List<KeyNumber> numbers =
        [
            new KeyNumber($"Models agree within, from {_above} on", $"× {NumberText.Format(results.Number("comparable.with_own_fractions.largest_spread_above"), 3)}")
                { Note = string.Join(", ", results.List("comparable_in_order")) },
            new KeyNumber("… and below, down to the smallest grains", $"× {NumberText.Format(results.Number("comparable.with_own_fractions.spread_at_the_smallest_grains"), 3)}"),
        ];
        foreach (string point in results.List("points_in_order").Take(2))
        {
            numbers.Add(new KeyNumber(point, results.Number($"points.{ResultKey.Of(point)}.ours_over_published"))
            { SignificantDigits = 2, Note = $"ours over published ({results.Texts[$"points.{ResultKey.Of(point)}.kind"]})" });
        }

        return numbers;
    }

    private Paragraph ModelText() => new(
        "Every model turns the diffusivities of grains and boundaries, the boundary width and the grain size into one effective diffusivity. They differ in two "
            + "things: which share of the metal they count as boundary (their fraction), and how the boundaries lie to the flux. "
        + $"In *{results.Texts["material.model"]}* all of them lie along it.");

    private Table RatioTable(string fraction, string how)
    {
        IReadOnlyList<string> models = results.List("models_in_order"), all = results.List("table_in_order");
        double[] reference = results.Values("table/reference");
        return new Table($"Diffusivity over that of *{results.Texts["material.model"]}*, {how}.",
            [new Column("Model"), .. _tableGrains.Select(d => new Column(LengthText.Of(d)) { SignificantDigits = 3 })],
            [
                .. models.Select(model =>
                {
                    double[] row = results.Array($"table/{fraction}").Row(all.ToList().IndexOf(model));
                    return (IReadOnlyList<Cell>)[model, .. row.Zip(reference, (v, r) => (Cell)(v / r))];
                }),
            ]);
    }

    private Paragraph Agreement()
    {
        string models = string.Join(", ", results.List("comparable_in_order"));
        string Number(string name) => NumberText.Format(results.Number($"comparable.{name}"), 3);
        return new Paragraph(
            $"Take {models}. From {_above} on the largest diffusivity is at most {Number("with_own_fractions.largest_spread_above")} times the smallest if each "
                + "has its own fraction, and "
            + $"{Number("with_common_fraction.largest_spread_above")} times with the common one; at the smallest grains of the figure "
            + $"{Number("with_own_fractions.spread_at_the_smallest_grains")} and {Number("with_common_fraction.spread_at_the_smallest_grains")} times. "
            + "Coarse grains make every model a single crystal. In between a factor remains that is the geometry's: a network that lies half across the flux "
            + "carries half of what columns carry. Triple junctions tell only in nano-sized grains.");
    }

    private IEnumerable<Block> Missing()
    {
        string[] missing =
        [
            .. from t in _temperatures
               from selection in BoundarySelection.Reserved
               where results.Texts.GetValueOrDefault($"temperatures.{Key(t)}.{selection}.status") == "not known"
               select FormattableString.Invariant($"{selection} at {t:g6} K"),
        ];
        if (missing.Length > 0) yield return new Notice(NoticeLevel.Note, "Not in the data set", "The data set has no boundaries for: "
            + $"{string.Join(", ", missing)}. Those curves are left out.");
    }

    private Table Boundaries() => new("The boundary diffusivities behind the curves, and how firm they are.",
        [
            new Column("Temperature", "K"), new Column("Boundaries"), new Column("*D*_{gb}", "cm^2/s") { SignificantDigits = 3 },
            new Column("*D*_{gb}/*D*_{bulk}") { SignificantDigits = 3 }, new Column("Width", "angstrom") { SignificantDigits = 3 }, new Column("Status"),
        ],
        [
            .. from t in _temperatures
               from selection in BoundarySelection.Reserved
               let name = $"temperatures.{Key(t)}.{selection}"
               select (IReadOnlyList<Cell>)
               [
                   selection == BoundarySelection.Reserved[0] ? t : "", selection, 1e4 * Value($"{name}.boundary_diffusivity_m2_s"), Value($"{name}.boundary_over_bulk"),
                   1e10 * Value($"{name}.width_m"), results.Texts[$"{name}.status"],
               ],
        ]);

    private Table Diffusivities() => new($"Effective diffusivity by *{results.Texts["material.model"]}* for the mean boundary.",
        [new Column("Temperature", "K"), .. _tableGrains.Select(d => new Column(LengthText.Of(d), "cm^2/s") { SignificantDigits = 3, Style = NumberStyle.Scientific })],
        [
            .. _temperatures.Select(t => (IReadOnlyList<Cell>)
                [t, .. _tableGrains.Select(d => (Cell)(1e4 * Value($"temperatures.{Key(t)}.{BoundarySelection.Mean}.effective_diffusivity_m2_s.{GrainKey(d)}")))]),
        ]);

    private IEnumerable<Block> Points()
    {
        IReadOnlyList<string> points = results.List("points_in_order");
        if (points.Count == 0) yield break;
        yield return new Table("Published values against the model for the mean boundary. Measured grain sizes are rough, and dislocations and impurities differ.",
            [
                new Column("Value"), new Column("Kind"), new Column("Temperature", "K"), new Column("Grain size", "um"), new Column("Published", "cm^2/s") { SignificantDigits = 3 },
                new Column("Here", "cm^2/s") { SignificantDigits = 3 }, new Column("here/published") { SignificantDigits = 2 }, new Column("Source"),
            ],
            [
                .. points.Select((point, p) => (IReadOnlyList<Cell>)
                [
                    point, results.Texts[$"points.{ResultKey.Of(point)}.kind"], results.Values("points/temperature")[p], results.In("points/grain-size", QuantityKind.Length, "um")[p],
                    results.In("points/diffusivity", QuantityKind.Diffusivity, "cm^2/s")[p], 1e4 * results.Number($"points.{ResultKey.Of(point)}.ours_m2_s"),
                    results.Number($"points.{ResultKey.Of(point)}.ours_over_published"), results.Texts[$"points.{ResultKey.Of(point)}.citation"],
                ]),
            ]);
    }

    private static Paragraph RegimeText() => new(
        $"All models average over many grains. That is meaningful only once bulk diffusion has reached {HarrisonRegime.TypeALengthRatio} grain sizes (Harrison's "
            + "type A); before, lithium deep in a grain has not met a boundary, and the effective diffusivity is a formal average.");

    private Table Regimes() => new($"Time after which an effective medium exists, ({HarrisonRegime.TypeALengthRatio} *d*)^{{2}}/*D*_{{bulk}}.",
        [new Column("Temperature", "K"), .. _tableGrains.Select(d => new Column(LengthText.Of(d), "h") { SignificantDigits = 2 })],
        [.. _temperatures.Select(t => (IReadOnlyList<Cell>)[t, .. _tableGrains.Select(d => (Cell)results.Number($"temperatures.{Key(t)}.effective_medium_after_h.{GrainKey(d)}"))])]);

    private Table Formulas() => new("The models. *b*, *g*, *j*: diffusivities of grains, boundaries, triple junctions; *x* = width over grain size; *f*: boundary "
        + "fraction; *s*: segregation factor.",
        [new Column("Model"), new Column("Formula"), new Column("Own fraction"), new Column("Validity"), new Column("Source"), new Column("On the smallest grains")],
        [
            .. results.List("table_in_order").Concat(results.List("bounds_in_order")).Distinct().Select(model => (IReadOnlyList<Cell>)
            [
                model, ModelComparisonFigures.Formula(results.Texts[$"models.{model}.formula"]), results.Texts[$"models.{model}.own_fraction"],
                results.Texts[$"models.{model}.validity"], results.Texts[$"models.{model}.source"],
                results.Texts.GetValueOrDefault($"models.{model}.remark_on_the_smallest_grains", ""),
            ]),
        ]);

    private double Value(string name) => results.Numbers.GetValueOrDefault(name, double.NaN);

    private static string Key(double temperature) => ResultKey.Of(QuantityKind.Temperature.Format(temperature, "K"));

    private static string GrainKey(double grainSize) => ResultKey.Of(QuantityKind.Length.Format(grainSize, "um"));
}
