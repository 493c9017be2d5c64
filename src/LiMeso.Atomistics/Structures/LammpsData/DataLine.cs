using System.Globalization;
using LiMeso.Core.Input;

namespace LiMeso.Atomistics.Structures.LammpsData;

/// <summary>A line of a data file, cut into words; what follows a '#' is its comment.</summary>
internal sealed class DataLine
{
    private readonly string _file;
    private readonly (string Text, int Column)[] _words;

    public DataLine(string file, int number, string text)
    {
        (_file, Number) = (file, number);
        int hash = text.IndexOf('#', StringComparison.Ordinal);
        Comment = hash < 0 ? "" : text[(hash + 1)..].Trim();
        _words = [.. Cut(hash < 0 ? text : text[..hash])];
        Text = string.Join(' ', _words.Select(w => w.Text));
    }

    public int Number { get; }

    public string Comment { get; }

    /// <summary>The words with one blank between them.</summary>
    public string Text { get; }

    public int Count => _words.Length;

    public string this[int word] => _words[word].Text;

    public int WholeNumber(int word, string what) =>
        int.TryParse(this[word], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Wrong($"{what}: expected a whole number, found '{this[word]}'", word);

    public double Real(int word, string what) =>
        double.TryParse(this[word], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw Wrong($"{what}: expected a finite number, found '{this[word]}'", word);

    public Vector3 Vector(int word, string what) => new(Real(word, $"{what}, x"), Real(word + 1, $"{what}, y"), Real(word + 2, $"{what}, z"));

    public InputException Wrong(string problem, int? word = null, string? advice = null) =>
        new(new SourceLocation(_file, Number, word is { } w ? _words[w].Column : 0), problem, advice);

    private static IEnumerable<(string Text, int Column)> Cut(string text)
    {
        int at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length) yield break;
            int start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            yield return (text[start..at], start + 1);
        }
    }
}
