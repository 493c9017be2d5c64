using System.Globalization;
using LiMeso.Storage.Files;

namespace LiMeso.Storage.Atoms;

/// <summary>A table of numbers that grows while a run goes on: comma-separated text with names and units in its first line, all digits, to be read while the run writes.</summary>
public sealed class TableLog : IDisposable
{
    private readonly AppendedText _text;
    private readonly int _columns;

    private TableLog(AppendedText text, int columns) => (_text, _columns) = (text, columns);

    /// <summary>Begins anew.</summary>
    /// <param name="path">The file; replaced.</param>
    /// <param name="columns">Names with units: "temperature (K)"; no commas.</param>
    /// <exception cref="IOException">Cannot write.</exception>
    public static TableLog Begin(string path, IReadOnlyList<string> columns)
    {
        var log = new TableLog(AppendedText.Begin(path), columns.Count);
        log._text.Write(string.Join(',', columns));
        log._text.Write('\n');
        return log;
    }

    /// <summary>Goes on from a committed state; later lines are removed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The same columns.</param>
    /// <param name="mark">What <see cref="Commit"/> returned.</param>
    /// <exception cref="IOException">Cannot write, or what was committed is gone.</exception>
    public static TableLog Continue(string path, IReadOnlyList<string> columns, long mark) => new(AppendedText.Continue(path, mark), columns.Count);

    /// <summary>Adds a line.</summary>
    /// <param name="values">One value a column.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public void Append(ReadOnlySpan<double> values)
    {
        if (values.Length != _columns) throw new ArgumentException($"{values.Length} values for {_columns} columns", nameof(values));
        for (int k = 0; k < values.Length; k++)
        {
            if (k > 0) _text.Write(',');
            _text.Write(values[k]);
        }

        _text.Write('\n');
    }

    /// <summary>Forces all lines to the disk.</summary>
    /// <returns>The state to go on from.</returns>
    /// <exception cref="IOException">Cannot write.</exception>
    public long Commit() => _text.Commit();

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    /// <summary>Reads a table; a last line that a killed run left unfinished is passed over.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Names of the columns, and the values of each.</returns>
    /// <exception cref="DamagedFileException">A line is no list of as many numbers as there are columns.</exception>
    public static (string[] Columns, double[][] Values) Read(string path)
    {
        string[] lines = File.ReadAllText(path).Split('\n');
        string[] columns = lines[0].Split(',');
        double[][] values = [.. columns.Select(_ => new double[lines.Length - 2])];
        for (int row = 0; row < lines.Length - 2; row++)
        {
            string[] cells = lines[row + 1].Split(',');
            for (int k = 0; k < columns.Length; k++)
            {
                if (cells.Length != columns.Length || !double.TryParse(cells[k], NumberStyles.Float, CultureInfo.InvariantCulture, out values[k][row]))
                    throw new DamagedFileException(path, FormattableString.Invariant($"line {row + 2} does not hold {columns.Length} numbers"));
            }
        }

        return (columns, values);
    }
}
