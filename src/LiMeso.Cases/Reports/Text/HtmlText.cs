using System.Text;
using System.Text.Encodings.Web;
using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Reports.Text;

/// <summary>Texts of a report as HTML that can do nothing but be read.</summary>
public static class HtmlText
{
    /// <summary>Escapes a text for a double-quoted attribute; its marks are not interpreted.</summary>
    /// <param name="text">Any text.</param>
    public static string Attribute(string text) => Content(text).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Escapes a text for the content of an element; its marks are not interpreted.</summary>
    /// <param name="text">Any text.</param>
    public static string Content(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
    }

    /// <summary>Sets a text with its marks as the content of an element. Plots understand the same elements, so this serves for their labels too.</summary>
    /// <param name="text">A text with the marks of <see cref="InlineText"/>.</param>
    public static string Inline(string text)
    {
        var html = new StringBuilder();
        foreach ((InlineKind kind, string piece) in InlineText.Pieces(text))
        {
            string? element = kind switch { InlineKind.Subscript => "sub", InlineKind.Superscript => "sup", InlineKind.Italic => "i", _ => null };
            html.Append(element is null ? Content(piece) : $"<{element}>{Content(piece)}</{element}>");
        }

        return html.ToString();
    }

    /// <summary>The words of a text without its marks, for places that know no mark-up: data tables, file names.</summary>
    /// <param name="text">A text with the marks of <see cref="InlineText"/>.</param>
    public static string Plain(string text) => string.Concat(InlineText.Pieces(text).Select(piece => piece.Text));

    /// <summary>Encodes a relative path for a link, piece by piece.</summary>
    /// <param name="path">Path with forward slashes.</param>
    public static string Path(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return string.Join('/', path.Split('/').Select(UrlEncoder.Default.Encode));
    }
}
