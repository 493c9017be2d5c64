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
