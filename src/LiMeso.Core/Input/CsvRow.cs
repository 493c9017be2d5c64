namespace LiMeso.Core.Input;

/// <summary>One row of a <see cref="CsvInput"/>.</summary>
public sealed class CsvRow
{
    private readonly CsvInput _table;
    private readonly string[] _values;

    internal CsvRow(CsvInput table, string[] values, SourceLocation location)
    {
        _table = table;
        _values = values;
        Location = location;
    }

    /// <summary>File and line.</summary>
    public SourceLocation Location { get; }

    /// <summary>The value of a column; empty when the column is absent.</summary>
    /// <param name="column">Column name.</param>
    public string this[string column] => _table.IndexOf(column) is int i and >= 0 ? _values[i] : "";

    /// <summary>The value of a column as a quantity in SI.</summary>
    /// <param name="column">Column name.</param>
    /// <param name="kind">The kind of quantity.</param>
    /// <param name="limits">Values allowed, in SI; greater than zero when null.</param>
    /// <exception cref="InputException">The value is no such quantity, or outside the limits.</exception>
    public double Quantity(string column, Units.QuantityKind kind, Limits? limits = null) =>
        InputValues.Quantity(new InputScalar(this[column], Location), new KeySchema(column, KeyType.Quantity, "") { Kind = kind, Limits = limits ?? Limits.Positive });
}
