using LiMeso.Storage.Checkpoints;
using LiMeso.Storage.Files;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Storage.Tests.Processes;

/// <summary>A run that does all that a real one does to the disk, with fields that everybody can predict.</summary>
internal static class PretendedRun
{
    public const int LastStep = 120;
    public const int Cells = 400;
    public const int CheckpointEvery = 15;

    public static readonly SnapshotLayout Layout = new()
    {
        Mesh = new SnapshotMesh([.. Enumerable.Range(0, Cells + 1).Select(i => 3e-7 * i)]),
        Fields = [new("concentration", "mol/m^3"), new("flux", "mol/m^2/s")],
        Scalars = [new("interface_concentration", "mol/m^3")],
        CellFields = [new(new("diffusivity", "m^2/s"), [.. Enumerable.Range(0, Cells).Select(i => 1e-15 * i)])],
        Provenance = new Dictionary<string, string> { ["program"] = "LiMeso.Storage.Tests" },
    };

    // One product, rounded once: the Python checker computes the same bits.
    public static double[] Concentration(long step) => [.. Enumerable.Range(0, Cells).Select(i => (1000.0 * step + i) * 0.1)];

    public static double[] Flux(long step) => [.. Enumerable.Range(0, Cells).Select(i => (1000.0 * step + i) * -1e-9)];

    /// <summary>Resumes from the newest checkpoint, or starts anew, and runs to the end; then forgets its checkpoints, so that the next run starts anew.</summary>
    public static void Complete(string directory, Action<string> say)
    {
        using DirectoryLock held = DirectoryLock.Acquire(directory);
        var checkpoints = new CheckpointStore(directory);
        LoadedCheckpoint loaded = checkpoints.LoadNewest();
        foreach (string message in loaded.Messages)
            say($"message {message}");
        long step = loaded.Data?.WholeNumber("step") ?? -1;
        // Said before it is done: from here on the old snapshots may go.
        say($"start {step}");
        using SnapshotStore snapshots = loaded.Data is null ? SnapshotStore.Create(directory, Layout) : SnapshotStore.Resume(directory, Layout, step);
        foreach (string message in snapshots.Messages)
            say($"message {message}");
        while (step < LastStep)
        {
            step++;
            snapshots.Append(step, 10.0 * step, [Concentration(step), Flux(step)], [Concentration(step)[0]]);
            say($"snapshot {step}");
            if (step % CheckpointEvery == 0)
            {
                snapshots.Commit();
                var state = new CheckpointData();
                state.Set("step", step);
                state.Set("concentration", Concentration(step));
                checkpoints.Save(state);
                say($"checkpoint {step}");
            }
        }
        snapshots.Commit();
        checkpoints.Clear();
        say("done");
    }
}
