namespace LiMeso.Atomistics.Dynamics;

/// <summary>
/// What a part of a run needs to continue to the same bits: named lists of real numbers and named whole numbers, to be stored by whatever means.
/// Names are paths such as "thermostat/chain".
/// </summary>
public sealed class SavedState
{
    private readonly SortedDictionary<string, double[]> _arrays = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _integers = new(StringComparer.Ordinal);

    /// <summary>An empty state, to be filled.</summary>
    public SavedState()
    {
    }

    /// <summary>A state from storage.</summary>
    /// <param name="arrays">The named lists.</param>
    /// <param name="integers">The named whole numbers.</param>
    public SavedState(IEnumerable<KeyValuePair<string, double[]>> arrays, IEnumerable<KeyValuePair<string, long>> integers)
    {
        foreach ((string name, double[] values) in arrays) _arrays.Add(name, values);
        foreach ((string name, long value) in integers) _integers.Add(name, value);
    }

    /// <summary>The lists, sorted by name.</summary>
    public IReadOnlyDictionary<string, double[]> Arrays => _arrays;

    /// <summary>The whole numbers, sorted by name.</summary>
    public IReadOnlyDictionary<string, long> Integers => _integers;

    /// <summary>Stores a copy of a list.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values.</param>
    public void Put(string name, ReadOnlySpan<double> values) => _arrays[name] = values.ToArray();

    /// <summary>Stores a number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    public void Put(string name, double value) => _arrays[name] = [value];

    /// <summary>Stores a whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    public void PutInteger(string name, long value) => _integers[name] = value;

    /// <summary>A stored list of any length.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="StateMismatchException">There is none of that name.</exception>
    public double[] Array(string name) => _arrays.TryGetValue(name, out double[]? values) ? values : throw Missing(name);

    /// <summary>Copies a stored list of known length.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="target">Where to.</param>
    /// <exception cref="StateMismatchException">There is none of that name, or its length is another.</exception>
    public void CopyTo(string name, Span<double> target)
    {
        double[] values = Array(name);
        if (values.Length != target.Length) throw new StateMismatchException($"'{name}' in the state has {values.Length} values where {target.Length} are needed");
        values.CopyTo(target);
    }

    /// <summary>A stored number.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="StateMismatchException">There is none of that name, or it is a list.</exception>
    public double Number(string name)
    {
        double value = 0;
        CopyTo(name, new Span<double>(ref value));
        return value;
    }

    /// <summary>A stored whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="StateMismatchException">There is none of that name.</exception>
    public long Integer(string name) => _integers.TryGetValue(name, out long value) ? value : throw Missing(name);

    private static StateMismatchException Missing(string name) => new($"the state has no '{name}': it belongs to a run with other parts");
}

/// <summary>A state belongs to a run that was put together differently.</summary>
/// <param name="message">What does not fit.</param>
public sealed class StateMismatchException(string message) : Exception(message);
