namespace LiMeso.Storage.Checkpoints;

/// <summary>The state of a run by name: lists of real numbers, whole numbers and texts. Every number comes back with the same bits.</summary>
public sealed class CheckpointData
{
    private readonly SortedDictionary<string, Array> _entries = new(StringComparer.Ordinal);

    /// <summary>The names of all entries, sorted.</summary>
    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <summary>The entries, sorted by name: <c>double[]</c>, <c>long[]</c> or <c>string[]</c>.</summary>
    internal IReadOnlyDictionary<string, Array> Entries => _entries;

    /// <summary>Stores a copy of a list of real numbers, in place of what had the name before.</summary>
    public void Set(string name, ReadOnlySpan<double> values) => Put(name, values.ToArray());

    /// <summary>Stores a copy of a list of whole numbers, in place of what had the name before.</summary>
    public void Set(string name, ReadOnlySpan<long> values) => Put(name, values.ToArray());

    /// <summary>Stores a copy of a list of texts, in place of what had the name before.</summary>
    public void Set(string name, ReadOnlySpan<string> values) => Put(name, values.ToArray());

    /// <summary>Stores a real number.</summary>
    public void Set(string name, double value) => Put(name, (double[])[value]);

    /// <summary>Stores a whole number.</summary>
    public void Set(string name, long value) => Put(name, (long[])[value]);

    /// <summary>Stores a text.</summary>
    public void Set(string name, string value) => Put(name, (string[])[value]);

    /// <summary>Whether there is an entry of that name.</summary>
    public bool Contains(string name) => _entries.ContainsKey(name);

    /// <summary>A list of real numbers.</summary>
    /// <exception cref="CheckpointContentException">No such entry, or of another type.</exception>
    public double[] Numbers(string name) => Get<double>(name, "real numbers");

    /// <summary>A list of whole numbers.</summary>
    /// <exception cref="CheckpointContentException">No such entry, or of another type.</exception>
    public long[] WholeNumbers(string name) => Get<long>(name, "whole numbers");

    /// <summary>A list of texts.</summary>
    /// <exception cref="CheckpointContentException">No such entry, or of another type.</exception>
    public string[] Texts(string name) => Get<string>(name, "texts");

    /// <summary>A real number.</summary>
    /// <exception cref="CheckpointContentException">No such entry, of another type, or a list.</exception>
    public double Number(string name) => One(name, Numbers(name));

    /// <summary>A whole number.</summary>
    /// <exception cref="CheckpointContentException">No such entry, of another type, or a list.</exception>
    public long WholeNumber(string name) => One(name, WholeNumbers(name));

    /// <summary>A text.</summary>
    /// <exception cref="CheckpointContentException">No such entry, of another type, or a list.</exception>
    public string Text(string name) => One(name, Texts(name));

    internal void Put(string name, Array values)
    {
        if (string.IsNullOrWhiteSpace(name) || name is "." or ".." || name.Contains('/', StringComparison.Ordinal))
            throw new ArgumentException($"'{name}' cannot name an entry of a checkpoint.", nameof(name));
        _entries[name] = values;
    }

    private T[] Get<T>(string name, string kind)
    {
        if (!_entries.TryGetValue(name, out Array? values))
            throw new CheckpointContentException($"the checkpoint has no '{name}'. It has: {string.Join(", ", Names)}.");
        return values as T[] ?? throw new CheckpointContentException($"'{name}' in the checkpoint does not hold {kind}.");
    }

    private static T One<T>(string name, T[] values) =>
        values is [T one] ? one : throw new CheckpointContentException($"'{name}' in the checkpoint holds {values.Length} values where one was expected.");
}
