using LiMeso.Atomistics.Dynamics;
using LiMeso.Storage.Checkpoints;

namespace LiMeso.Cases.Atoms;

/// <summary>Carries the state of moving atoms to and from a checkpoint, bit for bit.</summary>
internal static class AtomCheckpoint
{
    private const string ArrayPrefix = "array:", IntegerPrefix = "integer:";

    /// <summary>The state as a checkpoint.</summary>
    /// <param name="state">The state.</param>
    /// <param name="hashName">Name of the entry that identifies the input.</param>
    /// <param name="inputHash">Hash of the input.</param>
    public static CheckpointData ToData(SavedState state, string hashName, string inputHash)
    {
        var data = new CheckpointData();
        data.Set(hashName, inputHash);
        foreach ((string name, double[] values) in state.Arrays) data.Set(ArrayPrefix + Flat(name), values.AsSpan());
        foreach ((string name, long value) in state.Integers) data.Set(IntegerPrefix + Flat(name), value);
        return data;
    }

    /// <summary>The state in a checkpoint.</summary>
    /// <param name="data">The checkpoint.</param>
    /// <param name="hashName">Name of the entry that identifies the input.</param>
    /// <param name="inputHash">Hash of the input.</param>
    /// <exception cref="CheckpointContentException">The checkpoint belongs to another input.</exception>
    public static SavedState ToState(CheckpointData data, string hashName, string inputHash)
    {
        if (data.Text(hashName) != inputHash) throw new CheckpointContentException("the checkpoint belongs to another input: begin anew with --overwrite.");
        return new SavedState(
            data.Names.Where(n => n.StartsWith(ArrayPrefix, StringComparison.Ordinal)).Select(n => KeyValuePair.Create(Deep(n[ArrayPrefix.Length..]), data.Numbers(n))),
            data.Names.Where(n => n.StartsWith(IntegerPrefix, StringComparison.Ordinal)).Select(n => KeyValuePair.Create(Deep(n[IntegerPrefix.Length..]), data.WholeNumber(n))));
    }

    // '/' separates groups in HDF5
    private static string Flat(string name) => name.Replace('/', '|');

    private static string Deep(string name) => name.Replace('|', '/');
}
