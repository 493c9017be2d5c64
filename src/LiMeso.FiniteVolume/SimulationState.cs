namespace LiMeso.FiniteVolume;

/// <summary>
/// All that a simulation needs to continue to the same bits: named arrays of doubles and named integers, to be stored by
/// whatever means. Names are paths such as "stepper/value" or "monitor/depletion/time".
/// </summary>
public sealed class SimulationState
{
    private readonly SortedDictionary<string, double[]> _arrays = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _integers = new(StringComparer.Ordinal);

    /// <summary>An empty state, to be filled.</summary>
    public SimulationState()
    {
    }

    /// <summary>A state from storage.</summary>
    /// <param name="arrays">The named arrays.</param>
    /// <param name="integers">The named integers.</param>
    public SimulationState(IEnumerable<KeyValuePair<string, double[]>> arrays, IEnumerable<KeyValuePair<string, long>> integers)
    {
        foreach ((string name, double[] values) in arrays) _arrays.Add(name, values);
        foreach ((string name, long value) in integers) _integers.Add(name, value);
    }

    /// <summary>The arrays, sorted by name.</summary>
    public IReadOnlyDictionary<string, double[]> Arrays => _arrays;

    /// <summary>The integers, sorted by name.</summary>
    public IReadOnlyDictionary<string, long> Integers => _integers;

    /// <summary>The part of the state whose names begin with a word.</summary>
    /// <param name="name">The word, without a slash at its end.</param>
    public StateSection Section(string name) => new(this, name + "/");

    internal void Put(string name, double[] values) => _arrays[name] = values;

    internal void Put(string name, long value) => _integers[name] = value;
}

/// <summary>The names under one path of a <see cref="SimulationState"/>.</summary>
public readonly struct StateSection
{
    private readonly SimulationState _state;
    private readonly string _path;

    internal StateSection(SimulationState state, string path) => (_state, _path) = (state, path);

    /// <summary>A part of this part.</summary>
    /// <param name="name">Its name.</param>
    public StateSection Section(string name) => new(_state, _path + name + "/");

    /// <summary>Stores a copy of an array.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values.</param>
    public void Put(string name, ReadOnlySpan<double> values) => _state.Put(_path + name, values.ToArray());

    /// <summary>Stores a number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number; all 64 bits are kept.</param>
    public void Put(string name, double value) => _state.Put(_path + name, [value]);

    /// <summary>Stores an integer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The integer.</param>
    public void PutInteger(string name, long value) => _state.Put(_path + name, value);

    /// <summary>A stored array.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="StateMismatchException">The state has none of that name.</exception>
    public ReadOnlySpan<double> ReadArray(string name) =>
        _state.Arrays.TryGetValue(_path + name, out double[]? values) ? values : throw Missing(name);

    /// <summary>A stored number.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="StateMismatchException">The state has none of that name.</exception>
    public double ReadNumber(string name)
    {
        ReadOnlySpan<double> values = ReadArray(name);
        return values.Length == 1 ? values[0] : throw Mismatch(name, values.Length, 1);
    }

    /// <summary>A stored integer.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="StateMismatchException">The state has none of that name.</exception>
    public long ReadInteger(string name) => _state.Integers.TryGetValue(_path + name, out long value) ? value : throw Missing(name);

    /// <summary>Copies a stored array of known length.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="target">Where to.</param>
    /// <exception cref="StateMismatchException">The state has none of that name, or one of another length.</exception>
    public void CopyTo(string name, Span<double> target)
    {
        ReadOnlySpan<double> values = ReadArray(name);
        if (values.Length != target.Length) throw Mismatch(name, values.Length, target.Length);
        values.CopyTo(target);
    }

    private StateMismatchException Missing(string name) => new($"the state has no '{_path}{name}': it was written by a simulation with other parts");

    private StateMismatchException Mismatch(string name, int found, int expected) =>
        new($"'{_path}{name}' in the state has {found} values, this simulation needs {expected}");
}

/// <summary>A state belongs to a simulation put together differently.</summary>
/// <param name="message">Which part does not fit.</param>
public sealed class StateMismatchException(string message) : Exception(message);
