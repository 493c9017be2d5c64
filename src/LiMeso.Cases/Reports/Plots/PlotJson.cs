using System.Globalization;
using System.Text.Json.Nodes;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>Small pieces of a plot's description.</summary>
internal static class PlotJson
{
    private static readonly double[] _powers = [.. Enumerable.Range(0, 23).Select(n => double.Parse($"1e{n}", CultureInfo.InvariantCulture))];

    /// <summary>An array of numbers, with null for what is not finite (a gap in a curve, a blank in a map).</summary>
    public static JsonNode Numbers(IEnumerable<double> values) =>
        JsonValue.Create(values.Select(value => double.IsFinite(value) ? value : (double?)null).ToArray())!;

    /// <summary>Likewise, rounded to the digits that a picture can show.</summary>
    public static JsonNode Numbers(IEnumerable<double> values, int significantDigits) => Numbers(values.Select(value => Rounded(value, significantDigits)));

    /// <summary>Rows of an array of numbers, rounded.</summary>
    public static JsonNode Rows(double[,] values, int significantDigits)
    {
        var rows = new JsonArray();
        for (int i = 0; i < values.GetLength(0); i++)
        {
            int row = i;
            rows.Add(Numbers(Enumerable.Range(0, values.GetLength(1)).Select(j => values[row, j]), significantDigits));
        }

        return rows;
    }

    /// <summary>What appears beside a point of a curve: its name, and both values with titles and units.</summary>
    /// <param name="name">Name of the curve, set already.</param>
    /// <param name="x">Horizontal axis.</param>
    /// <param name="y">Vertical axis.</param>
    public static string Hover(string name, AxisScaling x, AxisScaling y) =>
        $"<b>{name}</b><br>{Literal(x.NameAndUnit.Name)}: %{{x}}{Literal(x.NameAndUnit.Unit)}<br>{Literal(y.NameAndUnit.Name)}: %{{y}}{Literal(y.NameAndUnit.Unit)}<extra></extra>";

    /// <summary>Keeps a text from being read as a place holder of a hover template.</summary>
    public static string Literal(string set) => set.Replace("%", "&#37;", StringComparison.Ordinal);

    /// <summary>The number nearest to a value that needs no more than so many digits.</summary>
    internal static double Rounded(double value, int significantDigits)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        int places = significantDigits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        // A whole number divided or multiplied by an exact power of ten (up to 1e22) is the nearest double to the short decimal, and is written as such.
        return places is >= 0 and <= 22 ? Math.Round(value * _powers[places]) / _powers[places]
            : places is < 0 and >= -22 ? Math.Round(value / _powers[-places]) * _powers[-places]
            : double.Parse(value.ToString("E" + (significantDigits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
