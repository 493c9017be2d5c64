using LiMeso.Core;
using LiMeso.Core.Threading;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume;

/// <summary>
/// Advances a <see cref="DiffusionProblem"/> in time: puts together operator, scheme, step control, linear solver and monitors,
/// and runs the loop. Steps end exactly on the breaks of boundary values and sources and on the end of the run.
/// </summary>
public sealed class Simulation : IDisposable
{
    private readonly SimulationOptions _options;
    private readonly ThreadTeam _team;
    private readonly DiffusionOperator _operator;
    private readonly ILinearSolver _solver;
    private readonly TimeStepper _stepper;
    private readonly StepController _controller;
    private readonly double _capacity;
    private readonly IMonitor[] _monitors;
    private readonly IStopCondition[] _stops;
    private StepResult _trial, _aside;
    private int _nextSnapshot;
    private bool _chooseFirstStep = true;

    /// <summary>A simulation at its start.</summary>
    /// <param name="problem">What to solve.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">Parts do not fit together.</exception>
    public Simulation(DiffusionProblem problem, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        _options = options ?? new SimulationOptions();
        for (int k = 1; k < _options.SnapshotTimes.Count; k++)
        {
            if (!(_options.SnapshotTimes[k] > _options.SnapshotTimes[k - 1])) throw new ArgumentException("snapshot times must increase", nameof(options));
        }

        if (_options.Monitors.GroupBy(m => m.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"two monitors are called '{twice.Key}'", nameof(options));

        Problem = problem;
        _team = FieldTeam.For(problem.Mesh.Cells, _options.SolverSettings.Threads);
        _operator = new DiffusionOperator(problem, _team);
        _solver = _options.Solver(_operator, _options.SolverSettings);
        _stepper = _options.Scheme.CreateStepper(_operator, _solver);
        _stepper.Start(_options.StartTime, problem.Initial.Values);
        _controller = _options.StepControl.CreateController(_options.Scheme, _operator, FieldArithmetic.LargestMagnitude(problem.Initial.Values));
        _monitors = [.. _options.Monitors];
        _stops = [.. _monitors.OfType<IStopCondition>()];
        (_trial, _aside) = (_stepper.NewResult(), _stepper.NewResult());
        _capacity = _operator.Capacities.ToArray().Sum();
        Balance = new MassBalance(problem.Mesh, _stepper.Inventory);
        foreach (IMonitor monitor in _monitors) monitor.Start(this);
    }

    /// <summary>What is solved.</summary>
    public DiffusionProblem Problem { get; }

    /// <summary>Time reached, s.</summary>
    public double Time => _stepper.Time;

    /// <summary>Steps accepted since the start.</summary>
    public long Steps { get; private set; }

    /// <summary>The solution at the time reached.</summary>
    public FieldView Field => new(_operator, Time, _stepper.Value);

    /// <summary>The books.</summary>
    public MassBalance Balance { get; }

    /// <summary>The monitors, in the order given.</summary>
    public IReadOnlyList<IMonitor> Monitors => _monitors;

    /// <summary>Runs to a time, unless a stop condition or a cancellation ends it before. Can be called again to go on.</summary>
    /// <param name="until">Time to reach exactly, s; +∞ to rely on stop conditions.</param>
    /// <param name="observer">Is told about steps and snapshots.</param>
    /// <param name="cancellation">Is looked at between steps.</param>
    /// <exception cref="SimulationFailedException">No step that is short enough succeeds, or a linear solver does not converge.</exception>
    public RunOutcome Run(double until, IRunObserver? observer = null, CancellationToken cancellation = default)
    {
        if (double.IsNaN(until)) throw new ArgumentOutOfRangeException(nameof(until), until, "the end of a run is a time");
        if (double.IsPositiveInfinity(until) && _stops.Length == 0) throw new ArgumentException("without a stop condition a run needs an end", nameof(until));
        if (Steps == 0) DeliverSnapshotsUpTo(Time, observer);
        while (true)
        {
            if (MetStop() is { } stop) return new RunOutcome(RunStatus.Stopped, Time, Steps, stop);
            if (Time >= until) return new RunOutcome(RunStatus.ReachedEnd, Time, Steps, null);
            if (cancellation.IsCancellationRequested) return new RunOutcome(RunStatus.Cancelled, Time, Steps, null);
            Step(until, observer);
        }
    }

    /// <summary>Takes one step.</summary>
    /// <param name="until">Time not to step over, s, after the present one.</param>
    /// <param name="observer">Is told about the step and about snapshots in it.</param>
    /// <returns>The step taken.</returns>
    /// <exception cref="SimulationFailedException">No step that is short enough succeeds, or a linear solver does not converge.</exception>
    public StepReport Step(double until = double.PositiveInfinity, IRunObserver? observer = null)
    {
        if (!(until > Time)) throw new ArgumentOutOfRangeException(nameof(until), until, "a step goes forward in time");
        if (_chooseFirstStep) _controller.Restart(_stepper);
        _chooseFirstStep = false;

        double nextBreak = _operator.NextBreak(Time);
        int rejections = TryUntilAccurate(Math.Min(until, nextBreak));
        foreach (IStopCondition stop in _stops) LocateStop(stop);
        DeliverSnapshotsUpTo(_trial.EndTime, observer);
        return Commit(nextBreak, rejections, observer);
    }

    /// <summary>Everything needed to continue to the same bits, copied.</summary>
    public SimulationState CaptureState()
    {
        var state = new SimulationState();
        StateSection loop = state.Section("loop");
        loop.PutInteger("steps", Steps);
        loop.PutInteger("next-snapshot", _nextSnapshot);
        loop.PutInteger("choose-first-step", _chooseFirstStep ? 1 : 0);
        state.Section("scheme").PutInteger(_options.Scheme.GetType().Name, 1);
        _stepper.Capture(state.Section("stepper"));
        _controller.Capture(state.Section("control"));
        Balance.Capture(state.Section("balance"));
        foreach (IMonitor monitor in _monitors) monitor.Capture(state.Section("monitor").Section(monitor.Name));
        return state;
    }

    /// <summary>Continues from a state that a simulation of the same problem and options has captured.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="StateMismatchException">The state was captured from a simulation put together differently.</exception>
    public void RestoreState(SimulationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Section("scheme").ReadInteger(_options.Scheme.GetType().Name);
        StateSection loop = state.Section("loop");
        Steps = loop.ReadInteger("steps");
        _nextSnapshot = (int)loop.ReadInteger("next-snapshot");
        _chooseFirstStep = loop.ReadInteger("choose-first-step") != 0;
        _stepper.Restore(state.Section("stepper"));
        _controller.Restore(state.Section("control"));
        Balance.Restore(state.Section("balance"));
        foreach (IMonitor monitor in _monitors) monitor.Restore(state.Section("monitor").Section(monitor.Name));
    }

    /// <summary>Sends the threads home.</summary>
    public void Dispose() => _team.Dispose();

    private int TryUntilAccurate(double target)
    {
        for (int rejections = 0; ; rejections++)
        {
            (double end, bool shortened) = EndOfStep(target);
            if (!(end > Time))
            {
                double excess = _trial.Error / _controller.AllowedError;
                string reason = FormattableString.Invariant($"the error estimate is {excess:g3} times what is allowed, and no shorter step can be taken");
                throw new SimulationFailedException(Steps + 1, Time, _trial.StepSize, excess, reason);
            }

            Attempt(end, _trial);
            if (_controller.Judge(_trial, shortened)) return rejections;
        }
    }

    // A step that would leave less than its own length before the target is halved, where steps may change. A millionth of a step is no
    // step: rounding in the sum of many fixed ones must not leave a sliver at the end.
    private (double End, bool Shortened) EndOfStep(double target)
    {
        double remaining = target - Time, dt = _controller.Proposal;
        if (dt >= remaining * (1 - 1e-6)) return (target, dt > remaining);
        return _controller.MayChangeStep && dt > 0.5 * remaining ? (Time + 0.5 * remaining, true) : (Time + dt, false);
    }

    private void Attempt(double end, StepResult result)
    {
        try
        {
            _stepper.Attempt(end, result, _controller.NeedsError);
        }
        catch (ConvergenceException failure)
        {
            throw new SimulationFailedException(Steps + 1, Time, end - Time, failure.LastResidual, failure.Message, failure);
        }
    }

    private IStopCondition? MetStop()
    {
        foreach (IStopCondition stop in _stops)
        {
            if (stop.Indicator(Field) <= 0) return stop;
        }

        return null;
    }

    // Shortens the trial step to where the indicator reaches zero, by retaking it at the lengths a bracketing root finder asks for.
    // The trial always is the bracket's late end, where the condition is met.
    private void LocateStop(IStopCondition stop)
    {
        double early = stop.Indicator(Field), late = stop.Indicator(ViewOf(_trial));
        if (early <= 0 || !(late <= 0)) return;                                    // met before this step already, or not yet
        var bracket = new RootBracket(Time, early, _trial.EndTime, late, stop.TimeTolerance * (_trial.EndTime - _options.StartTime));
        while (bracket.TryNext(out double time))
        {
            Attempt(time, _aside);
            double indicator = stop.Indicator(ViewOf(_aside));
            bracket.Insert(time, indicator);
            if (indicator <= 0) (_trial, _aside) = (_aside, _trial);
        }
    }

    private void DeliverSnapshotsUpTo(double end, IRunObserver? observer)
    {
        while (_nextSnapshot < _options.SnapshotTimes.Count && _options.SnapshotTimes[_nextSnapshot] <= end)
        {
            double time = _options.SnapshotTimes[_nextSnapshot++];
            if (observer is null || time < Time) continue;
            if (time == Time)
            {
                observer.Snapshot(Field);
            }
            else if (time == end)
            {
                observer.Snapshot(ViewOf(_trial));
            }
            else
            {
                Attempt(time, _aside);
                observer.Snapshot(ViewOf(_aside));
            }
        }
    }

    private StepReport Commit(double nextBreak, int rejections, IRunObserver? observer)
    {
        Balance.Book(_trial, _stepper.InventoryAfter(_trial));
        _stepper.Accept(_trial);
        Steps++;
        if (Balance.RoundingToReturn() is var amount and not 0) _stepper.Shift(amount / _capacity);
        if (!double.IsFinite(Balance.Inventory))
            throw new SimulationFailedException(Steps, Time - _trial.StepSize, _trial.StepSize, double.NaN, "the solution is no longer finite");
        if (Time == nextBreak && _operator.JumpsAt(Time))
        {
            _stepper.Restart();
            _chooseFirstStep = true;
        }

        double error = _trial.Error / _controller.AllowedError;
        var report = new StepReport(Steps, Time, _trial.StepSize, error, rejections, _trial.SolverIterations, _trial.SolverResidual, Balance.RelativeError);
        foreach (IMonitor monitor in _monitors) monitor.Observe(Field, report);
        observer?.StepAccepted(report);
        return report;
    }

    private FieldView ViewOf(StepResult result) => new(_operator, result.EndTime, result.Value);
}
