using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.ModelComparison;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>The report of a <c>homogenise</c> case of a named cell, from its results alone.</summary>
internal sealed class PeriodicCellReport(ResultData results, CaseHeader header)
{
    private readonly double[] _shapes = results.Values("shape"), _matrix = results.Values("matrix"), _curve = results.Values("curve/shape");
    private readonly double _inclusion = results.Number("inclusion_m2_s");
    private readonly IReadOnlyList<string> _models = results.List("models_in_order");

    private string Shape => results.Texts["shape_is"] == "area fraction" ? $"Area fraction of {results.Texts["phases.second"]}" : $"Width of {results.Texts["phases.first"]} / period";

    public Report Write() => new(header.Title, header.Kind)
    {
        Headline =
        [
            new KeyNumber("Widest bounds", 100 * results.Number("bounds.largest_relative_width"), "%") { SignificantDigits = 2, Note = "upper over lower, less 1" },
            .. _models.Take(3).Select(Deviation),
        ],
        Sections =
        [
            new Section("Effective diffusivity", [Method(), Curves(), Cells()]),
            new Section("How far the models are off", [Deviations(), Worst()]),
            .. Field(),
        ],
    };

    /// <summary>Part of the names of results of one cell.</summary>
    /// <param name="ratio">D of the first phase over that of the second.</param>
    /// <param name="shape">The shape.</param>
    public static string Key(double ratio, double shape) => ResultKey.Of(FormattableString.Invariant($"ratio {ratio:0.######} shape {shape:0.######}"));

    private KeyNumber Deviation(string model) => new(model, $"{Percent(results.Number($"models.{model}.largest_deviation_below"))} to {Percent(results.Number($"models.{model}.largest_deviation_above"))} %")
    {
        Note = "off the computed value, over all cells",
    };

    private static string Percent(double share) => FormattableString.Invariant($"{100 * share:+0.0;−0.0;0}");

    private Paragraph Method() => new($"{CellSections.Method} Diffusivities are those along an edge of the cell, in units of that of the {results.Texts["phases.second"]}.");

    // Without the last digits of the division, so that a ratio of ten is written 10.
    private string Panel(int m) => $"{results.Texts["phases.first"]} × {NumberText.Format(Math.Round(_matrix[m] / _inclusion, 10), 3)}";

    private LineFigure Curves() => new()
    {
        Caption = "Effective diffusivity: computed (circles; their bounds are closer than the circles are wide where no bars are seen) and by models (lines).",
        AnswersTo = header.AnswersTo,
        X = PlotAxis.Logarithmic(Shape),
        Y = PlotAxis.Logarithmic($"D / D of {results.Texts["phases.second"]}"),
        Panels =
        [
            .. _matrix.Select((_, m) => new LinePanel(
            [
                .. _models.Select((model, k) => ModelStyle.Curve(model, _curve, Scaled(results.Array($"curve/{m}/diffusivity").Row(k)))),
                new LineSeries("computed", _shapes, Row("cells/value", m))
                {
                    Dash = LineDash.None, Marker = MarkerShape.OpenCircle, Color = SeriesColor.Black, ErrorBars = new Spread(Row("cells/lower", m), Row("cells/upper", m)),
                },
            ]) { Title = Panel(m) }),
        ],
        PanelsPerRow = 2,
        Legend = LegendPlacement.Right,
    };

    private Table Cells() => new("Every cell: the computed value between its bounds.",
        [
            new Column(Shape), new Column($"*D* of {results.Texts["phases.first"]}"), new Column("Lower bound") { SignificantDigits = 7 }, new Column("Value") { SignificantDigits = 7 },
            new Column("Upper bound") { SignificantDigits = 7 }, new Column("Relative width") { SignificantDigits = 2 }, new Column("Elements"),
        ],
        [
            .. from m in Enumerable.Range(0, _matrix.Length)
               from i in Enumerable.Range(0, _shapes.Length)
               select (IReadOnlyList<Cell>)
               [
                   _shapes[i], _matrix[m] / _inclusion, Row("cells/lower", m)[i], Row("cells/value", m)[i], Row("cells/upper", m)[i],
                   results.Array("cells/width").Row(m)[i], results.Array("cells/elements").Row(m)[i],
               ],
        ]);

    private LineFigure Deviations() => new()
    {
        Caption = "Models over the computed value, less 1. Curves that leave the panel are farther off; the table has them all.",
        X = PlotAxis.Logarithmic(Shape),
        Y = new PlotAxis("Deviation", "%") { Range = new AxisRange(-25, 25) },
        Panels =
        [
            .. _matrix.Select((_, m) => new LinePanel([.. _models.Select((model, k) => Deviation(model, m, k))])
            {
                Title = Panel(m),
                Marks = new Marks { Lines = [new ReferenceLine(LineDirection.Horizontal, 0)] },
            }),
        ],
        PanelsPerRow = 2,
        Legend = LegendPlacement.Right,
    };

    private LineSeries Deviation(string model, int m, int k)
    {
        double[] value = results.Array("cells/value").Row(m);
        return ModelStyle.Curve(model, _shapes, [.. results.Array($"models/{m}/diffusivity").Row(k).Select((d, i) => 100 * (d / value[i] - 1))]) with { Marker = MarkerShape.Circle };
    }

    private Table Worst() => new("Largest deviations over all cells.",
        [new Column("Model"), new Column("Below", "%") { SignificantDigits = 3 }, new Column("Above", "%") { SignificantDigits = 3 }],
        [.. _models.Select(m => (IReadOnlyList<Cell>)[m, 100 * results.Number($"models.{m}.largest_deviation_below"), 100 * results.Number($"models.{m}.largest_deviation_above")])]);

    private IEnumerable<Section> Field() => CellSections.Inside(results, () =>
        FormattableString.Invariant($"Corrector of the cell with shape {results.Number("field.shape"):g3} and {results.Texts["phases.first"]} ") +
        FormattableString.Invariant($"{results.Number("field.matrix_over_inclusion"):g4} times as fast as the {results.Texts["phases.second"]}"));

    private double[] Row(string array, int m) => Scaled(results.Array(array).Row(m));

    private double[] Scaled(double[] values) => [.. values.Select(v => v / _inclusion)];
}
