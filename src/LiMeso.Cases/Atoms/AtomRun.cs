using System.Diagnostics;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Cases.Atoms;

/// <summary>How a run of stages is to be taken through.</summary>
/// <param name="Directory">Where checkpoints go; null for none.</param>
/// <param name="InputHash">Hash of the input, so that a checkpoint is never taken for that of another run.</param>
/// <param name="Resume">Whether to go on from the newest checkpoint.</param>
/// <param name="CheckpointSeconds">Wall time between checkpoints.</param>
/// <param name="CheckpointSteps">Steps between checkpoints, in addition; 0 for none.</param>
internal sealed record AtomRunOptions(string? Directory, string InputHash, bool Resume, double CheckpointSeconds, int CheckpointSteps = 0)
{
    /// <summary>Told what a user should know: damaged checkpoints, where the run resumed.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>Whether a run begins anew where the checkpoint is that of another input or of a longer run; else that is an error.</summary>
    public bool ForeignCheckpointsAreLeft { get; init; }

    /// <summary>Asked, with the atoms, at the end: whether the run might be taken further one day, and leaves a checkpoint. Null for never.</summary>
    public Func<AtomicSystem, bool>? MayGoOn { get; init; }

    /// <summary>Told after every interval of wall time how far the run is: a share, and the moment.</summary>
    public Action<double, AtomMoment> Progress { get; init; } = (_, _) => { };
}

/// <summary>
/// Takes atoms through stages, with observers, checkpoints and resuming. A run that was interrupted anywhere and resumed has the bits of one that was not.
/// </summary>
internal sealed class AtomRun
{
    private const string StageName = "run/stage", TimeName = "run/time", StepName = "run/step", DynamicsPrefix = "dynamics/";
    private static readonly TimeSpan _progressInterval = TimeSpan.FromSeconds(0.2);

    private readonly AtomicSystem _system;
    private readonly IForceEvaluator _forces;
    private readonly IReadOnlyList<AtomStage> _stages;
    private readonly IReadOnlyList<IAtomObserver> _observers;
    private readonly AtomRunOptions _options;
    private readonly AtomCheckpoints _checkpoints;
    private readonly long _totalSteps;
    private readonly Stopwatch _sinceProgress = Stopwatch.StartNew();

    private AtomRun(
        AtomicSystem system, IForceEvaluator forces, IReadOnlyList<AtomStage> stages, IReadOnlyList<IAtomObserver> observers, AtomRunOptions options, AtomCheckpoints checkpoints)
    {
        (_system, _forces, _stages, _observers, _options, _checkpoints) = (system, forces, stages, observers, options, checkpoints);
        _totalSteps = stages.Sum(s => s.Steps);
    }

    /// <summary>Runs all stages.</summary>
    /// <param name="system">The atoms with their velocities, at the start.</param>
    /// <param name="forces">Evaluates the potential.</param>
    /// <param name="stages">The stages, in order.</param>
    /// <param name="begin">Makes the observers; told whether they will be restored.</param>
    /// <param name="options">Where to write, whether to resume.</param>
    /// <param name="cancellation">Asked for when the user interrupts.</param>
    /// <returns>The end of the last stage that was wanted.</returns>
    /// <exception cref="OperationCanceledException">Interrupted; a checkpoint is on disk.</exception>
    public static AtomMoment Run(
        AtomicSystem system, IForceEvaluator forces, IReadOnlyList<AtomStage> stages, Func<SavedState?, IReadOnlyList<IAtomObserver>> begin, AtomRunOptions options, CancellationToken cancellation)
    {
        var checkpoints = new AtomCheckpoints(options);
        SavedState? state = checkpoints.Load(s => s.Integer(StageName) < stages.Count);
        IReadOnlyList<IAtomObserver> observers = begin(state);
        var run = new AtomRun(system, forces, stages, observers, options, checkpoints);
        AtomMoment moment;
        if (state is null)
        {
            moment = run.Begin(0, 0, 0);
        }
        else
        {
            moment = AtomCheckpoints.Restore(() => run.Restore(state));
            options.Say(FormattableString.Invariant($"Resumed at step {moment.Step}, {moment.Time:0.###} ps, in stage '{stages[moment.Stage].Name}'."));
        }

        while (true)
        {
            run.FinishStage(moment, cancellation);
            if (moment.Stage + 1 == stages.Count || stages[moment.Stage + 1].IsWanted?.Invoke(system) == false) break;
            moment = run.Begin(moment.Stage + 1, moment.Time, moment.Step);
        }

        if (options.MayGoOn?.Invoke(system) == true) run.Save(moment);
        return moment;
    }

    private AtomMoment Begin(int stage, double time, long step)
    {
        _stages[stage].Prepare?.Invoke(_system);
        var moment = new AtomMoment(stage, new MolecularDynamics(_system, _forces, _stages[stage].Dynamics()), time, step);
        foreach (IAtomObserver observer in _observers) observer.Observe(moment);
        return moment;
    }

    private void FinishStage(AtomMoment moment, CancellationToken cancellation)
    {
        MolecularDynamics dynamics = moment.Dynamics;
        while (dynamics.Step < _stages[moment.Stage].Steps)
        {
            if (cancellation.IsCancellationRequested)
            {
                Save(moment);
                cancellation.ThrowIfCancellationRequested();
            }

            dynamics.Advance();
            foreach (IAtomObserver observer in _observers)
            {
                if (dynamics.Step % observer.Interval == 0) observer.Observe(moment);
            }

            if (_checkpoints.IsDue(moment.Step)) Save(moment);
            if (_sinceProgress.Elapsed < _progressInterval) continue;
            _sinceProgress.Restart();
            _options.Progress((double)moment.Step / _totalSteps, moment);
        }
    }

    private void Save(AtomMoment moment)
    {
        // observers first: what they wrote must be safe before the checkpoint that counts on it
        var state = new SavedState();
        foreach (IAtomObserver observer in _observers) observer.Save(state);
        state.PutInteger(StageName, moment.Stage);
        state.Put(TimeName, moment.StartTime);
        state.PutInteger(StepName, moment.StartStep);
        SavedState inner = moment.Dynamics.Capture();
        foreach ((string name, double[] values) in inner.Arrays) state.Put(DynamicsPrefix + name, values);
        foreach ((string name, long value) in inner.Integers) state.PutInteger(DynamicsPrefix + name, value);
        _checkpoints.Save(state);
    }

    private AtomMoment Restore(SavedState state)
    {
        int stage = (int)state.Integer(StageName);
        var inner = new SavedState(
            state.Arrays.Where(a => a.Key.StartsWith(DynamicsPrefix, StringComparison.Ordinal)).Select(a => KeyValuePair.Create(a.Key[DynamicsPrefix.Length..], a.Value)),
            state.Integers.Where(a => a.Key.StartsWith(DynamicsPrefix, StringComparison.Ordinal)).Select(a => KeyValuePair.Create(a.Key[DynamicsPrefix.Length..], a.Value)));
        var moment = new AtomMoment(stage, MolecularDynamics.Resume(_system, _forces, _stages[stage].Dynamics(), inner), state.Number(TimeName), state.Integer(StepName));
        foreach (IAtomObserver observer in _observers) observer.Restore(state, moment);
        return moment;
    }
}
