using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>Draws a panel's reference lines, points and annotations.</summary>
/// <param name="frame">The figure's panels.</param>
/// <param name="x">Horizontal axis.</param>
/// <param name="y">Vertical axis.</param>
/// <param name="onMap">Whether a map lies below: lines are then drawn over it, not under the curves.</param>
internal sealed class MarksDrawing(PlotFrame frame, AxisScaling x, AxisScaling y, bool onMap)
{
    // A pale halo keeps labels readable on curves and on dark maps.
    private const string Halo = "1px 0 1px #fff, -1px 0 1px #fff, 0 1px 1px #fff, 0 -1px 1px #fff, 0 0 3px #fff";
    private const double LineLabelInset = 6;

    /// <summary>Draws all marks of a panel. Points come back as a trace, so that they can be hovered over.</summary>
    public JsonObject? Draw(int panel, Marks marks)
    {
        foreach (ReferenceLine line in marks.Lines) DrawLine(panel, line);
        foreach (Annotation annotation in marks.Annotations)
            frame.Annotate(Label(panel, annotation.X, annotation.Y, annotation.Text, annotation.Side, annotation.Arrow ? 34 : 6, annotation.Arrow));
        foreach (ReferencePoint point in marks.Points)
            frame.Annotate(Label(panel, point.X, point.Y, point.Label, point.Side, 9, arrow: false));
        return marks.Points.Count == 0 ? null : PointsTrace(panel, marks.Points);
    }

    private void DrawLine(int panel, ReferenceLine line)
    {
        bool horizontal = line.Direction == LineDirection.Horizontal;
        (string across, string along) = horizontal ? ("y", "x") : ("x", "y");
        (string xRef, string yRef) = (PlotFrame.XName(panel), PlotFrame.YName(panel));
        frame.Draw(new JsonObject
        {
            ["type"] = "line",
            ["layer"] = onMap ? "above" : "below",
            ["xref"] = horizontal ? xRef + " domain" : xRef,
            ["yref"] = horizontal ? yRef : yRef + " domain",
            [along + "0"] = 0,
            [along + "1"] = 1,
            [across + "0"] = line.At,          // lines take values on a logarithmic axis, annotations logarithms
            [across + "1"] = line.At,
            ["line"] = new JsonObject { ["color"] = ColorMaps.Muted, ["width"] = 1, ["dash"] = "4px,3px" },
        });
        if (line.Label is null) return;
        frame.Annotate(new JsonObject
        {
            ["text"] = HtmlText.Inline(line.Label),
            ["xref"] = horizontal ? xRef + " domain" : xRef,
            ["yref"] = horizontal ? yRef : yRef + " domain",
            ["x"] = horizontal ? 1 - LineLabelInset / frame.PanelWidth : x.Place(line.At),
            ["y"] = horizontal ? y.Place(line.At) : 1 - LineLabelInset / frame.PanelHeight,
            ["xanchor"] = "right",
            ["yanchor"] = horizontal ? "bottom" : "top",
            ["textangle"] = horizontal ? 0 : -90,
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["size"] = 11, ["color"] = ColorMaps.Muted, ["shadow"] = Halo },
        });
    }

    private JsonObject Label(int panel, double atX, double atY, string text, LabelSide side, double distance, bool arrow)
    {
        (int right, int up) = side switch { LabelSide.Left => (-1, 0), LabelSide.Above => (0, 1), LabelSide.Below => (0, -1), _ => (1, 0) };
        var label = new JsonObject
        {
            ["text"] = HtmlText.Inline(text),
            ["xref"] = PlotFrame.XName(panel),
            ["yref"] = PlotFrame.YName(panel),
            ["x"] = x.Place(atX),
            ["y"] = y.Place(atY),
            ["xanchor"] = right switch { 1 => "left", -1 => "right", _ => "center" },
            ["yanchor"] = up switch { 1 => "bottom", -1 => "top", _ => "middle" },
            ["align"] = right switch { 1 => "left", -1 => "right", _ => "center" },
            ["showarrow"] = arrow,
            ["font"] = new JsonObject { ["size"] = 12, ["color"] = ColorMaps.Ink, ["shadow"] = Halo },
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
