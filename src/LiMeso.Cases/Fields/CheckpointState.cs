using LiMeso.FiniteVolume;
using LiMeso.Storage.Checkpoints;

namespace LiMeso.Cases.Fields;

/// <summary>Carries the state of a simulation to and from a checkpoint, bit for bit.</summary>
internal static class CheckpointState
{
    private const string HashName = "input_hash", ArrayPrefix = "array:", IntegerPrefix = "integer:";

    /// <summary>The state of a simulation as checkpoint.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="inputHash">Hash of the input, so that the state is never taken for that of another case.</param>
    public static CheckpointData Capture(Simulation simulation, string inputHash)
    {
        SimulationState state = simulation.CaptureState();
        var data = new CheckpointData();
        data.Set(HashName, inputHash);
        foreach ((string name, double[] values) in state.Arrays) data.Set(ArrayPrefix + Flat(name), values.AsSpan());
        foreach ((string name, long value) in state.Integers) data.Set(IntegerPrefix + Flat(name), value);
        return data;
    }

    /// <summary>Brings a simulation to the state of a checkpoint.</summary>
    /// <param name="simulation">A simulation of the same problem.</param>
    /// <param name="data">The checkpoint.</param>
    /// <param name="inputHash">Hash of the input.</param>
    /// <exception cref="CheckpointContentException">The checkpoint belongs to another input, or to another version of the program.</exception>
    public static void Restore(Simulation simulation, CheckpointData data, string inputHash)
    {
        if (data.Text(HashName) != inputHash) throw new CheckpointContentException("the checkpoint belongs to another input: begin anew with --overwrite.");
        try
        {
            simulation.RestoreState(new SimulationState(
                data.Names.Where(n => n.StartsWith(ArrayPrefix, StringComparison.Ordinal)).Select(n => KeyValuePair.Create(Deep(n[ArrayPrefix.Length..]), data.Numbers(n))),
                data.Names.Where(n => n.StartsWith(IntegerPrefix, StringComparison.Ordinal)).Select(n => KeyValuePair.Create(Deep(n[IntegerPrefix.Length..]), data.WholeNumber(n)))));
        }
        catch (StateMismatchException mismatch)
        {
            // the input is the same, so the program is another
            throw new CheckpointContentException($"the checkpoint was written by another version of the program ({mismatch.Message}): begin anew with --overwrite.");
        }
    }

    // '/' separates groups in HDF5
    private static string Flat(string name) => name.Replace('/', '|');

    private static string Deep(string name) => name.Replace('|', '/');
}
