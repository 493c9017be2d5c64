using System.Diagnostics;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Storage.Checkpoints;

namespace LiMeso.Cases.Atoms;

/// <summary>The checkpoints of a run of atoms: when one is due, written whole, found again.</summary>
/// <param name="options">Where they go, and how often.</param>
internal sealed class AtomCheckpoints(AtomRunOptions options)
{
    private const string HashName = "input_hash";
    private readonly CheckpointStore? _store = options.Directory is null ? null : new CheckpointStore(options.Directory);
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();

    /// <summary>The newest sound one, where the run is to go on; otherwise null, and none is left from before.</summary>
    /// <param name="isWithin">Whether a state lies on the way of the run; null where all do.</param>
    /// <exception cref="CheckpointContentException">It belongs to another input, or to a longer run, and is not to be left.</exception>
    public SavedState? Load(Func<SavedState, bool>? isWithin = null)
    {
        if (_store is null) return null;
        LoadedCheckpoint loaded = options.Resume ? _store.LoadNewest() : new LoadedCheckpoint(null, null, []);
        foreach (string message in loaded.Messages) options.Say(message);
        try
        {
            if (loaded.Data is { } data)
            {
                SavedState state = AtomCheckpoint.ToState(data, HashName, options.InputHash);
                return isWithin?.Invoke(state) != false ? state : throw new CheckpointContentException("the checkpoint belongs to a longer run: begin anew with --overwrite.");
            }
        }
        catch (CheckpointContentException) when (options.ForeignCheckpointsAreLeft)
        {
            options.Say("The checkpoint belongs to another input: begun anew.");
        }

        _store.Clear();
        return null;
    }

    /// <summary>Whether it is time for another.</summary>
    /// <param name="step">Steps done.</param>
    public bool IsDue(long step) =>
        _store is not null && ((options.CheckpointSteps > 0 && step % options.CheckpointSteps == 0) || _sinceLast.Elapsed.TotalSeconds >= options.CheckpointSeconds);

    /// <summary>Writes one.</summary>
    /// <param name="state">The state.</param>
    public void Save(SavedState state)
    {
        _sinceLast.Restart();
        _store?.Save(AtomCheckpoint.ToData(state, HashName, options.InputHash));
    }

    /// <summary>Makes a run from a loaded state.</summary>
    /// <typeparam name="T">What is made.</typeparam>
    /// <param name="make">Makes it.</param>
    /// <exception cref="CheckpointContentException">The state does not fit.</exception>
    public static T Restore<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (StateMismatchException mismatch)
        {
            // the input is the same, so the program is another
            throw new CheckpointContentException($"the checkpoint was written by another version of the program ({mismatch.Message}): begin anew with --overwrite.");
        }
    }
}
