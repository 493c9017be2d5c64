using System.Diagnostics;
using System.Globalization;
using LiMeso.Cases.Numerics;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using RunOutcome = LiMeso.FiniteVolume.RunOutcome;
using RunStatus = LiMeso.FiniteVolume.RunStatus;

namespace LiMeso.Cases.Fields;

/// <summary>
/// Runs a foil in finite volumes with all that a run of a case needs: log lines, progress, snapshots, checkpoints, resuming.
/// None of these changes a bit of the solution.
/// </summary>
public sealed class SlabRun : IRunObserver
{
    private static readonly TimeSpan _progressInterval = TimeSpan.FromSeconds(0.1);

    private readonly SlabProblem _problem;
    private readonly RunContext _run;
    private readonly Simulation _simulation;
    private readonly InterfaceDepletion _depletion;
    private readonly BalanceMonitor _balance = new("mass-balance");
    private readonly SideProbe _interface = new("interface", Side.XMin);
    private readonly PointProbe? _probes;
    private readonly SlabArchive? _archive;
    private readonly List<SlabSnapshot> _snapshots = [];
    private readonly double _expectedEnd;
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _nextProgress = _progressInterval;

    private SlabRun(SlabProblem problem, NumericsSettings numerics, OutputSettings output, double expectedEnd, RunContext run)
    {
        (_problem, _run, _expectedEnd) = (problem, run, expectedEnd);
        _probes = output.Probes.Count == 0 ? null : new PointProbe("probes", [.. output.Probes.Select(x => new Point(x))]);
        (_simulation, _depletion) = problem.Simulate(numerics, SnapshotTimes(output, expectedEnd), _probes is null ? [_balance, _interface] : [_balance, _interface, _probes]);
        _archive = run.SummaryOnly ? null : SlabArchive.Open(_simulation, problem, output, run);
    }

    /// <summary>Runs a foil until it is depleted or its current's program ends.</summary>
    /// <param name="problem">The foil.</param>
    /// <param name="numerics">How to solve.</param>
    /// <param name="output">What to write.</param>
    /// <param name="expectedEnd">About when the run will end, s: spreads snapshots and measures progress.</param>
    /// <param name="run">Where to write, how to report, when to stop.</param>
    /// <exception cref="SimulationFailedException">No step that is short enough succeeds.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; a checkpoint is on disk.</exception>
    public static SlabRunResult Run(SlabProblem problem, NumericsSettings numerics, OutputSettings output, double expectedEnd, RunContext run)
    {
        var slab = new SlabRun(problem, numerics, output, expectedEnd, run);
        using (slab._archive) return slab.Run();
    }

    /// <inheritdoc/>
    public void StepAccepted(in StepReport step)
    {
        _run.Log.Detail(string.Create(CultureInfo.InvariantCulture,
            $"{step.Step,8} {step.Time,14:0.000000e+00} {step.StepSize,12:0.0000e+00} {step.Error,9:0.00e+00} {step.SolverResidual,9:0.0e+00} {step.BalanceError,10:0.0e+00} {Wall.TotalSeconds,9:0.000}"));
        _archive?.StepAccepted(step.Step);
        if (Wall < _nextProgress) return;
        _nextProgress = Wall + _progressInterval;
        _run.Log.Progress(Math.Min(1, step.Time / _expectedEnd), string.Create(CultureInfo.InvariantCulture, $"t = {step.Time / 3600:0.00} h, step {step.Step}"));
    }

    /// <inheritdoc/>
    public void Snapshot(in FieldView field)
    {
        _snapshots.Add(new SlabSnapshot(field.Time, field.Values.ToArray()));
        _archive?.Append(_simulation.Steps + (field.Time > _simulation.Time ? 1 : 0), field);
    }

    private TimeSpan Wall => Stopwatch.GetElapsedTime(_start);

    private SlabRunResult Run()
    {
        if (_archive?.Restored is { } restored)
        {
            _snapshots.AddRange(restored);
            _run.Log.Message(string.Create(CultureInfo.InvariantCulture, $"Resumed at step {_simulation.Steps}, t = {_simulation.Time:g6} s, with {restored.Count} snapshots."));
        }

        _run.Log.Detail("    step         time/s       step/s     error  residual    balance    wall/s");
        RunOutcome outcome = _simulation.Run(_problem.Horizon, this, _run.Cancellation);
        if (outcome.Status == RunStatus.Cancelled)
        {
            _archive?.SaveCheckpoint();
            throw new OperationCanceledException(_run.Cancellation);
        }

        if (_snapshots.Count == 0 || _snapshots[^1].Time < _simulation.Time) Snapshot(_simulation.Field);
        _run.Log.Progress(1, "done");
        return new SlabRunResult(
            _depletion.DepletionTime, _simulation.Time, _simulation.Steps, _balance.LargestError,
            PhysicalConstants.Faraday * _simulation.Balance.Outflow(Side.XMin), _simulation.Problem.Mesh.X.Centres.ToArray(),
            _interface.Series, _probes?.Series, _snapshots);
    }

    // the last snapshot is taken where the run ends, wherever that is
    private static double[] SnapshotTimes(OutputSettings output, double expectedEnd) => output.SnapshotTimes.Count > 0
        ? [.. output.SnapshotTimes]
        : [.. Enumerable.Range(0, output.Snapshots + 1).Select(k => expectedEnd * k / (output.Snapshots + 1))];
}
