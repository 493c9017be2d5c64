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
        for (int digits = 1; digits <= 17; digits++)
        {
            string text = $"{number.ToString("G" + digits, CultureInfo.InvariantCulture)} {unit}".TrimEnd();
            if (kind.Parse(text) == si) return text;
        }

        return $"{si.ToString("R", CultureInfo.InvariantCulture)} {kind.SiUnit}".TrimEnd();
    }
}
