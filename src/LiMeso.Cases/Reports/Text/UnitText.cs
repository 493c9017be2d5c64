using System.Text;
using System.Text.RegularExpressions;

namespace LiMeso.Cases.Reports.Text;

/// <summary>Units as they are printed: "cm^2/s" becomes cm²/s, "um" becomes µm.</summary>
public static partial class UnitText
{
    /// <summary>Sets a unit written as in a case file.</summary>
    /// <param name="unit">The unit; null or "1" for none.</param>
    /// <returns>The printed unit in plain characters; empty when there is none.</returns>
    public static string Display(string? unit)
    {
        if (unit is null or "1") return "";
        string set = Micro().Replace(unit, "µ");
        set = Word().Replace(set, word => word.Value switch { "ohm" => "Ω", "degC" => "°C", "deg" => "°", "angstrom" => "Å", _ => word.Value });
        return Power().Replace(set, power => Superscript(power.Groups["n"].Value)).Replace('*', '·');
    }

    /// <summary>A quantity's name with its unit in parentheses, as an axis or a column is headed.</summary>
    /// <param name="title">The name.</param>
    /// <param name="unit">Its unit, or null.</param>
    public static string Heading(string title, string? unit) => Display(unit) is { Length: > 0 } set ? $"{title} ({set})" : title;

    private static string Superscript(string exponent)
    {
        var raised = new StringBuilder();
        foreach (char c in exponent) raised.Append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']);
        return raised.ToString();
    }

    [GeneratedRegex(@"(?<![A-Za-z])u(?=(m|A|s|g|l|C|J|mol)(?![A-Za-z]))")]
    private static partial Regex Micro();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();

    // "cm^2" and "cm2" alike; a digit that follows no letter, as in "100 um", is a number.
    [GeneratedRegex(@"\^(?<n>-?\d+)|(?<=[A-Za-zµ])(?<n>-?\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Power();
}
