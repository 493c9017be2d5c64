using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>The panels of a figure on paper: where each stands, which axes carry labels, and the marks drawn in them. Lengths are pixels at the figure's full width.</summary>
internal sealed class PlotFrame
{
    public const string FontFamily = "'Helvetica Neue', Helvetica, 'Liberation Sans', Arial, sans-serif";
    private const double LeftMargin = 76, BottomMargin = 56, ColumnGap = 32, TitleHeight = 26;

    private readonly int _panels, _perRow;
    private readonly double _rightMargin, _topMargin, _rowGap;
    private readonly JsonObject[] _xAxes, _yAxes;
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
        _perRow = Math.Clamp(figure.PanelsPerRow ?? _panels switch { 4 => 2, <= 3 => _panels, <= 6 or 9 => 3, _ => 4 }, 1, Math.Max(1, _panels));
        bool titled = _panels > 1 || titles.Any(title => title is not null);
        _topMargin = titled ? TitleHeight + 8 : 28;      // room for the toolbar
        _rowGap = titled ? TitleHeight + 14 : 20;
        Width = _perRow switch { 1 => 720, 2 => 860, _ => 1040 };
        PanelWidth = (Width - LeftMargin - rightMargin - (_perRow - 1) * ColumnGap) / _perRow;
        PanelHeight = Math.Round((figure.Aspect ?? aspect) * PanelWidth);
        int rows = (_panels + _perRow - 1) / _perRow;
        Height = _topMargin + rows * PanelHeight + (rows - 1) * _rowGap + BottomMargin;
        (_xAxes, _yAxes) = (new JsonObject[_panels], new JsonObject[_panels]);
        for (int i = 0; i < _panels; i++)
        {
            AddAxes(i);
            if (titled) AddTitle(i, titles[i]);
        }
    }

    public double Width { get; }

    public double Height { get; }

    public double PanelWidth { get; }

    public double PanelHeight { get; }

    /// <summary>Columns of panels.</summary>
    public int PerRow => _perRow;

    /// <summary>Name of a panel's x axis, as traces refer to it.</summary>
    public static string XName(int panel) => panel == 0 ? "x" : $"x{panel + 1}";

    /// <summary>Name of a panel's y axis.</summary>
    public static string YName(int panel) => panel == 0 ? "y" : $"y{panel + 1}";

    /// <summary>"(a)", "(b)", …</summary>
    public static string Letter(int panel) => $"({(char)('a' + panel % 26)})";

    /// <summary>Name of a panel in data tables: its letter, unless it is alone, and its title.</summary>
    public static string PanelName(int panels, int panel, string? title) =>
        $"{(panels == 1 ? "" : Letter(panel))} {(title is null ? "" : HtmlText.Plain(title))}".Trim();

    /// <summary>Draws a label.</summary>
    public void Annotate(JsonObject annotation) => _annotations.Add(annotation);

    /// <summary>Draws a line or an area.</summary>
    public void Draw(JsonObject shape) => _shapes.Add(shape);

    /// <summary>The finished layout.</summary>
    public JsonObject ToLayout()
    {
        var layout = new JsonObject
        {
            ["width"] = Width,
            ["height"] = Height,
            ["autosize"] = false,
            ["margin"] = new JsonObject { ["l"] = LeftMargin, ["r"] = _rightMargin, ["t"] = _topMargin, ["b"] = BottomMargin },
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
            layout[i == 0 ? "xaxis" : $"xaxis{i + 1}"] = _xAxes[i];
            layout[i == 0 ? "yaxis" : $"yaxis{i + 1}"] = _yAxes[i];
        }

        return layout;
    }

    private void AddAxes(int panel)
    {
        (int row, int column) = (panel / _perRow, panel % _perRow);
        double innerWidth = Width - LeftMargin - _rightMargin, innerHeight = Height - _topMargin - BottomMargin;
        double left = column * (PanelWidth + ColumnGap), top = row * (PanelHeight + _rowGap);
        bool lowest = panel + _perRow >= _panels, leftmost = column == 0;

        JsonObject x = _x.ToJson();
        x["domain"] = new JsonArray(left / innerWidth, (left + PanelWidth) / innerWidth);
        x["anchor"] = YName(panel);
        x["showticklabels"] = lowest;
        if (lowest) x["title"] = AxisTitle(_x.Title, 10);
        JsonObject y = _y.ToJson();
        y["domain"] = new JsonArray(Math.Max(0, 1 - (top + PanelHeight) / innerHeight), 1 - top / innerHeight);
        y["anchor"] = XName(panel);
        y["showticklabels"] = leftmost;
        if (leftmost) y["title"] = AxisTitle(_y.Title, 8);
        if (panel > 0) (x["matches"], y["matches"]) = ("x", "y");
        (_xAxes[panel], _yAxes[panel]) = (x, y);
    }

    private static JsonObject AxisTitle(string text, double standoff) =>
        new() { ["text"] = text, ["standoff"] = standoff, ["font"] = new JsonObject { ["size"] = 13 } };

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
