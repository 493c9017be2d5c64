using System.Globalization;
using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>A colour axis with its ends settled, and the bar that explains it.</summary>
internal sealed class ColorBar
{
    private const double Gap = 12, Thickness = 13, TickLength = 4;

    private readonly ColorAxis _axis;
    private readonly double _mapEnd;
    private readonly List<(double Place, string Label)> _ticks;
    private readonly int _powerOfTen;

    /// <summary>Settles the ends of a colour axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="values">All values coloured by it.</param>
    /// <param name="forLines">Leaves out the palest colours, which a thin line on white loses.</param>
    public ColorBar(ColorAxis axis, IEnumerable<double> values, bool forLines)
    {
        _axis = axis;
        _mapEnd = forLines && axis.Map != ColorMap.BlueRed ? 0.86 : 1;
        Scaling = AxisScaling.Fit(new PlotAxis(axis.Title, axis.Unit, axis.Scale) { Range = axis.Range }, values, 0);
        (double low, double high) = (Math.Min(Scaling.From, Scaling.To), Math.Max(Scaling.From, Scaling.To));
        (_ticks, _powerOfTen) = Scaling.IsLogarithmic ? (AxisTicks.Logarithmic(low, high), 0) : AxisTicks.Linear(low, high);
    }

    /// <summary>Turns values into places along the bar.</summary>
    public AxisScaling Scaling { get; }

    /// <summary>Room in pixels to the right of the panels: the bar, its numbers and its title.</summary>
    public double Margin => TitleOffset + 26;

    private double TitleOffset => Gap + Thickness + TickLength + 8 + PanelInk.LetterWidth * _ticks.Select(tick => HtmlText.Plain(tick.Label).Length).DefaultIfEmpty(1).Max();

    /// <summary>The colour of a value; values beyond the ends take the end's.</summary>
    public string ColorOf(double value) => ColorMaps.At(_axis.Map, _mapEnd * Scaling.Fraction(value));

    /// <summary>The plot's description: colours by value, by its decimal logarithm on a logarithmic axis.</summary>
    public JsonObject ToJson() => new()
    {
        ["cmin"] = Scaling.From,
        ["cmax"] = Scaling.To,
        ["colorscale"] = new JsonArray([.. ColorMaps.Scale(_axis.Map, _mapEnd).Select(stop => new JsonArray(stop.Fraction, stop.Color))]),
        ["colorbar"] = new JsonObject
        {
            ["thickness"] = Thickness,
            ["outlinewidth"] = 1,
            ["outlinecolor"] = ColorMaps.Ink,
            ["ticks"] = "outside",
            ["ticklen"] = TickLength,
            ["tickcolor"] = ColorMaps.Ink,
            ["tickmode"] = "array",
            ["tickvals"] = new JsonArray([.. _ticks.Select(tick => JsonValue.Create(tick.Place))]),
            ["ticktext"] = new JsonArray([.. _ticks.Select(tick => JsonValue.Create(HtmlText.Inline(tick.Label)))]),
            ["len"] = 1,
            ["x"] = 1,
            ["xanchor"] = "left",
            ["xpad"] = Gap,
            ["y"] = 0.5,
            ["ypad"] = 0,
        },
    };

    /// <summary>The title, upright beside the numbers.</summary>
    public JsonObject Title()
    {
        string unit = UnitText.Display(_axis.Unit);
        if (_powerOfTen != 0) unit = $"10^{{{_powerOfTen.ToString(CultureInfo.InvariantCulture).Replace('-', '\u2212')}}}{(unit.Length > 0 ? "\u00A0" + unit : "")}";
        return new JsonObject
        {
            ["text"] = HtmlText.Inline(unit.Length > 0 ? $"{_axis.Title} ({unit})" : _axis.Title),
            ["xref"] = "paper",
            ["yref"] = "paper",
            ["x"] = 1,
            ["xanchor"] = "left",
            ["xshift"] = TitleOffset,
            ["y"] = 0.5,
            ["yanchor"] = "middle",
            ["textangle"] = -90,
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["size"] = 13 },
        };
    }
}
