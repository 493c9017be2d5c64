using System.Globalization;
using System.Text.RegularExpressions;
using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Core.Units;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.ModelComparison;

/// <summary>The figures of a <c>polycrystal-models</c> case.</summary>
internal sealed partial class ModelComparisonFigures(ResultData results, CaseHeader header)
{
    private const string Isotropic = "isotropic bounds", Unrestricted = "bounds";

    private readonly double[] _grains = results.In("axes/grain-size", QuantityKind.Length, "um");
    private readonly double[] _temperatures = results.Values("axes/temperature");
    private readonly double[] _reference = results.Values("reference");

    private string CommonTitle => $"all with the fraction *{results.Texts["common_fraction"]}*";

    private string Reference => results.Texts["material.model"];

    /// <summary>All models compared: diffusivities.</summary>
    public LineFigure Models() => new()
    {
        Caption = string.Create(CultureInfo.InvariantCulture, $"Effective diffusivity at {results.Number("material.temperature_K"):g6} K: every model with its own boundary "
            + $"fraction (left), and all with the fraction *{results.Texts["common_fraction"]}*, {Formula(results.Texts["common_fraction_formula"])} (right). The "
            + $"bands, drawn where all have one fraction, span the bounds of Hashin and Shtrikman for isotropic two-phase polycrystals (dark) and of Wiener for any "
            + $"(pale); models with triple junctions have a third phase and may leave them."),
        AnswersTo = header.AnswersTo,
        X = PlotAxis.Logarithmic("Grain size", "um"),
        Y = PlotAxis.Logarithmic("Effective diffusivity", "cm^2/s"),
        Panels =
        [
            Panel("models", "own-fraction", "each with its own fraction", Diffusivity, bands: false),
            Panel("models", "common-fraction", CommonTitle, Diffusivity, bands: true),
        ],
        Legend = LegendPlacement.Right,
    };

    /// <summary>A group of models in units of the reference.</summary>
    public LineFigure Ratios(string group, string what) => new()
    {
        Caption = $"{what} in units of *{Reference}*. Curves that leave the panel at the bottom have no fast path along the flux.",
        X = PlotAxis.Logarithmic("Grain size", "um"),
        Y = PlotAxis.Logarithmic($"Diffusivity over {Reference}") with { Range = new AxisRange(0.2, 10) },
        Panels =
        [
            Panel(group, "own-fraction", "each with its own fraction", Ratio, bands: false),
            Panel(group, "common-fraction", CommonTitle, Ratio, bands: true),
        ],
        Legend = LegendPlacement.Right,
    };

    /// <summary>Largest over smallest of the models said to be comparable.</summary>
    public LineFigure Spread()
    {
        double limit = results.Number("comparable.above_m");
        return new LineFigure
        {
            Caption = $"Largest over smallest diffusivity of {string.Join(", ", results.List("comparable_in_order"))}.",
            X = PlotAxis.Logarithmic("Grain size", "um"),
            Y = PlotAxis.Logarithmic("Largest over smallest"),
            Panels =
            [
                new LinePanel(
                [
                    new LineSeries("each with its own fraction", _grains, results.Values("comparable/own-fraction")),
                    new LineSeries($"all with {results.Texts["common_fraction"]}", _grains, results.Values("comparable/common-fraction")),
                ])
                { Marks = new Marks { Lines = [new ReferenceLine(LineDirection.Vertical, 1e6 * limit, LengthText.Of(limit))] } },
            ],
        };
    }

    /// <summary>Slowest, mean and fastest boundaries, one panel a temperature.</summary>
    public LineFigure Temperatures() => new()
    {
        Caption = $"Effective diffusivity by the model *{Reference}* for the slowest, mean and fastest boundaries of the data set; the broken line is the single crystal."
            + (results.List("points_in_order").Count == 0 ? "" : " Symbols: published values, filled where measured."),
        AnswersTo = header.AnswersTo,
        X = PlotAxis.Logarithmic("Grain size", "um"),
        Y = PlotAxis.Logarithmic("Effective diffusivity", "cm^2/s"),
        Panels = [.. _temperatures.Select(TemperaturePanel)],
        PanelsPerRow = 2,
    };

    /// <summary>A formula as written in a model's description, with its powers raised and true minus signs.</summary>
    internal static string Formula(string written) => Power().Replace(written, "^{$1}").Replace(" - ", " − ", StringComparison.Ordinal);

    [GeneratedRegex(@"\^(\d)")]
    private static partial Regex Power();

    private LinePanel Panel(string group, string fraction, string title, Func<double[], double[]> convert, bool bands)
    {
        List<LineSeries> series = [];
        if (bands) series.AddRange([Band(Unrestricted, 2, fraction, convert), Band(Isotropic, 0, fraction, convert)]);
        IReadOnlyList<string> models = results.List($"{group}_in_order");
        ResultArray values = results.Array($"{group}/{fraction}");
        for (int m = 0; m < models.Count; m++) series.Add(ModelStyle.Curve(models[m], _grains, convert(values.Row(m))));
        return new LinePanel(series) { Title = title };
    }

    private LineSeries Band(string name, int lower, string fraction, Func<double[], double[]> convert)
    {
        ResultArray bounds = results.Array($"bounds/{fraction}");
        (double[] low, double[] high) = (convert(bounds.Row(lower)), convert(bounds.Row(lower + 1)));
        return new LineSeries(name, _grains, high) { Dash = LineDash.None, Color = SeriesColor.Grey, Band = new Spread(low, high), InLegend = false };
    }

    private LinePanel TemperaturePanel(double temperature, int t)
    {
        double bulk = QuantityKind.Diffusivity.In(results.Values("temperatures/bulk")[t], "cm^2/s");
        List<LineSeries> series =
        [
            Curve(BoundarySelection.Fastest, t, SeriesColor.Vermilion), Curve(BoundarySelection.Mean, t, SeriesColor.Blue), Curve(BoundarySelection.Slowest, t, SeriesColor.Green),
            new LineSeries("single crystal", [_grains[0], _grains[^1]], [bulk, bulk]) { Dash = LineDash.Dashed, Color = SeriesColor.Grey },
        ];
        IReadOnlyList<string> points = results.List("points_in_order");
        for (int p = 0; p < points.Count; p++)
        {
            if (results.Values("points/temperature")[p] != temperature) continue;
            bool measured = results.Texts[$"points.{ResultKey.Of(points[p])}.kind"] == "measured";
            double grain = results.In("points/grain-size", QuantityKind.Length, "um")[p], diffusivity = results.In("points/diffusivity", QuantityKind.Diffusivity, "cm^2/s")[p];
            series.Add(new LineSeries(points[p], [grain], [diffusivity])
            { Dash = LineDash.None, Marker = measured ? MarkerShape.Diamond : MarkerShape.OpenSquare, Color = measured ? SeriesColor.Black : SeriesColor.Purple });
        }

        return new LinePanel(series) { Title = FormattableString.Invariant($"{temperature:g6} K") };
    }

    private LineSeries Curve(string selection, int t, SeriesColor color) =>
        new(selection, _grains, Diffusivity(results.Array($"temperatures/{selection}").Row(t))) { Color = color };

    private static double[] Diffusivity(double[] values)
    {
        double scale = QuantityKind.Diffusivity.In(1, "cm^2/s");
        return [.. values.Select(v => v * scale)];
    }

    private double[] Ratio(double[] values) => [.. values.Zip(_reference, (v, r) => v / r)];
}
