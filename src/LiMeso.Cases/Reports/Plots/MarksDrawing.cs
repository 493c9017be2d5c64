using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>Draws a panel's reference lines, points and annotations, with their labels where they hide least.</summary>
/// <param name="frame">The figure's panels.</param>
/// <param name="x">Horizontal axis.</param>
/// <param name="y">Vertical axis.</param>
/// <param name="onMap">Whether a map lies below: lines are then drawn over it, not under the curves.</param>
internal sealed class MarksDrawing(PlotFrame frame, AxisScaling x, AxisScaling y, bool onMap)
{
    // A pale outline keeps labels readable on curves and on dark maps.
    private const string Halo = "1px 0 1px #fff, -1px 0 1px #fff, 0 1px 1px #fff, 0 -1px 1px #fff, 0 0 3px #fff";
    private const double Inset = 6, PointDistance = 9, WordDistance = 6, ArrowLength = 34;
    private static readonly double[] _alongLine = [1, 0, 0.75, 0.5, 0.25];

    /// <summary>Draws all marks of a panel that its axes can show. Points come back as a trace, so that they can be hovered over.</summary>
    /// <param name="panel">Number of the panel.</param>
    /// <param name="marks">Its marks.</param>
    /// <param name="ink">What is drawn there already; the labels are added to it.</param>
    public JsonObject? Draw(int panel, Marks marks, PanelInk ink)
    {
        List<ReferencePoint> points = [.. marks.Points.Where(point => CanShow(point.X, point.Y))];
        foreach (Annotation words in marks.Annotations.Where(words => CanShow(words.X, words.Y)))
            frame.Annotate(Label(panel, (words.X, words.Y), words.Text, words.Side, words.Arrow ? ArrowLength : WordDistance, words.Arrow, ink));
        foreach (ReferencePoint point in points)
            frame.Annotate(Label(panel, (point.X, point.Y), point.Label, point.Side, PointDistance, arrow: false, ink));
        foreach (ReferenceLine line in marks.Lines.Where(CanShow)) DrawLine(panel, line, ink);
        return points.Count == 0 ? null : PointsTrace(panel, points);
    }

    private bool CanShow(double atX, double atY) => double.IsFinite(x.Place(atX) + y.Place(atY));

    private bool CanShow(ReferenceLine line) => double.IsFinite((line.Direction == LineDirection.Horizontal ? y : x).Place(line.At));

    private void DrawLine(int panel, ReferenceLine line, PanelInk ink)
    {
        bool horizontal = line.Direction == LineDirection.Horizontal;
        (string across, string parallel) = horizontal ? ("y", "x") : ("x", "y");
        (string xRef, string yRef) = (PlotFrame.XName(panel), PlotFrame.YName(panel));
        frame.Draw(new JsonObject
        {
            ["type"] = "line",
            ["layer"] = onMap ? "above" : "below",
            ["xref"] = horizontal ? xRef + " domain" : xRef,
            ["yref"] = horizontal ? yRef : yRef + " domain",
            [parallel + "0"] = 0,
            [parallel + "1"] = 1,
            [across + "0"] = line.At,          // lines take values on a logarithmic axis, annotations logarithms
            [across + "1"] = line.At,
            ["line"] = new JsonObject { ["color"] = ColorMaps.Muted, ["width"] = 1, ["dash"] = "4px,3px" },
        });
        if (line.Label is null) return;
        (double along, bool beyond) = LineLabelPlace(line, horizontal, ink);
        double shift = along == 1 ? -Inset : along == 0 ? Inset : 0;
        frame.Annotate(new JsonObject
        {
            ["text"] = HtmlText.Inline(line.Label),
            ["xref"] = horizontal ? xRef + " domain" : xRef,
            ["yref"] = horizontal ? yRef : yRef + " domain",
            ["x"] = horizontal ? along : x.Place(line.At),
            ["y"] = horizontal ? y.Place(line.At) : along,
            ["xanchor"] = !horizontal ? (beyond ? "left" : "right") : along == 1 ? "right" : along == 0 ? "left" : "center",
            ["yanchor"] = horizontal ? (beyond ? "bottom" : "top") : along == 1 ? "top" : along == 0 ? "bottom" : "middle",
            ["xshift"] = horizontal ? shift : 0,
            ["yshift"] = horizontal ? 0 : shift,
            ["textangle"] = horizontal ? 0 : -90,
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["size"] = 11, ["color"] = ColorMaps.Muted, ["shadow"] = Halo },
        });
    }

    // At the line's right or upper end, above or left of it, unless another place along it or its other side hides less.
    private (double Along, bool Beyond) LineLabelPlace(ReferenceLine line, bool horizontal, PanelInk ink)
    {
        double length = PanelInk.LetterWidth * HtmlText.Plain(line.Label!).Length, span = horizontal ? frame.PanelWidth : frame.PanelHeight;
        double at = horizontal ? y.Fraction(line.At) * frame.PanelHeight : x.Fraction(line.At) * frame.PanelWidth;
        (double Along, bool Beyond) best = _alongLine.SelectMany(along => new[] { (along, horizontal), (along, !horizontal) }).MinBy(place => ink.Covered(Place(place)));
        ink.AddBox(Place(best));
        return best;

        Box Place((double Along, bool Beyond) place)
        {
            double start = place.Along switch { 1 => span - Inset - length, 0 => Inset, _ => place.Along * span - length / 2 }, side = place.Beyond ? at + 2 : at - 2 - PanelInk.LineHeight;
            return horizontal ? new Box(start, side, length, PanelInk.LineHeight) : new Box(side, start, PanelInk.LineHeight, length);
        }
    }

    private JsonObject Label(int panel, (double X, double Y) at, string text, LabelSide asked, double distance, bool arrow, PanelInk ink)
    {
        (int right, int up) = Direction(SideOf(at, text, asked, distance, ink));
        var label = new JsonObject
        {
            ["text"] = HtmlText.Inline(text),
            ["xref"] = PlotFrame.XName(panel),
            ["yref"] = PlotFrame.YName(panel),
            ["x"] = x.Place(at.X),
            ["y"] = y.Place(at.Y),
            ["xanchor"] = right switch { 1 => "left", -1 => "right", _ => "center" },
            ["yanchor"] = up switch { 1 => "bottom", -1 => "top", _ => "middle" },
            ["align"] = right switch { 1 => "left", -1 => "right", _ => "center" },
            ["showarrow"] = arrow,
            ["font"] = new JsonObject { ["size"] = 12, ["weight"] = onMap ? 600 : 400, ["color"] = ColorMaps.Ink, ["shadow"] = Halo },
        };
        if (arrow)
        {
            (label["ax"], label["ay"]) = (right * distance, -up * distance);
            (label["arrowhead"], label["arrowsize"], label["arrowwidth"], label["arrowcolor"]) = (2, 0.9, 1, ColorMaps.Ink);
            (label["standoff"], label["startstandoff"]) = (3, 2);
        }
        else
        {
            (label["xshift"], label["yshift"]) = (right * distance, up * distance);
        }

        return label;
    }

    private LabelSide SideOf((double X, double Y) at, string text, LabelSide asked, double distance, PanelInk ink)
    {
        double length = PanelInk.LetterWidth * HtmlText.Plain(text).Length;
        LabelSide[] sides = asked == LabelSide.Automatic
            ? [LabelSide.Right, LabelSide.Left, LabelSide.Above, LabelSide.Below, LabelSide.AboveRight, LabelSide.AboveLeft, LabelSide.BelowRight, LabelSide.BelowLeft]
            : [asked];
        LabelSide side = sides.MinBy(candidate => ink.Covered(Place(candidate)));
        ink.AddBox(Place(side));
        return side;

        Box Place(LabelSide candidate)
        {
            (int right, int up) = Direction(candidate);
            double left = x.Fraction(at.X) * frame.PanelWidth + right * distance - (1 - right) * length / 2;
            double bottom = y.Fraction(at.Y) * frame.PanelHeight + up * distance - (1 - up) * PanelInk.LineHeight / 2;
            return new Box(left, bottom, length, PanelInk.LineHeight);
        }
    }

    private static (int Right, int Up) Direction(LabelSide side) => side switch
    {
        LabelSide.Left => (-1, 0),
        LabelSide.Above => (0, 1),
        LabelSide.Below => (0, -1),
        LabelSide.AboveRight => (1, 1),
        LabelSide.AboveLeft => (-1, 1),
        LabelSide.BelowRight => (1, -1),
        LabelSide.BelowLeft => (-1, -1),
        _ => (1, 0),
    };

    private JsonObject PointsTrace(int panel, IReadOnlyList<ReferencePoint> points) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["x"] = PlotJson.Numbers(points.Select(p => p.X)),
        ["y"] = PlotJson.Numbers(points.Select(p => p.Y)),
        ["xaxis"] = PlotFrame.XName(panel),
        ["yaxis"] = PlotFrame.YName(panel),
        ["text"] = new JsonArray([.. points.Select(p => JsonValue.Create(HtmlText.Inline(p.Label)))]),
        ["marker"] = new JsonObject
        {
            ["symbol"] = "circle",
            ["size"] = 8,
            ["color"] = "#ffffff",
            ["line"] = new JsonObject { ["color"] = "#000000", ["width"] = 1.6 },
        },
        ["hovertemplate"] = PlotJson.Hover("%{text}", x, y),
        ["cliponaxis"] = false,
        ["showlegend"] = false,
    };
}
