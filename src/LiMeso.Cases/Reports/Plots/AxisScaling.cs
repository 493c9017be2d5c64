using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>An axis with its ends settled: turns values into places along it. On a logarithmic axis a place counts decades.</summary>
internal sealed class AxisScaling
{
    // Part of an axis by which it may be lengthened for the sake of a round end: values at the centres of cells reach neither 0 nor the foil's thickness.
    private const double Nearby = 0.03;

    private readonly PlotAxis _axis;

    private AxisScaling(PlotAxis axis, double from, double to) => (_axis, From, To) = (axis, from, to);

    /// <summary>Value at the low end, as a decimal logarithm on a logarithmic axis.</summary>
    public double From { get; }

    /// <summary>Value at the high end, likewise.</summary>
    public double To { get; }

    public bool IsLogarithmic => _axis.Scale == AxisScale.Logarithmic;

    public string Title => HtmlText.Inline(UnitText.Heading(_axis.Title, _axis.Unit));

    /// <summary>The title alone, and the unit as it follows a number (with its space; empty when there is none).</summary>
    public (string Name, string Unit) NameAndUnit =>
        (HtmlText.Inline(_axis.Title), UnitText.Display(_axis.Unit) is { Length: > 0 } unit ? "\u00A0" + HtmlText.Content(unit) : "");

    /// <summary>Fits an axis to its values unless its range is given; ends at a round number when one is near.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="values">All values drawn along it; those it cannot show are ignored.</param>
    /// <param name="margin">Room left beyond the outermost values, as a fraction of their spread; none is left below zero.</param>
    /// <exception cref="ArgumentException">The given range is empty, not finite, or not positive on a logarithmic axis.</exception>
    public static AxisScaling Fit(PlotAxis axis, IEnumerable<double> values, double margin)
    {
        if (axis.Range is { } given)
        {
            (double from, double to) = (Place(axis.Scale, given.From), Place(axis.Scale, given.To));
            return double.IsFinite(from) && double.IsFinite(to) && from != to
                ? new AxisScaling(axis, from, to)
                : throw new ArgumentException($"axis '{axis.Title}' cannot run from {given.From} to {given.To}");
        }

        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
        {
            double place = Place(axis.Scale, value);
            if (double.IsFinite(place)) (low, high) = (Math.Min(low, place), Math.Max(high, place));
        }

        if (low > high) return new AxisScaling(axis, 0, 1);
        if (low == high) (low, high) = axis.Scale == AxisScale.Linear && low != 0 ? (low - 0.1 * Math.Abs(low), high + 0.1 * Math.Abs(high)) : (low - 0.5, high + 0.5);
        double room = margin * (high - low);
        if (axis.Scale == AxisScale.Logarithmic) return new AxisScaling(axis, low - room, high + room);
        bool fromZero = low >= 0 && low <= Math.Max(room, Nearby * high);
        return new AxisScaling(axis, fromZero ? 0 : low - room, RoundedUp(high + room, high - low));
    }

    /// <summary>A value as the axis counts it; NaN where the axis cannot show it.</summary>
    public double Place(double value) => Place(_axis.Scale, value);

    /// <summary>How far along the axis a value lies: 0 at the low end, 1 at the high end.</summary>
    public double Fraction(double value) => (Place(value) - From) / (To - From);

    /// <summary>The value a fraction of the way along.</summary>
    public double At(double fraction)
    {
        double place = From + fraction * (To - From);
        return IsLogarithmic ? Math.Pow(10, place) : place;
    }

    /// <summary>The plot's description of the axis; titles and domain are added by the frame.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["type"] = IsLogarithmic ? "log" : "linear",
            ["range"] = new JsonArray(From, To),
            ["showline"] = true,
            ["mirror"] = true,
            ["linewidth"] = 1,
            ["linecolor"] = ColorMaps.Ink,
            ["showgrid"] = false,
            ["zeroline"] = false,
            ["ticks"] = "outside",
            ["ticklen"] = 5,
            ["tickwidth"] = 1,
            ["tickcolor"] = ColorMaps.Ink,
            ["exponentformat"] = "power",
            ["minor"] = new JsonObject { ["ticks"] = "outside", ["ticklen"] = 2.5, ["tickcolor"] = ColorMaps.Ink },
        };
        if (IsLogarithmic) SetLogarithmicTicks(json, From, To);
        else json["nticks"] = 7;
        return json;
    }

    // Whole decades, or 1, 2 and 5 of each where less than two decades are in view.
    private static void SetLogarithmicTicks(JsonObject axis, double from, double to)
    {
        double decades = Math.Abs(to - from);
        if (decades >= 2)
        {
            axis["dtick"] = Math.Ceiling(decades / 7);
            axis["tickfont"] = new JsonObject { ["size"] = 12 / 1.25 };      // powers of ten are drawn larger by that factor
            if (decades <= 7) axis["minor"]!["dtick"] = "D1";
            return;
        }

        List<(double Place, string Label)> ticks = AxisTicks.Logarithmic(Math.Min(from, to), Math.Max(from, to));
        axis["tickmode"] = "array";
        axis["tickvals"] = new JsonArray([.. ticks.Select(tick => JsonValue.Create(Math.Pow(10, tick.Place)))]);
        axis["ticktext"] = new JsonArray([.. ticks.Select(tick => JsonValue.Create(HtmlText.Inline(tick.Label)))]);
        axis["minor"]!["dtick"] = "D1";
    }

    private static double RoundedUp(double high, double span)
    {
        double step = AxisTicks.Step(span) / 2, round = Math.Ceiling(high / step) * step;
        return round - high <= Nearby * span ? round : high;
    }

    private static double Place(AxisScale scale, double value) =>
        scale == AxisScale.Linear ? value : value > 0 ? Math.Log10(value) : double.NaN;
}
