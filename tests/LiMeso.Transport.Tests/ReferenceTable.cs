using System.Globalization;

namespace LiMeso.Transport.Tests;

/// <summary>A table of reference values with a header row; numbers carry more digits than a double holds.</summary>
internal sealed class ReferenceTable
{
    private readonly Dictionary<string, int> _columns;
    private readonly string[][] _rows;

    private ReferenceTable(string[][] lines)
    {
        _columns = lines[0].Index().ToDictionary(c => c.Item, c => c.Index);
        _rows = lines[1..];
    }

    public int Count => _rows.Length;

    public static ReferenceTable Read(string name) =>
        new([.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", name)).Where(l => l.Length > 0).Select(l => l.Split(','))]);

    public double this[int row, string column] => double.Parse(_rows[row][_columns[column]], CultureInfo.InvariantCulture);

    public string Text(int row, string column) => _rows[row][_columns[column]];
}
