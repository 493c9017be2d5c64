using System.Diagnostics;
using System.Globalization;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.FiniteVolume;

namespace LiMeso.Cases.Fields;

/// <summary>
/// Takes a simulation through time with all that a run of a case needs: log lines, progress, snapshots, checkpoints, resuming.
/// None of these changes a bit of the solution.
/// </summary>
internal sealed class FieldRun : IRunObserver
{
    private static readonly TimeSpan _progressInterval = TimeSpan.FromSeconds(0.1);

    private readonly RunContext _run;
    private readonly Simulation _simulation;
    private readonly FieldArchive? _archive;
    private readonly List<FieldSnapshot> _snapshots = [];
    private readonly double _expectedEnd;
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _nextProgress = _progressInterval;

    private FieldRun(Simulation simulation, double expectedEnd, RunContext run, FieldArchive? archive) =>
        (_simulation, _expectedEnd, _run, _archive) = (simulation, expectedEnd, run, archive);

    /// <summary>Runs until a time, unless a stop condition ends the run before.</summary>
    /// <param name="simulation">The simulation, at its start.</param>
    /// <param name="content">What its snapshots hold.</param>
    /// <param name="output">What to write.</param>
    /// <param name="until">s.</param>
    /// <param name="expectedEnd">About when the run will end, s: measures progress.</param>
    /// <param name="run">Where to write, how to report, when to stop.</param>
    /// <exception cref="SimulationFailedException">No step that is short enough succeeds.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; a checkpoint is on disk.</exception>
    public static FieldRunResult Run(Simulation simulation, FieldContent content, FieldOutputSettings output, double until, double expectedEnd, RunContext run)
    {
        using FieldArchive? archive = run.SummaryOnly ? null : FieldArchive.Open(simulation, content, output, run);
        return new FieldRun(simulation, expectedEnd, run, archive).Run(until);
    }

    /// <inheritdoc/>
    public void StepAccepted(in StepReport step)
    {
        _run.Log.Detail(string.Create(CultureInfo.InvariantCulture,
            $"{step.Step,8} {step.Time,14:0.000000e+00} {step.StepSize,12:0.0000e+00} {step.Error,9:0.00e+00} {step.SolverResidual,9:0.0e+00} {step.BalanceError,10:0.0e+00} {Wall.TotalSeconds,9:0.000}"));
        _archive?.StepAccepted(step.Step);
        if (Wall < _nextProgress) return;
        _nextProgress = Wall + _progressInterval;
        _run.Log.Progress(Math.Min(1, step.Time / _expectedEnd), string.Create(CultureInfo.InvariantCulture, $"t = {Duration(step.Time)}, step {step.Step}"));
    }

    /// <inheritdoc/>
    public void Snapshot(in FieldView field)
    {
        _snapshots.Add(new FieldSnapshot(field.Time, field.Values.ToArray()));
        _archive?.Append(_simulation.Steps + (field.Time > _simulation.Time ? 1 : 0), field);
    }

    private TimeSpan Wall => Stopwatch.GetElapsedTime(_start);

    private FieldRunResult Run(double until)
    {
        if (_archive?.Restored is { } restored)
        {
            _snapshots.AddRange(restored);
            _run.Log.Message(string.Create(CultureInfo.InvariantCulture, $"Resumed at step {_simulation.Steps}, t = {_simulation.Time:g6} s, with {CountText.Of(restored.Count, "snapshot")}."));
        }

        _run.Log.Detail("    step         time/s       step/s     error  residual    balance    wall/s");
        RunOutcome outcome = _simulation.Run(until, this, _run.Cancellation);
        if (outcome.Status == RunStatus.Cancelled)
        {
            _archive?.SaveCheckpoint();
            throw new OperationCanceledException(_run.Cancellation);
        }

        // the last snapshot is taken where the run ends, wherever that is
        if (_snapshots.Count == 0 || _snapshots[^1].Time < _simulation.Time) Snapshot(_simulation.Field);
        _run.Log.Progress(1, "done");
        return new FieldRunResult(outcome, _snapshots);
    }

    private static string Duration(double seconds) => seconds < 600
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###} s")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.00} h");
}
