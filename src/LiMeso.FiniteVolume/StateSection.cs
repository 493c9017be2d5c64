namespace LiMeso.FiniteVolume;

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
