using System.Diagnostics;
using LiMeso.Cases.Numerics;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.Storage.Checkpoints;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Cases.Fields;

/// <summary>The fields of a foil on disk: snapshots, and checkpoints from which an interrupted run continues to the same bits.</summary>
internal sealed class SlabArchive : IDisposable
{
    private readonly Simulation _simulation;
    private readonly RunContext _run;
    private readonly OutputSettings _output;
    private readonly SnapshotStore _snapshots;
    private readonly CheckpointStore _checkpoints;
    private readonly Stopwatch _sinceCheckpoint = Stopwatch.StartNew();

    private SlabArchive(Simulation simulation, OutputSettings output, RunContext run, SnapshotStore snapshots, CheckpointStore checkpoints)
    {
        (_simulation, _output, _run, _snapshots, _checkpoints) = (simulation, output, run, snapshots, checkpoints);
    }

    /// <summary>The snapshots of the part of the run that was done before; null when the run starts anew.</summary>
    public IReadOnlyList<SlabSnapshot>? Restored { get; private init; }

    /// <summary>Opens the archive, and brings the simulation to the newest usable checkpoint when the run is to be resumed.</summary>
    /// <param name="simulation">The simulation, at its start.</param>
    /// <param name="problem">What it solves.</param>
    /// <param name="output">What to write.</param>
    /// <param name="run">Where to write.</param>
    public static SlabArchive Open(Simulation simulation, SlabProblem problem, OutputSettings output, RunContext run)
    {
        SnapshotLayout layout = Layout(simulation, problem, run);
        var checkpoints = new CheckpointStore(run.Directory);
        LoadedCheckpoint loaded = run.Resume ? checkpoints.LoadNewest() : new LoadedCheckpoint(null, null, []);
        foreach (string message in loaded.Messages) run.Log.Warning(message);
        if (loaded.Data is not { } state)
        {
            checkpoints.Clear();
            return new SlabArchive(simulation, output, run, SnapshotStore.Create(run.Directory, layout), checkpoints);
        }

        CheckpointState.Restore(simulation, state, run.InputHash);
        var snapshots = SnapshotStore.Resume(run.Directory, layout, simulation.Steps);
        foreach (string message in snapshots.Messages) run.Log.Warning(message);
        SnapshotReader reader = SnapshotReader.Open(run.Directory);
        return new SlabArchive(simulation, output, run, snapshots, checkpoints)
        {
            Restored = [.. reader.Snapshots.Select(s => new SlabSnapshot(s.Time, reader.ReadField(s, "concentration")))],
        };
    }

    /// <summary>Stores a snapshot.</summary>
    /// <param name="step">Step that led to it.</param>
    /// <param name="field">The field.</param>
    public void Append(long step, in FieldView field) =>
        _snapshots.Append(step, field.Time, [field.Values.ToArray()], [field.OnSide(Side.XMin)]);

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

    private static SnapshotLayout Layout(Simulation simulation, SlabProblem problem, RunContext run) => new()
    {
        Mesh = new LiMeso.Storage.Snapshots.RectilinearMesh([simulation.Problem.Mesh.X.Nodes.ToArray()]),
        Fields = [new FieldDescription("concentration", "mol/m^3")],
        Scalars = [new FieldDescription("interface_concentration", "mol/m^3")],
        CellFields = [new CellField(new FieldDescription("diffusivity", "m^2/s"), simulation.Problem.Diffusivity.Values.ToArray())],
        Provenance = new Dictionary<string, string>
        {
            ["program"] = $"LiMeso {Provenance.Version}",
            ["input_hash"] = run.InputHash,
            ["problem"] = FormattableString.Invariant($"foil of {problem.Thickness:R} m, D = {problem.Diffusivity:R} m^2/s, C0 = {problem.Concentration:R} mol/m^3; electrolyte at x = 0"),
        },
    };
}
