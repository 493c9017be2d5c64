using System.Text;

namespace LiMeso.Cli.Terminal;

/// <summary>Columns of plain text, as wide as they need to be; the last one is wrapped where the terminal ends.</summary>
internal sealed class TextTable
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    /// <summary>Blanks before each line.</summary>
    public int Indent { get; init; }

    /// <summary>Widest first column that is waited for; the rest of a wider row begins on the next line.</summary>
    public int FirstColumnLimit { get; init; } = 40;

    /// <summary>Columns whose cells end, not begin, at the same place: numbers.</summary>
    public IReadOnlySet<int> RightAligned { get; init; } = new HashSet<int>();

    public TextTable Add(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    public override string ToString()
    {
        if (_rows.Count == 0) return "";
        int columns = _rows.Max(r => r.Length);
        int[] widths = [.. Enumerable.Range(0, columns).Select(c => _rows.Where(r => c < r.Length && (c > 0 || r[c].Length <= FirstColumnLimit)).Select(r => r[c].Length).DefaultIfEmpty(0).Max())];
        int lastStart = Indent + widths[..^1].Sum(w => w + Gap.Length);
        var text = new StringBuilder();
        foreach (string[] row in _rows)
        {
            var line = new StringBuilder(new string(' ', Indent));
            for (int c = 0; c + 1 < row.Length; c++)
            {
                if (c == 0 && row[c].Length > widths[c])
                {
                    text.Append(line).Append(row[c]).Append('\n');
                    line = new StringBuilder(new string(' ', Indent + widths[c] + Gap.Length));
                    continue;
                }

                line.Append(RightAligned.Contains(c) ? row[c].PadLeft(widths[c]) : row[c].PadRight(widths[c])).Append(Gap);
            }

            string last = row[^1];
            string[] wrapped = row.Length == columns && !RightAligned.Contains(columns - 1) ? Wrap(last, ConsoleWidth.Columns - lastStart) : [RightAligned.Contains(row.Length - 1) ? last.PadLeft(widths[row.Length - 1]) : last];
            line.Append(wrapped[0]);
            text.Append(line.ToString().TrimEnd()).Append('\n');
            foreach (string more in wrapped[1..]) text.Append(' ', lastStart).Append(more).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Breaks a text at blanks.</summary>
    public static string[] Wrap(string text, int width)
    {
        width = Math.Max(width, 24);
        List<string> lines = [];
        foreach (string paragraph in text.Split('\n'))
        {
            var line = new StringBuilder();
            foreach (string word in paragraph.Split(' '))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                }

                if (line.Length > 0) line.Append(' ');
                line.Append(word);
            }

            lines.Add(line.ToString());
        }

        return [.. lines];
    }
}
