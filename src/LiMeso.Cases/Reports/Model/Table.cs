namespace LiMeso.Cases.Reports.Model;

/// <summary>A table with a caption, numbered by the writer.</summary>
public sealed record Table : Block
{
    /// <summary>A table.</summary>
    /// <param name="caption">What the table shows, in a sentence.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows, each with one cell per column.</param>
    /// <exception cref="ArgumentException">A row has not as many cells as there are columns.</exception>
    public Table(string caption, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Count != columns.Count)
                throw new ArgumentException($"row {i} has {rows[i].Count} cells, the table has {columns.Count} columns", nameof(rows));
        }

        (Caption, Columns, Rows) = (caption, columns, rows);
    }

    /// <summary>What the table shows.</summary>
    public string Caption { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The rows, one cell per column.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows { get; }
}

/// <summary>How the numbers of a column are written.</summary>
public enum NumberStyle
{
    /// <summary>Without powers of ten where all magnitudes lie between 1e-3 and 1e5, otherwise powers of ten: one style for the whole column.</summary>
    Automatic,

    /// <summary>Without powers of ten, whatever the magnitude.</summary>
    FixedPoint,

    /// <summary>Mantissa times a power of ten.</summary>
    Scientific,
}

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Unit">Unit of its numbers, shown in the heading; null when they have none.</param>
public sealed record Column(string Title, string? Unit = null)
{
    /// <summary>Significant digits of its numbers; the digits before the decimal point are never cut.</summary>
    public int SignificantDigits { get; init; } = 4;

    /// <summary>How the numbers are written.</summary>
    public NumberStyle Style { get; init; }
}
