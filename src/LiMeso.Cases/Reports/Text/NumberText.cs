using System.Globalization;
using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Reports.Text;

/// <summary>Numbers as a reader wants them: as many digits as mean something, powers of ten set as powers, a true minus sign.</summary>
public static class NumberText
{
    private const char Minus = '\u2212';
    private const char ThinSpace = '\u202F';

    /// <summary>Shown for a number that is missing or not a number.</summary>
    public const string Missing = "\u2013";

    /// <summary>Writes a number with the marks of <see cref="InlineText"/>: <c>2.90 × 10^{−11}</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="significantDigits">Digits that mean something. A number that needs fewer is written as short as it is: 0.1, not 0.1000.</param>
    /// <param name="style">With or without powers of ten; automatic leaves them out from 1e-3 to 1e5.</param>
    /// <returns>The text; <see cref="Missing"/> for NaN, ∞ for infinity.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not between 1 and 17 digits.</exception>
    public static string Format(double value, int significantDigits = 4, NumberStyle style = NumberStyle.Automatic)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(significantDigits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(significantDigits, 17);
        if (double.IsNaN(value)) return Missing;
        if (value == 0) return "0";
        string sign = value < 0 ? Minus.ToString() : "";
        if (double.IsInfinity(value)) return sign + "∞";
        (string digits, int exponent) = Digits(Math.Abs(value), significantDigits);
        bool fixedPoint = style == NumberStyle.FixedPoint || (style == NumberStyle.Automatic && exponent is >= -3 and < 5);
        return sign + (fixedPoint ? FixedPoint(Math.Abs(value), digits, exponent) : Scientific(digits, exponent));
    }

    /// <summary>Writes a count with all its digits, in groups of three from five digits on.</summary>
    /// <param name="count">The count.</param>
    public static string Format(long count) =>
        (count < 0 ? Minus.ToString() : "") + Grouped(count.ToString(CultureInfo.InvariantCulture).TrimStart('-'));

    /// <summary>Writes a number and its unit, with a space that does not break between them.</summary>
    /// <param name="value">The number, in that unit.</param>
    /// <param name="unit">The unit as in case files, or null.</param>
    /// <param name="significantDigits">As in <see cref="Format(double, int, NumberStyle)"/>.</param>
    public static string WithUnit(double value, string? unit, int significantDigits = 4) =>
        Format(value, significantDigits) + (string.IsNullOrEmpty(unit) ? "" : $"\u00A0{UnitText.Display(unit)}");

    // The significant digits without point, and the power of ten of the first: 0.0290 is ("290", -2).
    // Zeros at the end stay when they are the result of rounding (1.000 from 0.99998) and go when the number is that short (0.1).
    private static (string Digits, int Exponent) Digits(double magnitude, int significantDigits)
    {
        string rounded = magnitude.ToString("E" + (significantDigits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        bool exact = double.Parse(rounded, CultureInfo.InvariantCulture) == magnitude;
        int e = rounded.IndexOf('E', StringComparison.Ordinal);
        string digits = rounded[..e].Replace(".", "", StringComparison.Ordinal);
        if (exact) digits = digits.TrimEnd('0');
        return (digits, int.Parse(rounded.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    private static string FixedPoint(double magnitude, string digits, int exponent)
    {
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        // Digits before the point are all kept, also those beyond the significant ones.
        if (digits.Length <= exponent + 1) return Grouped(magnitude.ToString("F0", CultureInfo.InvariantCulture));
        return Grouped(digits[..(exponent + 1)]) + "." + digits[(exponent + 1)..];
    }

    private static string Scientific(string digits, int exponent)
    {
        string power = exponent < 0 ? Minus + (-exponent).ToString(CultureInfo.InvariantCulture) : exponent.ToString(CultureInfo.InvariantCulture);
        string mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        return $"{mantissa}\u00A0×\u00A010^{{{power}}}";
    }

    private static string Grouped(string digits)
    {
        if (digits.Length < 5) return digits;
        for (int i = digits.Length - 3; i > 0; i -= 3) digits = digits.Insert(i, ThinSpace.ToString());
        return digits;
    }
}
