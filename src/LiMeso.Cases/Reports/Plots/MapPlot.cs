using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>Draws a <see cref="MapFigure"/>.</summary>
internal sealed class MapPlot
{
    // Colours cannot show more; whoever needs all digits has the run's own files.
    private const int MapDigits = 5, LineDigits = 6;

    private readonly MapFigure _figure;
    private readonly AxisScaling _x, _y;
    private readonly ColorBar _colors;
    private readonly PlotFrame _frame;
    private readonly JsonArray _traces = [];

    private MapPlot(MapFigure figure)
    {
        _figure = figure;
        _x = AxisScaling.Fit(figure.X, figure.Panels.SelectMany(panel => panel.X), 0);
        _y = AxisScaling.Fit(figure.Y, figure.Panels.SelectMany(panel => panel.Y), 0);
        _colors = new ColorBar(figure.Color, figure.Panels.SelectMany(panel => panel.Z.Cast<double>()), forLines: false);
        _frame = new PlotFrame(figure, [.. figure.Panels.Select(panel => panel.Title)], _x, _y, figure.Panels.Count > 1 ? 0.96 : 0.72, _colors.Margin);
    }

    /// <summary>The figure as the report's script reads it: a plot, the arrangement of its panels, and the titles of the tables made of its maps.</summary>
    public static JsonObject Describe(MapFigure figure) => new MapPlot(figure).Describe();

    private JsonObject Describe()
    {
        for (int panel = 0; panel < _figure.Panels.Count; panel++)
        {
            MapPanel map = _figure.Panels[panel];
            _traces.Add(Heatmap(panel, map));
            var labels = new ContourLabels(_frame.PanelWidth, _frame.PanelHeight);
            foreach (ReferencePoint point in map.Marks.Points) labels.Avoid(_x.Fraction(point.X) * _frame.PanelWidth, _y.Fraction(point.Y) * _frame.PanelHeight);
            var ink = new PanelInk(map.Marks, _x, _y, _frame.PanelWidth, _frame.PanelHeight);
            // The emphasised ones choose their labels' places first and are drawn last, on top.
            List<JsonObject> lines = [];
            foreach (Contours set in map.Contours.OrderByDescending(set => set.Emphasised)) lines.InsertRange(0, TraceSet(panel, map, set, labels, ink));
            foreach (JsonObject line in lines) _traces.Add(line);
            if (new MarksDrawing(_frame, _x, _y, onMap: true).Draw(panel, map.Marks, ink) is { } points) _traces.Add(points);
        }

        _frame.Annotate(_colors.Title());
        JsonObject layout = _frame.ToLayout();
        layout["coloraxis"] = _colors.ToJson();
        layout["showlegend"] = false;
        return new JsonObject
        {
            ["plot"] = new JsonObject { ["data"] = _traces, ["layout"] = layout },
            ["grid"] = _frame.ToGrid(LegendPlacement.None, 0),
            ["titles"] = new JsonObject
            {
                ["x"] = Heading(_figure.X.Title, _figure.X.Unit),
                ["y"] = Heading(_figure.Y.Title, _figure.Y.Unit),
                ["z"] = Heading(_figure.Color.Title, _figure.Color.Unit),
            },
        };
    }

    private JsonObject Heatmap(int panel, MapPanel map) => new()
    {
        ["type"] = "heatmap",
        ["name"] = PlotFrame.PanelName(_figure.Panels.Count, panel, map.Title),
        ["x"] = PlotJson.Numbers(map.X, LineDigits),
        ["y"] = PlotJson.Numbers(map.Y, LineDigits),
        ["z"] = PlotJson.Rows(map.Z, MapDigits),
        ["xaxis"] = PlotFrame.XName(panel),
        ["yaxis"] = PlotFrame.YName(panel),
        ["coloraxis"] = "coloraxis",
        ["logarithmic"] = _colors.Scaling.IsLogarithmic,
        ["hovertemplate"] = MapHover(),
    };

    // The script writes the values out.
    private string MapHover()
    {
        (string name, string unit) = _colors.Scaling.NameAndUnit;
        return PlotJson.Hover($"{PlotJson.Literal(name)}: %{{text}}{PlotJson.Literal(unit)}", _x, _y);
    }

    private IEnumerable<JsonObject> TraceSet(int panel, MapPanel map, Contours set, ContourLabels labels, PanelInk ink)
    {
        bool own = set.Field is null, logarithmic = own && _colors.Scaling.IsLogarithmic;
        double[,] field = set.Field ?? map.Z;
        double[] x = [.. map.X.Select(value => _x.Fraction(value) * _frame.PanelWidth)], y = [.. map.Y.Select(value => _y.Fraction(value) * _frame.PanelHeight)];
        for (int i = 0; i < set.Levels.Count; i++)
        {
            double level = set.Levels[i];
            string label = set.Labels?[i] ?? NumberText.WithUnit(level, set.Unit);
            // Lines of the map itself know the colour they lie on; other quantities' lines cross all colours and are cased in white.
            string color = own && !set.Emphasised && !ColorMaps.IsLight(_colors.ColorOf(level)) ? "#ffffff" : "#000000";
            List<List<(double X, double Y)>> lines = logarithmic
                ? ContourTracer.Trace(x, y, (iy, ix) => Math.Log10(field[iy, ix]), Math.Log10(level))
                : ContourTracer.Trace(x, y, (iy, ix) => field[iy, ix], level);
            List<List<(double X, double Y)>> pieces = LabelLongest(panel, lines, HtmlText.Plain(label), HtmlText.Inline(label), color, set.Emphasised || !own, labels);
            if (pieces.Count == 0) continue;
            foreach (List<(double X, double Y)> piece in pieces) ink.AddLine(piece);
            string name = set.Name is null ? HtmlText.Inline(label) : $"{HtmlText.Inline(set.Name)} {HtmlText.Inline(label)}";
            if (set.Emphasised || !own) yield return Line(panel, pieces, "rgba(255,255,255,0.9)", set.Emphasised ? 4.6 : 2.6, null);
            yield return Line(panel, pieces, set.Emphasised || !own ? "#000000" : ColorMaps.WithOpacity(color, 0.75), set.Emphasised ? 2.2 : 1, name);
        }
    }

    // Labels the longest line of a level and leaves a gap for it; the others stay whole.
    private List<List<(double X, double Y)>> LabelLongest(
        int panel, List<List<(double X, double Y)>> lines, string plain, string set, string color, bool haloed, ContourLabels labels)
    {
        List<List<(double X, double Y)>> pieces = [];
        List<(double X, double Y)>? longest = lines.MaxBy(Length);
        foreach (List<(double X, double Y)> line in lines)
        {
            if (line != longest || labels.Place(line, plain, out double gap) is not { } place)
            {
                pieces.Add(line);
                continue;
            }

            pieces.AddRange(ContourLabels.Cut(line, place, gap));
            string halo = color == "#ffffff" ? "rgba(0,0,0,0.55)" : "rgba(255,255,255,0.9)";
            _frame.Annotate(new JsonObject
            {
                ["text"] = haloed ? $"<b>{set}</b>" : set,
                ["xref"] = PlotFrame.XName(panel),
                ["yref"] = PlotFrame.YName(panel),
                ["x"] = _x.From + place.X / _frame.PanelWidth * (_x.To - _x.From),
                ["y"] = _y.From + place.Y / _frame.PanelHeight * (_y.To - _y.From),
                ["textangle"] = Math.Round(place.Degrees, 1),
                ["showarrow"] = false,
                ["font"] = new JsonObject { ["size"] = 11, ["color"] = color, ["shadow"] = $"0 0 2px {halo}, 0 0 3px {halo}" },
            });
        }

        return pieces;
    }

    private static double Length(List<(double X, double Y)> line) =>
        line.Zip(line.Skip(1), (a, b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y))).Sum();

    private JsonObject Line(int panel, List<List<(double X, double Y)>> pieces, string color, double width, string? name)
    {
        // One trace for all pieces, with gaps between them.
        IEnumerable<(double X, double Y)> points = pieces.SelectMany((piece, i) => i == 0 ? piece : piece.Prepend((double.NaN, double.NaN)));
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = PlotJson.Numbers(points.Select(point => _x.At(point.X / _frame.PanelWidth)), LineDigits),
            ["y"] = PlotJson.Numbers(points.Select(point => _y.At(point.Y / _frame.PanelHeight)), LineDigits),
            ["xaxis"] = PlotFrame.XName(panel),
            ["yaxis"] = PlotFrame.YName(panel),
            ["line"] = new JsonObject { ["color"] = color, ["width"] = width, ["simplify"] = false },
            ["showlegend"] = false,
        };
        if (name is null) trace["hoverinfo"] = "skip";
        else trace["hovertemplate"] = PlotJson.Hover(PlotJson.Literal(name), _x, _y);
        return trace;
    }

    private static string Heading(string title, string? unit) => HtmlText.Plain(UnitText.Heading(title, unit));
}
