using System.Globalization;
using System.Text.RegularExpressions;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.PublishedValues;

/// <summary>A number as printed: "2.9e-11 cm^2/s" means anything that rounds to it.</summary>
/// <param name="Number">As printed, in its unit.</param>
/// <param name="Value">In SI.</param>
/// <param name="HalfUnit">Half a unit of its last digit, in SI.</param>
/// <param name="Digits">Its significant digits.</param>
/// <param name="Unit">Its unit as written; empty for a pure number.</param>
internal sealed partial record PrintedNumber(double Number, double Value, double HalfUnit, int Digits, string Unit)
{
    /// <summary>Reads a number with its unit.</summary>
    /// <param name="text">As written.</param>
    /// <param name="kind">What it is.</param>
    /// <exception cref="FormatException">It is no such quantity; the message says what was expected.</exception>
    public static PrintedNumber Parse(string text, QuantityKind kind)
    {
        double value = kind.Parse(text);
        Match match = Written().Match(text);
        string decimals = match.Groups["decimals"].Value, exponent = match.Groups["exponent"].Value;
        string digits = (match.Groups["whole"].Value + decimals).TrimStart('0');
        double number = double.Parse(match.Value, CultureInfo.InvariantCulture);
        int power = (exponent.Length == 0 ? 0 : int.Parse(exponent, CultureInfo.InvariantCulture)) - decimals.Length;
        double perUnit = number == 0 ? kind.UnitFactor(text[match.Length..].Trim()) : value / number;
        return new PrintedNumber(number, value, 0.5 * Math.Pow(10, power) * Math.Abs(perUnit), Math.Max(1, digits.Length), text[match.Length..].Trim());
    }

    /// <summary>Whether a value rounds to the printed digits. A value on the edge does.</summary>
    /// <param name="value">In SI.</param>
    public bool IsRoundedFrom(double value) => Math.Abs(value - Value) <= HalfUnit * (1 + 1e-9);

    [GeneratedRegex(@"^\s*[-+]?(?<whole>\d*)\.?(?<decimals>\d*)([eE](?<exponent>[-+]?\d+))?")]
    private static partial Regex Written();
}
