using System.Diagnostics;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.Storage.Checkpoints;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Cases.Fields;

/// <summary>The fields of a run on disk: snapshots, and checkpoints from which an interrupted run continues to the same bits.</summary>
internal sealed class FieldArchive : IDisposable
{
    private const string FieldName = "concentration";

    private readonly Simulation _simulation;
    private readonly RunContext _run;
    private readonly FieldContent _content;
    private readonly FieldOutputSettings _output;
    private readonly SnapshotStore _snapshots;
    private readonly CheckpointStore _checkpoints;
    private readonly Stopwatch _sinceCheckpoint = Stopwatch.StartNew();

    private FieldArchive(Simulation simulation, FieldContent content, FieldOutputSettings output, RunContext run, SnapshotStore snapshots, CheckpointStore checkpoints)
    {
        (_simulation, _content, _output, _run, _snapshots, _checkpoints) = (simulation, content, output, run, snapshots, checkpoints);
    }

    /// <summary>The snapshots of the part of the run that was done before; null when the run starts anew.</summary>
    public IReadOnlyList<FieldSnapshot>? Restored { get; private init; }

    /// <summary>Opens the archive, and brings the simulation to the newest usable checkpoint when the run is to be resumed.</summary>
    /// <param name="simulation">The simulation, at its start.</param>
    /// <param name="content">What snapshots hold besides the field.</param>
    /// <param name="output">What to write.</param>
    /// <param name="run">Where to write.</param>
    public static FieldArchive Open(Simulation simulation, FieldContent content, FieldOutputSettings output, RunContext run)
    {
        SnapshotLayout layout = Layout(simulation, content, run);
        var checkpoints = new CheckpointStore(run.Directory);
        LoadedCheckpoint loaded = run.Resume ? checkpoints.LoadNewest() : new LoadedCheckpoint(null, null, []);
        foreach (string message in loaded.Messages) run.Log.Warning(message);
        if (loaded.Data is not { } state)
        {
            if (run.Resume) run.Log.Message("There is no checkpoint to continue from: starting from the beginning.");
            checkpoints.Clear();
            return new FieldArchive(simulation, content, output, run, SnapshotStore.Create(run.Directory, layout), checkpoints);
        }

        CheckpointState.Restore(simulation, state, run.InputHash);
        var snapshots = SnapshotStore.Resume(run.Directory, layout, simulation.Steps);
        foreach (string message in snapshots.Messages) run.Log.Warning(message);
        SnapshotReader reader = SnapshotReader.Open(run.Directory);
        return new FieldArchive(simulation, content, output, run, snapshots, checkpoints)
        {
            Restored = [.. reader.Snapshots.Select(s => new FieldSnapshot(s.Time, reader.ReadField(s, FieldName)))],
        };
    }

    /// <summary>Stores a snapshot.</summary>
    /// <param name="step">Step that led to it.</param>
    /// <param name="field">The field.</param>
    public void Append(long step, in FieldView field)
    {
        double[] scalars = new double[_content.Scalars.Count];
        for (int i = 0; i < scalars.Length; i++) scalars[i] = _content.Scalars[i].Value(field);
        _snapshots.Append(step, field.Time, [field.Values.ToArray()], scalars);
    }

    /// <summary>Saves a checkpoint when one is due.</summary>
    /// <param name="step">The step just accepted.</param>
    public void StepAccepted(long step)
    {
        bool dueByStep = _output.CheckpointSteps > 0 && step % _output.CheckpointSteps == 0;
        if (dueByStep || _sinceCheckpoint.Elapsed.TotalSeconds >= _output.CheckpointInterval) SaveCheckpoint();
    }

    /// <summary>Saves a checkpoint; the snapshots that it counts on are made safe first.</summary>
    public void SaveCheckpoint()
    {
        _snapshots.Commit();
        _checkpoints.Save(CheckpointState.Capture(_simulation, _run.InputHash));
        _sinceCheckpoint.Restart();
    }

    /// <inheritdoc/>
    public void Dispose() => _snapshots.Dispose();

    private static SnapshotLayout Layout(Simulation simulation, FieldContent content, RunContext run) => new()
    {
        Mesh = new SnapshotMesh(Faces(simulation.Problem.Mesh)),
        Fields = [new FieldDescription(FieldName, "mol/m^3")],
        Scalars = [.. content.Scalars.Select(s => s.Description)],
        CellFields = [new ConstantField(new FieldDescription("diffusivity", "m^2/s"), simulation.Problem.Diffusivity.Values.ToArray())],
        Provenance = new Dictionary<string, string>
        {
            ["program"] = $"LiMeso {Provenance.Version}",
            ["input_hash"] = run.InputHash,
            ["problem"] = content.Problem,
        },
    };

    private static double[][] Faces(RectilinearMesh mesh) => mesh.Y is { } y ? [mesh.X.Nodes.ToArray(), y.Nodes.ToArray()] : [mesh.X.Nodes.ToArray()];
}
