using System.Globalization;

namespace LiMeso.Tests;

/// <summary>A CSV table of reference values, in the units its column names state. The numbers carry more digits than a double holds.</summary>
public sealed class ReferenceTable
{
    private readonly List<string> _columns;

    private ReferenceTable(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Reference", name));
        _columns = [.. lines[0].Split(',')];
        Rows = [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => new Row(this, l.Split(',')))];
    }

    public IReadOnlyList<Row> Rows { get; }

    public static ReferenceTable Read(string name) => new(name);

    public sealed class Row(ReferenceTable table, string[] cells)
    {
        public string Text(string column) => cells[table._columns.IndexOf(column)];

        public double Number(string column) => double.Parse(Text(column), CultureInfo.InvariantCulture);
    }
}
