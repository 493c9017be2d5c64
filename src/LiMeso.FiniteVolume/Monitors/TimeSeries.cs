namespace LiMeso.FiniteVolume.Monitors;

/// <summary>A table that grows by one row at a time: a time and a value per column.</summary>
public sealed class TimeSeries
{
    private double[] _times, _values;

    /// <summary>An empty table.</summary>
    /// <param name="columns">Column names, with the unit where they differ from the table's.</param>
    /// <param name="unit">SI unit of the values.</param>
    /// <param name="capacity">Rows to make room for. The table grows by doubling, which is the only time that recording allocates.</param>
    public TimeSeries(IReadOnlyList<string> columns, string unit, int capacity = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (Columns, Unit) = (columns, unit);
        (_times, _values) = (new double[capacity], new double[capacity * columns.Count]);
    }

    /// <summary>Column names.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>SI unit of the values.</summary>
    public string Unit { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Times of the rows, s.</summary>
    public ReadOnlySpan<double> Times => _times.AsSpan(0, Rows);

    /// <summary>The values of a row, one per column.</summary>
    /// <param name="row">Row number.</param>
    public ReadOnlySpan<double> this[int row] => _values.AsSpan(0, Rows * Columns.Count).Slice(row * Columns.Count, Columns.Count);

    /// <summary>The values of the latest row.</summary>
    public ReadOnlySpan<double> Latest => this[Rows - 1];

    /// <summary>The values of a column, copied.</summary>
    /// <param name="column">Column number.</param>
    public double[] Column(int column)
    {
        var values = new double[Rows];
        for (int row = 0; row < Rows; row++) values[row] = this[row][column];
        return values;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="time">Its time, s.</param>
    /// <returns>Where to write its values.</returns>
    public Span<double> Append(double time)
    {
        if (Rows == _times.Length)
        {
            Array.Resize(ref _times, 2 * _times.Length);
            Array.Resize(ref _values, 2 * _values.Length);
        }

        _times[Rows++] = time;
        return _values.AsSpan((Rows - 1) * Columns.Count, Columns.Count);
    }

    /// <summary>Writes all rows.</summary>
    /// <param name="state">Where to write.</param>
    public void Capture(StateSection state)
    {
        state.Put("times", Times);
        state.Put("values", _values.AsSpan(0, Rows * Columns.Count));
    }

    /// <summary>Reads what <see cref="Capture"/> wrote, in place of the present rows.</summary>
    /// <param name="state">Where to read.</param>
    public void Restore(StateSection state)
    {
        ReadOnlySpan<double> times = state.ReadArray("times");
        while (_times.Length < times.Length) _times = new double[2 * _times.Length];
        _values = new double[_times.Length * Columns.Count];
        times.CopyTo(_times);
        state.CopyTo("values", _values.AsSpan(0, times.Length * Columns.Count));
        Rows = times.Length;
    }
}
