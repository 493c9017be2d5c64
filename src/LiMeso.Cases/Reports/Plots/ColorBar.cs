using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>A colour axis with its ends settled, and the bar that explains it.</summary>
internal sealed class ColorBar
{
    /// <summary>Room in pixels to the right of the panels.</summary>
    public const double Margin = 112;

    private readonly ColorAxis _axis;
    private readonly double _mapEnd;

    /// <summary>Settles the ends of a colour axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="values">All values coloured by it.</param>
    /// <param name="forLines">Leaves out the palest colours, which a thin line on white loses.</param>
    public ColorBar(ColorAxis axis, IEnumerable<double> values, bool forLines)
    {
        _axis = axis;
        _mapEnd = forLines && axis.Map != ColorMap.BlueRed ? 0.86 : 1;
        Scaling = AxisScaling.Fit(new Axis(axis.Title, axis.Unit, axis.Scale) { Range = axis.Range }, values, 0);
    }

    /// <summary>Turns values into places along the bar.</summary>
    public AxisScaling Scaling { get; }

    /// <summary>The colour of a value; values beyond the ends take the end's.</summary>
    public string ColorOf(double value) => ColorMaps.At(_axis.Map, _mapEnd * Scaling.Fraction(value));

    /// <summary>The plot's description: colours by value, by its decimal logarithm on a logarithmic axis.</summary>
    public JsonObject ToJson()
    {
        var bar = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = Scaling.Title, ["side"] = "right", ["font"] = new JsonObject { ["size"] = 13 } },
            ["thickness"] = 13,
            ["outlinewidth"] = 1,
            ["outlinecolor"] = ColorMaps.Ink,
            ["ticks"] = "outside",
            ["ticklen"] = 4,
            ["tickcolor"] = ColorMaps.Ink,
            ["len"] = 1,
            ["xpad"] = 12,
            ["ypad"] = 0,
            ["x"] = 1,
            ["xanchor"] = "left",
            ["y"] = 0.5,
            ["exponentformat"] = "power",
        };
        if (Scaling.IsLogarithmic)
        {
            bar["tickmode"] = "array";
            (bar["tickvals"], bar["ticktext"]) = AxisScaling.Ticks(Math.Min(Scaling.From, Scaling.To), Math.Max(Scaling.From, Scaling.To), asLogarithm: true);
        }

        return new JsonObject
        {
            ["cmin"] = Scaling.From,
            ["cmax"] = Scaling.To,
            ["colorscale"] = new JsonArray([.. ColorMaps.Scale(_axis.Map, _mapEnd).Select(stop => new JsonArray(stop.Fraction, stop.Color))]),
            ["colorbar"] = bar,
        };
    }
}
