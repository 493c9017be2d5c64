using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cli.Terminal;

/// <summary>Texts of a report as a terminal can show them.</summary>
internal static class PlainText
{
    /// <summary>"4.3 × 10^{−10}" becomes "4.3 × 10^-10", "C_{0}" becomes "C0".</summary>
    /// <param name="text">A text with the marks of <see cref="InlineText"/>; null is empty.</param>
    public static string Of(string? text)
    {
        const char TrueMinus = '\u2212', HardSpace = '\u00A0', ThinHardSpace = '\u202F';
        string words = string.Concat(InlineText.Pieces(text ?? "").Select(p => p.Kind == InlineKind.Superscript ? $"^{p.Text}" : p.Text));
        return words.Replace(TrueMinus, '-').Replace(HardSpace, ' ').Replace(ThinHardSpace, ' ');
    }
}
