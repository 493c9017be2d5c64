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
        int columns = _rows.Count == 0 ? 0 : _rows.Max(r => r.Length);
        int[] widths = [.. Enumerable.Range(0, columns).Select(WidthOf)];
        var text = new StringBuilder();
        foreach (string[] row in _rows) AppendRow(text, row, widths);
        return text.ToString();
    }

    private int WidthOf(int column) =>
        _rows.Where(r => column < r.Length).Select(r => r[column].Length).Where(w => column > 0 || w <= FirstColumnLimit).DefaultIfEmpty(0).Max();

    private void AppendRow(StringBuilder text, string[] row, int[] widths)
    {
        var line = new StringBuilder(new string(' ', Indent));
        if (row.Length > 1 && row[0].Length > widths[0])
        {
            text.Append(line).Append(row[0]).Append('\n');
            row = ["", .. row[1..]];
        }

        for (int c = 0; c + 1 < row.Length; c++) line.Append(Aligned(row[c], c, widths[c])).Append(Gap);
        int last = row.Length - 1, start = line.Length;
        bool wraps = row.Length == widths.Length && !RightAligned.Contains(last);
        string[] pieces = wraps ? Wrap(row[last], ConsoleWidth.Columns - start) : [Aligned(row[last], last, widths[last])];
        text.Append(line.Append(pieces[0]).ToString().TrimEnd()).Append('\n');
        foreach (string piece in pieces[1..]) text.Append(' ', start).Append(piece).Append('\n');
    }

    private string Aligned(string cell, int column, int width) => RightAligned.Contains(column) ? cell.PadLeft(width) : cell.PadRight(width);

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
