using System.Globalization;
using LiMeso.Core.Units;

namespace LiMeso.Transport.Data;

/// <summary>Writes a quantity so that reading it gives the same bits.</summary>
internal static class ExactText
{
    /// <summary>The shortest "number unit" in the unit wanted that is read back exactly; in SI where the conversion reaches no such number.</summary>
    internal static string Of(double si, QuantityKind kind, string unit)
    {
        double number = kind.In(si, unit);
        for (int digits = 1; digits < 17; digits++)
        {
            double rounded = double.Parse(number.ToString("E" + (digits - 1), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (Exact(rounded, si, kind, unit) is { } text) return text;
        }

        // The conversion there and back may miss by the last bit: then a neighbour hits.
        foreach (double near in (ReadOnlySpan<double>)[number, double.BitIncrement(number), double.BitDecrement(number)])
        {
            if (Exact(near, si, kind, unit) is { } text) return text;
        }

        return $"{si.ToString("R", CultureInfo.InvariantCulture)} {kind.SiUnit}".TrimEnd();
    }

    private static string? Exact(double number, double si, QuantityKind kind, string unit)
    {
        string text = $"{number.ToString("R", CultureInfo.InvariantCulture)} {unit}".TrimEnd();
        return kind.Parse(text) == si ? text : null;
    }
}
