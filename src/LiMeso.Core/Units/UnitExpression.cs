using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LiMeso.Core.Units;

/// <summary>Reads unit expressions: "um", "mA/cm^2", "mA h cm^-2", "cm² s⁻¹", "mol/cm3".</summary>
internal static partial class UnitExpression
{
    // A division bar turns the sign of the one factor that follows it: "J/mol/K" is J mol^-1 K^-1.
    [GeneratedRegex(@"\G\s*(?<bar>[/*·])?\s*(?<symbol>[A-Za-zÅµμ%]+)\^?(?<exponent>[-+]?\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Factor();

    /// <summary>SI units per unit of the expression, read as a unit of the given dimension.</summary>
    /// <param name="text">The expression; empty for a pure number.</param>
    /// <param name="dimension">The dimension that is expected; it decides whether "A" is an ampere or an ångström.</param>
    /// <param name="factor">SI units per unit.</param>
    /// <returns>Null on success, otherwise what is wrong, for a message.</returns>
    public static string? TryRead(string text, Dimension dimension, out double factor)
    {
        factor = 1;
        List<UnitValue> readings = [new(1, default)];
        string plain = Superscripts(text);
        int at = 0;
        while (at < plain.Length && !string.IsNullOrWhiteSpace(plain[at..]))
        {
            Match match = Factor().Match(plain, at);
            if (!match.Success) return $"cannot read the unit '{text.Trim()}'";

            int exponent = match.Groups["exponent"].Success ? int.Parse(match.Groups["exponent"].Value, CultureInfo.InvariantCulture) : 1;
            if (match.Groups["bar"].Value == "/") exponent = -exponent;
            string symbol = match.Groups["symbol"].Value;
            UnitValue[] meanings = [.. UnitSymbols.Meanings(symbol)];
            if (meanings.Length == 0) return $"unknown unit '{symbol}'";
            if (Math.Abs(exponent) > 9) return $"cannot read the exponent in '{text.Trim()}'";

            readings = [.. from r in readings from m in meanings select new UnitValue(Times(r.Factor, m.Factor, exponent), r.Dimension * m.Dimension.Power(exponent))];
            at = match.Index + match.Length;
        }

        foreach (UnitValue reading in readings)
        {
            if (reading.Dimension != dimension) continue;
            factor = reading.Factor;
            return null;
        }

        return text.Length == 0 ? "a unit is missing" : $"the unit '{text.Trim()}' does not fit";
    }

    // Repeated multiplication and division keep powers of ten as exact as they can be: 1/cm^2 is 1/(0.01 0.01).
    private static double Times(double factor, double unit, int exponent)
    {
        double power = 1;
        for (int i = 0; i < Math.Abs(exponent); i++) power *= unit;
        return exponent >= 0 ? factor * power : factor / power;
    }

    private static string Superscripts(string text)
    {
        const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻", Flat = "0123456789-";
        var flat = new StringBuilder(text.Length);
        foreach (char c in text) flat.Append(Raised.Contains(c, StringComparison.Ordinal) ? Flat[Raised.IndexOf(c, StringComparison.Ordinal)] : c);
        return flat.ToString();
    }
}
