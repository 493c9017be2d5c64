using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>Draws a <see cref="LineFigure"/>.</summary>
internal sealed class LinePlot
{
    private readonly LineFigure _figure;
    private readonly AxisScaling _x, _y;
    private readonly ColorBar? _colors;
    private readonly PlotFrame _frame;
    private readonly List<string> _names, _colored;
    private readonly JsonArray _traces = [];
    private readonly CurveTables _tables;

    private LinePlot(LineFigure figure)
    {
        (_figure, _tables) = (figure, new CurveTables(figure));
        List<LineSeries> all = [.. figure.Panels.SelectMany(panel => panel.Series)];
        bool marked = all.Exists(series => series.Marker != MarkerShape.None);
        _x = AxisScaling.Fit(figure.X, all.SelectMany(s => s.X).Concat(figure.Panels.SelectMany(p => p.Marks.Points.Select(point => point.X))), marked ? 0.03 : 0);
        _y = AxisScaling.Fit(figure.Y, all.SelectMany(Ordinates).Concat(figure.Panels.SelectMany(p => p.Marks.Points.Select(point => point.Y))), 0.05);
        _names = [.. all.Where(IsInLegend).Select(s => HtmlText.Plain(s.Name)).Distinct()];
        _colored = [.. all.Where(s => s.Color == SeriesColor.Automatic).Select(s => s.Name).Distinct()];
        _colors = figure.SeriesColors is { } axis ? new ColorBar(axis, all.Select(s => s.ColorValue ?? double.NaN), forLines: true) : null;
        List<string?> titles = [.. figure.Panels.Select(panel => panel.Title)];
        Legend = _names.Count == 0 || (_names.Count == 1 && all.Count == 1) ? LegendPlacement.None : figure.Legend;
        double aspect = figure.Panels.Count > 1 ? 0.8 : 0.6;
        PlotFrame Frame(double right) => new(figure, titles, _x, _y, aspect, right);
        _frame = Frame(_colors is null ? 16 : _colors.Margin);
        if (Legend == LegendPlacement.Automatic)
        {
            // The labels of marks still have to find their places: the legend gives way to none of them, they to it.
            Legend = LegendCorner.Find(new PanelInk(figure.Panels[0], _x, _y, _frame.PanelWidth, _frame.PanelHeight), _names, _frame.PanelWidth, _frame.PanelHeight);
        }

        if (Legend == LegendPlacement.Right && _colors is not null) Legend = LegendPlacement.TopRight;      // the colour bar stands outside already
        if (Legend == LegendPlacement.Right) _frame = Frame(LegendCorner.BoxWidth(_names) + 20);
    }

    private LegendPlacement Legend { get; }

    /// <summary>The figure as the report's script reads it: a plot, the arrangement of its panels, and the tables its curves take their numbers from.</summary>
    public static JsonObject Describe(LineFigure figure) => new LinePlot(figure).Describe();

    private JsonObject Describe()
    {
        List<string> seen = [];
        for (int panel = 0; panel < _figure.Panels.Count; panel++)
        {
            AddSeries(panel, seen);
            var ink = new PanelInk(_figure.Panels[panel], _x, _y, _frame.PanelWidth, _frame.PanelHeight);
            if (panel == 0 && Legend is not (LegendPlacement.None or LegendPlacement.Right)) ink.AddBox(LegendCorner.BoxAt(Legend, _names, _frame.PanelWidth, _frame.PanelHeight));
            if (new MarksDrawing(_frame, _x, _y, onMap: false).Draw(panel, _figure.Panels[panel].Marks, ink) is { } points) _traces.Add(points);
        }

        if (_colors is not null) _frame.Annotate(_colors.Title());
        JsonObject layout = _frame.ToLayout();
        if (_colors is not null)
        {
            layout["coloraxis"] = _colors.ToJson();
            _traces.Add(ColorBarCarrier());
        }

        layout["showlegend"] = Legend != LegendPlacement.None;
        if (Legend != LegendPlacement.None) layout["legend"] = LegendBox();
        return new JsonObject
        {
            ["plot"] = new JsonObject { ["data"] = _traces, ["layout"] = layout },
            ["grid"] = _frame.ToGrid(Legend, _names.Count),
            ["tables"] = _tables.ToJson(),
        };
    }

    private void AddSeries(int panel, List<string> seen)
    {
        foreach (LineSeries series in _figure.Panels[panel].Series)
        {
            string color = _colors is not null && series.ColorValue is { } value ? _colors.ColorOf(value) : ColorMaps.Of(series.Color, _colored.IndexOf(series.Name));
            bool inLegend = IsInLegend(series) && !seen.Contains(series.Name);
            seen.Add(series.Name);
            if (series.Band is { } band) _traces.Add(BandTrace(panel, series, band, color));
            _traces.Add(CurveTrace(panel, series, color, inLegend));
        }
    }

    // What the colour bar explains needs no legend.
    private bool IsInLegend(LineSeries series) => series.InLegend && (_figure.SeriesColors is null || series.ColorValue is null);

    private JsonObject CurveTrace(int panel, LineSeries series, string color, bool inLegend)
    {
        bool line = series.Dash != LineDash.None, markers = series.Marker != MarkerShape.None;
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = (line, markers) switch { (true, true) => "lines+markers", (true, false) => "lines", (false, true) => "markers", _ => "none" },
            ["name"] = HtmlText.Inline(series.Name),
            ["xaxis"] = PlotFrame.XName(panel),
            ["yaxis"] = PlotFrame.YName(panel),
            ["legendgroup"] = series.Name,
            ["showlegend"] = inLegend,
            ["hovertemplate"] = PlotJson.Hover(PlotJson.Literal(HtmlText.Inline(series.Name)), _x, _y),
            ["from"] = _tables.Add(panel, series),
        };
        if (line) trace["line"] = new JsonObject { ["color"] = color, ["width"] = 1.8, ["simplify"] = false, ["dash"] = DashName(series.Dash) };
        if (markers) (trace["marker"], trace["cliponaxis"]) = (MarkerStyle(series.Marker, color), false);
        if (series.ErrorBars is { } bars)
        {
            trace["error_y"] = new JsonObject
            {
                ["type"] = "data",
                ["symmetric"] = false,
                ["array"] = PlotJson.Numbers(bars.Upper.Zip(series.Y, (upper, y) => upper - y)),
                ["arrayminus"] = PlotJson.Numbers(series.Y.Zip(bars.Lower, (y, lower) => y - lower)),
                ["color"] = color,
                ["thickness"] = 1.1,
                ["width"] = 3,
            };
        }

        return trace;
    }

    private JsonObject BandTrace(int panel, LineSeries series, Spread band, string color)
    {
        // A closed outline: up along the lower ends, back along the upper. What a logarithmic axis cannot show ends at its edge.
        double floor = _y.IsLogarithmic ? Math.Pow(10, Math.Min(_y.From, _y.To)) : double.NegativeInfinity;
        List<int> drawn = [.. Enumerable.Range(0, series.X.Count).Where(i => double.IsFinite(series.X[i] + band.Lower[i] + band.Upper[i]))];
        IEnumerable<int> back = Enumerable.Reverse(drawn);
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = PlotJson.Numbers(drawn.Concat(back).Select(i => series.X[i])),
            ["y"] = PlotJson.Numbers(drawn.Select(i => Math.Max(floor, band.Lower[i])).Concat(back.Select(i => Math.Max(floor, band.Upper[i])))),
            ["xaxis"] = PlotFrame.XName(panel),
            ["yaxis"] = PlotFrame.YName(panel),
            ["fill"] = "toself",
            ["fillcolor"] = ColorMaps.WithOpacity(color, 0.16),
            ["line"] = new JsonObject { ["width"] = 0 },
            ["hoverinfo"] = "skip",
            ["legendgroup"] = series.Name,
            ["showlegend"] = false,
        };
    }

    // A colour bar needs a trace to belong to; this one has nothing to draw.
    private static JsonObject ColorBarCarrier() => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["x"] = new JsonArray(null, null),
        ["y"] = new JsonArray(null, null),
        ["marker"] = new JsonObject { ["color"] = new JsonArray(0, 1), ["coloraxis"] = "coloraxis" },
        ["hoverinfo"] = "skip",
        ["showlegend"] = false,
    };

    // The script puts it in its place.
    private static JsonObject LegendBox() => new()
    {
        ["bgcolor"] = "rgba(255,255,255,0.85)",
        ["borderwidth"] = 0,
        ["tracegroupgap"] = 0,
        ["font"] = new JsonObject { ["size"] = 12 },
    };

    private static IEnumerable<double> Ordinates(LineSeries series) =>
        series.Y.Concat(series.Band?.Lower ?? []).Concat(series.Band?.Upper ?? []).Concat(series.ErrorBars?.Lower ?? []).Concat(series.ErrorBars?.Upper ?? []);

    private static string DashName(LineDash dash) => dash switch
    {
        LineDash.Dashed => "7px,4px",
        LineDash.Dotted => "2px,3px",
        LineDash.DashDotted => "8px,3px,2px,3px",
        _ => "solid",
    };

    private static JsonObject MarkerStyle(MarkerShape shape, string color)
    {
        bool open = shape is MarkerShape.OpenCircle or MarkerShape.OpenSquare;
        string symbol = shape switch
        {
            MarkerShape.Square or MarkerShape.OpenSquare => "square",
            MarkerShape.Diamond => "diamond",
            MarkerShape.Triangle => "triangle-up",
            MarkerShape.Cross => "x-thin",
            _ => "circle",
        };
        return new JsonObject
        {
            ["symbol"] = symbol,
            ["size"] = 6.5,
            ["color"] = open ? "#ffffff" : color,
            ["line"] = new JsonObject { ["color"] = color, ["width"] = open || shape == MarkerShape.Cross ? 1.5 : 0 },
        };
    }
}
