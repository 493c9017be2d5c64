using System.Text.RegularExpressions;

namespace LiMeso.Cases.Reports.Model;

/// <summary>
/// The few marks that texts of a report may carry: <c>_{…}</c> a subscript, <c>^{…}</c> a superscript, <c>*D*</c> or <c>*Conduction of Heat in Solids*</c> italics, for symbols and titles.
/// Everything else, angle brackets included, is shown as it is written.
/// </summary>
public static partial class InlineText
{
    /// <summary>Splits a text into its plain and marked pieces.</summary>
    /// <param name="text">A text with marks.</param>
    /// <returns>The pieces in order; joined without their marks they are what a reader sees.</returns>
    public static IEnumerable<(InlineKind Kind, string Text)> Pieces(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int from = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            if (mark.Index > from) yield return (InlineKind.Plain, text[from..mark.Index]);
            InlineKind kind = text[mark.Index] switch { '_' => InlineKind.Subscript, '^' => InlineKind.Superscript, _ => InlineKind.Italic };
            yield return (kind, mark.Groups[kind == InlineKind.Italic ? 2 : 1].Value);
            from = mark.Index + mark.Length;
        }

        if (from < text.Length) yield return (InlineKind.Plain, text[from..]);
    }

    // Italics begin with a letter, end without a space and do not follow a letter or digit: "2*3*4" and "*.h5, *.csv" stay as they are.
    [GeneratedRegex(@"[_^]\{([^{}]*)\}|(?<![A-Za-z0-9*])\*(\p{L}(?:[^*{}]{0,100}[^*{}\s])?)\*")]
    private static partial Regex Mark();
}

/// <summary>How a piece of text is set.</summary>
public enum InlineKind
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>Lowered.</summary>
    Subscript,

    /// <summary>Raised.</summary>
    Superscript,

    /// <summary>Slanted, as symbols are.</summary>
    Italic,
}
