using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Core.Units;
using LiMeso.Depletion;

namespace LiMeso.Cases.Kinds.DesignGuidelines;

/// <summary>The figures of a <c>design-guidelines</c> case.</summary>
internal sealed class DesignGuidelinesFigures(ResultData results, CaseHeader header, IReadOnlyList<string> targets, double[] utilisations)
{
    // Blue, orange and red as in the source, whose targets come in this order.
    private static readonly SeriesColor[] _colors = [SeriesColor.Blue, SeriesColor.Orange, SeriesColor.Vermilion, SeriesColor.Green, SeriesColor.Purple, SeriesColor.SkyBlue];
    private static readonly LineDash[] _dashes = [LineDash.Solid, LineDash.Dashed, LineDash.Dotted, LineDash.DashDotted];

    private readonly double[] _thicknesses = results.In("axes/thickness", QuantityKind.Length, "um");
    private readonly double[] _grains = results.In("axes/grain-size", QuantityKind.Length, "um");

    /// <summary>The regions in thickness and grain size, with their corners.</summary>
    public LineFigure Regions()
    {
        List<LineSeries> series = [];
        for (int i = 0; i < targets.Count; i++) series.Add(Region(i));
        series.Add(Corners("corner", "thinnest_foil_um", "largest_grain_size_um", MarkerShape.Circle));
        if (results.Numbers.Keys.Any(n => n.Contains(".published.", StringComparison.Ordinal)))
            series.Add(Corners("published corner", "published.thickness_um", "published.grain_size_um", MarkerShape.OpenSquare));
        return new LineFigure
        {
            Caption = "Foils that meet each target: thicker than the thinnest foil, with grains below the line. A region within another meets that target, too. "
                + "Dots mark the corners, the thinnest foil and the largest grain size of each region; squares the corners as published.",
            AnswersTo = header.AnswersTo,
            X = new PlotAxis("Foil thickness", "um") { Range = new AxisRange(_thicknesses[0], _thicknesses[^1]) },
            Y = PlotAxis.Logarithmic("Grain size", "um") with { Range = new AxisRange(_grains[0], _grains[^1]) },
            Panels = [new LinePanel(series)],
        };
    }

    /// <summary>The diffusivity that a foil needs, against its thickness.</summary>
    public LineFigure RequiredDiffusivity()
    {
        List<LineSeries> series = [];
        double least = double.PositiveInfinity;
        for (int i = 0; i < targets.Count; i++)
        {
            for (int u = 0; u < utilisations.Length; u++)
            {
                double[] needed = [.. Edge("edges/required-diffusivity", i, u).Select(d => QuantityKind.Diffusivity.In(d, "cm^2/s"))];
                least = Math.Min(least, needed.Where(double.IsFinite).DefaultIfEmpty(least).Min());
                string name = u == 0 ? targets[i] : $"{targets[i]}, {DesignGuidelinesReport.Percent(utilisations[u])} used";
                series.Add(new LineSeries(name, _thicknesses, needed) { Color = Color(i), Dash = _dashes[Math.Min(u, _dashes.Length - 1)] });
            }
        }

        return new LineFigure
        {
            Caption = "The smallest diffusivity with which a foil delivers the target's capacity (solid); broken lines where a share of its lithium must be used "
                + "besides. The solid lines fall towards the diffusivity that a foil without end needs.",
            AnswersTo = header.AnswersTo,
            X = new PlotAxis("Foil thickness", "um") { Range = new AxisRange(_thicknesses[0], _thicknesses[^1]) },
            Y = PlotAxis.Logarithmic("Required diffusivity", "cm^2/s") with { Range = double.IsFinite(least) ? new AxisRange(0.7 * least, 150 * least) : null },
            Panels = [new LinePanel(series)],
            Legend = LegendPlacement.Right,
        };
    }

    /// <summary>What every foil yields at each target's current.</summary>
    public IEnumerable<MapFigure> Maps()
    {
        if (!results.Arrays.ContainsKey("maps/capacity")) yield break;
        double toCapacity = 1 / ArealCapacity.MilliampHourPerSquareCentimetre;
        yield return new MapFigure
        {
            Caption = "Capacity of every foil at the current of each target. On the heavy line it is the target's; foils above it fail. Thin lines join foils of "
                + "equal utilisation: left of them a larger share of the lithium is used.",
            X = new PlotAxis("Foil thickness", "um"),
            Y = PlotAxis.Logarithmic("Grain size", "um"),
            Color = new ColorAxis("Capacity", "mAh/cm^2"),
            Panels =
            [
                .. targets.Select((target, i) =>
                {
                    double capacity = results.Number($"targets.{ResultKey.Of(target)}.capacity_mAh_cm2");
                    double current = results.Number($"targets.{ResultKey.Of(target)}.current_density_mA_cm2");
                    return new MapPanel(_thicknesses, _grains, results.Slice("maps/capacity", i, toCapacity))
                    {
                        Title = $"{target}: {NumberText.WithUnit(current, "mA/cm^2")}",
                        Contours =
                        [
                            .. utilisations.Length < 2 ? Array.Empty<Contours>() :
                            [
                                new Contours(utilisations[1..])
                                    { Field = results.Slice("maps/utilisation", i), Name = "Utilisation", Labels = [.. utilisations[1..].Select(DesignGuidelinesReport.Percent)] },
                            ],
                            new Contours([capacity]) { Unit = "mAh/cm^2", Emphasised = true },
                        ],
                    };
                }),
            ],
        };
    }

    private LineSeries Region(int target)
    {
        // Between the nodes to both sides of the thinnest foil the edge falls to nothing.
        double[] edge = [.. Edge("edges/grain-size", target, 0).Select(d => double.IsNaN(d) ? double.NaN : Math.Clamp(d * 1e6, 1e-6 * _grains[0], _grains[^1]))];
        double thinnest = results.Number($"targets.{ResultKey.Of(targets[target])}.thinnest_foil_um");
        List<double> x = [], y = [];
        for (int j = 0; j < edge.Length; j++)
        {
            if (double.IsNaN(edge[j])) continue;
            if (x.Count == 0 && j > 0) (x, y) = ([thinnest], [_grains[0]]);
            (x, y) = ([.. x, _thicknesses[j]], [.. y, edge[j]]);
        }

        return new LineSeries(targets[target], x, y) { Color = Color(target), Band = new Spread([.. y.Select(_ => _grains[0])], [.. y.Select(d => Math.Max(d, _grains[0]))]) };
    }

    private LineSeries Corners(string name, string thickness, string grain, MarkerShape marker) => new(
        name,
        [.. targets.Select(t => results.Numbers.GetValueOrDefault($"targets.{ResultKey.Of(t)}.{thickness}", double.NaN))],
        [.. targets.Select(t => results.Numbers.GetValueOrDefault($"targets.{ResultKey.Of(t)}.{grain}", double.NaN))])
    { Dash = LineDash.None, Marker = marker, Color = SeriesColor.Black };

    private double[] Edge(string name, int target, int utilisation)
    {
        int count = _thicknesses.Length, at = (target * utilisations.Length + utilisation) * count;
        return results.Values(name)[at..(at + count)];
    }

    private static SeriesColor Color(int target) => _colors[target % _colors.Length];
}
