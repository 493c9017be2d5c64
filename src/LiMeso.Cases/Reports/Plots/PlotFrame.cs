using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>
/// The panels of a figure and the marks drawn in them. Lengths are pixels at the figure's full width; the report's script arranges the panels anew,
/// in the same proportions and if need be in fewer columns, for a narrower page or for paper.
/// </summary>
internal sealed class PlotFrame
{
    private const string FontFamily = "'Helvetica Neue', Helvetica, 'Liberation Sans', Arial, sans-serif";
    private const double LeftMargin = 76, BottomMargin = 56, ColumnGap = 32, TitleHeight = 26, ToolbarHeight = 28;

    private readonly int _panels, _perRow;
    private readonly bool _titled;
    private readonly double _width, _rightMargin;
    private readonly AxisScaling _x, _y;
    private readonly JsonArray _annotations = [], _shapes = [];

    /// <summary>Lays the panels out.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="titles">Titles of its panels.</param>
    /// <param name="x">Horizontal axis of all panels.</param>
    /// <param name="y">Vertical axis of all panels.</param>
    /// <param name="aspect">Height over width of a panel when the figure does not say.</param>
    /// <param name="rightMargin">Room for a colour bar or a legend.</param>
    public PlotFrame(Figure figure, IReadOnlyList<string?> titles, AxisScaling x, AxisScaling y, double aspect, double rightMargin)
    {
        (_panels, _x, _y, _rightMargin) = (titles.Count, x, y, rightMargin);
        _titled = _panels > 1 || titles.Any(title => title is not null);
        _perRow = Math.Clamp(figure.PanelsPerRow ?? _panels switch { 4 => 2, <= 3 => _panels, <= 6 or 9 => 3, _ => 4 }, 1, Math.Max(1, _panels));
        _width = _perRow switch { 1 => 720, 2 => 860, _ => 1040 };
        PanelWidth = (_width - LeftMargin - rightMargin - (_perRow - 1) * ColumnGap) / _perRow;
        PanelHeight = (figure.Aspect ?? aspect) * PanelWidth;
        for (int i = 0; i < _panels && _titled; i++) AddTitle(i, titles[i]);
    }

    /// <summary>Width of one panel.</summary>
    public double PanelWidth { get; }

    /// <summary>Height of one panel.</summary>
    public double PanelHeight { get; }

    /// <summary>Name of a panel's x axis, as traces refer to it.</summary>
    public static string XName(int panel) => panel == 0 ? "x" : $"x{panel + 1}";

    /// <summary>Name of a panel's y axis.</summary>
    public static string YName(int panel) => panel == 0 ? "y" : $"y{panel + 1}";

    /// <summary>Name of a panel in data tables: its letter, unless it is alone, and its title.</summary>
    public static string PanelName(int panels, int panel, string? title) =>
        $"{(panels == 1 ? "" : Letter(panel))} {(title is null ? "" : HtmlText.Plain(title))}".Trim();

    /// <summary>Draws a label.</summary>
    public void Annotate(JsonObject annotation) => _annotations.Add(annotation);

    /// <summary>Draws a line or an area.</summary>
    public void Draw(JsonObject shape) => _shapes.Add(shape);

    /// <summary>The layout, without what depends on the width of the page.</summary>
    public JsonObject ToLayout()
    {
        var layout = new JsonObject
        {
            ["autosize"] = false,
            ["paper_bgcolor"] = "#ffffff",
            ["plot_bgcolor"] = "#ffffff",
            ["font"] = new JsonObject { ["family"] = FontFamily, ["size"] = 12, ["color"] = ColorMaps.Ink },
            ["hovermode"] = "closest",
            ["hoverlabel"] = new JsonObject
            {
                ["bgcolor"] = "#ffffff",
                ["bordercolor"] = ColorMaps.Muted,
                ["align"] = "left",
                ["font"] = new JsonObject { ["family"] = FontFamily, ["size"] = 12, ["color"] = ColorMaps.Ink },
            },
            ["dragmode"] = "zoom",
            ["modebar"] = new JsonObject { ["bgcolor"] = "rgba(0,0,0,0)" },
            ["annotations"] = _annotations,
            ["shapes"] = _shapes,
        };
        for (int i = 0; i < _panels; i++)
        {
            layout[i == 0 ? "xaxis" : $"xaxis{i + 1}"] = Linked(_x.ToJson(), YName(i), i == 0 ? null : "x");
            layout[i == 0 ? "yaxis" : $"yaxis{i + 1}"] = Linked(_y.ToJson(), XName(i), i == 0 ? null : "y");
        }

        return layout;
    }

    /// <summary>How the panels stand to each other, for the script that arranges them.</summary>
    /// <param name="legend">Where the legend stands.</param>
    /// <param name="legendLines">Lines of the legend.</param>
    public JsonObject ToGrid(LegendPlacement legend, int legendLines) => new()
    {
        ["panels"] = _panels,
        ["perRow"] = _perRow,
        ["width"] = _width,
        ["aspect"] = PanelHeight / PanelWidth,
        ["columnGap"] = ColumnGap,
        ["rowGap"] = _titled ? TitleHeight + 14 : 20,
        ["margin"] = new JsonObject { ["l"] = LeftMargin, ["r"] = _rightMargin, ["t"] = _titled ? TitleHeight + 8 : ToolbarHeight, ["b"] = BottomMargin },
        ["xTitle"] = _x.Title,
        ["yTitle"] = _y.Title,
        ["legend"] = legend == LegendPlacement.None ? null : legend.ToString(),
        ["legendLines"] = legendLines,
    };

    private static string Letter(int panel) => $"({(char)('a' + panel % 26)})";

    private static JsonObject Linked(JsonObject axis, string anchor, string? matches)
    {
        axis["anchor"] = anchor;
        if (matches is not null) axis["matches"] = matches;
        return axis;
    }

    private void AddTitle(int panel, string? title) => Annotate(new JsonObject
    {
        ["text"] = (_panels > 1 ? $"<b>{Letter(panel)}</b>{(title is null ? "" : "&nbsp; ")}" : "") + (title is null ? "" : HtmlText.Inline(title)),
        ["xref"] = XName(panel) + " domain",
        ["yref"] = YName(panel) + " domain",
        ["x"] = 0,
        ["y"] = 1,
        ["xanchor"] = "left",
        ["yanchor"] = "bottom",
        ["yshift"] = 3,
        ["showarrow"] = false,
        ["font"] = new JsonObject { ["size"] = 13 },
    });
}
