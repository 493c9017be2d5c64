using System.Text;

namespace LiMeso.Cases.Results;

/// <summary>Makes parts of result names out of names and quantities that users write, and keeps lists of such names as one text.</summary>
public static class ResultKey
{
    private const string Separator = "; ";

    /// <summary>A text as one part of a dotted name: "fast charging" becomes <c>fast_charging</c>, "0.1 mA/cm^2" becomes <c>0p1_mA_cm2</c>.</summary>
    /// <param name="text">A name or a quantity.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i] switch { 'µ' or 'μ' => 'u', '²' => '2', '³' => '3', _ => text[i] };
            if (char.IsAsciiLetterOrDigit(c)) key.Append(c);
            else if (c == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) key.Append('p');
            else if (c != '^' && key.Length > 0 && key[^1] != '_') key.Append('_');
        }

        return key.ToString().TrimEnd('_');
    }

    /// <summary>Keeps a list of names as one text, in order.</summary>
    /// <param name="results">Where to.</param>
    /// <param name="name">Name of the text.</param>
    /// <param name="items">The names.</param>
    public static void SetList(this ResultData results, string name, IEnumerable<string> items) =>
        results.Set(name, string.Join(Separator, items.Select(item => item.Replace(';', ','))));

    /// <summary>A list kept by <see cref="SetList"/>; empty when there is none.</summary>
    /// <param name="results">Where from.</param>
    /// <param name="name">Name of the text.</param>
    public static IReadOnlyList<string> List(this ResultData results, string name) =>
        results.Texts.TryGetValue(name, out string? text) && text.Length > 0 ? text.Split(Separator) : [];
}
