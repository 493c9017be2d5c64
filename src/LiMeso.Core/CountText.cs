using System.Globalization;

namespace LiMeso.Core;

/// <summary>How many of something, in words that agree: "1 row", "2 rows".</summary>
public static class CountText
{
    /// <summary>The number and the word.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one of them.</param>
    /// <param name="many">The word for any other number; with an s at the end of the first one when null.</param>
    public static string Of(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
