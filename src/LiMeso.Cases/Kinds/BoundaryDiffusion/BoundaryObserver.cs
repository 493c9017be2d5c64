using System.Diagnostics.CodeAnalysis;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>
/// Follows two boundaries and their atoms through the stages in which they are followed, each by itself: what is kept is of the last one. Frames wait until the interval that they belong to ends and its profile is
/// fitted: an atom counts in the boundary as it was in that very interval.
/// </summary>
internal sealed class BoundaryObserver : IAtomObserver
{
    private const string TrackerName = "boundary/tracker", DisplacementName = "boundary/displacement", RestName = "boundary/at-rest", OrderName = "boundary/order", WaitingName = "boundary/waiting", MeansName = "boundary/means", SamplesName = "boundary/samples";

    // Share of the intervals in which boundaries must be found for there to be any.
    private const double LeastFound = 0.5;

    private readonly IReadOnlyList<FollowSettings> _phases;
    private readonly double _timeStep;
    private readonly int _atoms, _firstStage;
    private readonly IReadOnlySet<int> _held;
    private readonly RestingBoundaries? _resting;
    private readonly List<double[]> _waiting = [];
    private int _samplesPerFrame, _samplesPerInterval;
    private readonly double[] _sums = new double[4];
    private long _samples;

    /// <summary>Nothing yet.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="atoms">Number of atoms.</param>
    /// <param name="held">Atoms that do not move along y.</param>
    /// <param name="resting">Where boundaries that no profile shows were at zero temperature; null for others.</param>
    /// <param name="firstStage">Number of the stage in which the first phase of following is; the others come after it.</param>
    public BoundaryObserver(BoundaryDiffusionSettings settings, int atoms, IReadOnlySet<int> held, RestingBoundaries? resting, int firstStage)
    {
        (_phases, _timeStep, _atoms, _held, _resting, _firstStage) = (settings.Diffusion!.Phases, settings.TimeStep, atoms, held, resting, firstStage);
        Begin(0);
    }

    /// <summary>How atoms are followed at present.</summary>
    public FollowSettings Phase { get; private set; }

    /// <summary>Number of the phase, from 1 on.</summary>
    public int PhaseNumber { get; private set; }

    /// <summary>ps that the phase takes.</summary>
    public double FollowedTime => MetalQuantities.Steps(Phase.Production, _timeStep) * _timeStep;

    /// <inheritdoc/>
    public int Interval { get; private set; }

    /// <summary>ps between two frames.</summary>
    public double FrameInterval { get; private set; }

    /// <summary>ps between two fits.</summary>
    public double TrackingInterval { get; private set; }

    /// <summary>Where the boundaries were.</summary>
    public BoundaryTracker Tracker { get; private set; }

    /// <summary>How far their atoms have moved.</summary>
    public BoundaryDisplacement Displacement { get; private set; }

    /// <summary>How far the atoms have moved that are where the boundaries were at rest, relative to their layers: what there is to say where none is found. Null where boundaries cannot hide.</summary>
    public BoundaryDisplacement? AtRest { get; private set; }

    /// <summary>Whether grains are still crystals, and boundaries not yet liquid.</summary>
    public BoundaryOrder Order { get; private set; }

    /// <summary>K.</summary>
    public double MeanTemperature => _sums[0] / (_samples - 1);

    /// <summary>bar along x, y, z.</summary>
    public Vector3 MeanPressure => new(_sums[1] / (_samples - 1), _sums[2] / (_samples - 1), _sums[3] / (_samples - 1));

    /// <inheritdoc/>
    public void Observe(AtomMoment moment)
    {
        if (moment.Stage < _firstStage) return;
        MolecularDynamics run = moment.Dynamics;
        if (run.Step == 0) Begin(moment.Stage - _firstStage);
        long sample = _samples++;
        if (sample % _samplesPerFrame == 0) _waiting.Add([.. run.System.Positions]);
        if (sample == 0) return;
        Tracker.Add(run.System, run.Interactions.AtomEnergies);
        SymmetricTensor pressure = run.Pressure;
        (_sums[0], _sums[1], _sums[2], _sums[3]) = (_sums[0] + run.Temperature, _sums[1] + pressure.Xx, _sums[2] + pressure.Yy, _sums[3] + pressure.Zz);
        if (sample % _samplesPerInterval != 0) return;
        BoundaryPair? found = Tracker.EndInterval().Regions;
        HandOver(run.System, found);
        if (found is { } there) Order.Add(run.System, there);
    }

    /// <summary>Ends a phase: frames that wait for an interval that never ends are no time origins.</summary>
    /// <param name="system">The atoms.</param>
    /// <returns>What the displacements of the phase say.</returns>
    public BoundaryDiffusivity Finish(AtomicSystem system)
    {
        HandOver(system, null);
        DiffusionCriteria criteria = Phase.Sampling.Criteria(FrameInterval);
        // what is found now and then, here and there, is noise
        bool isFound = Tracker.Fits.Count(f => f.Regions is not null) >= LeastFound * Tracker.Fits.Count;
        return isFound ? BoundaryDiffusivity.Of(Displacement, criteria) : BoundaryDiffusivity.WithoutBoundary(AtRest, criteria);
    }

    /// <inheritdoc/>
    public void Save(SavedState state)
    {
        Tracker.Save(state, TrackerName);
        Displacement.Save(state, DisplacementName);
        AtRest?.Save(state, RestName);
        Order.Save(state, OrderName);
        state.Put(WaitingName, [.. _waiting.SelectMany(f => f)]);
        state.Put(MeansName, _sums);
        state.PutInteger(SamplesName, _samples);
    }

    /// <inheritdoc/>
    public void Restore(SavedState state, AtomMoment moment)
    {
        Begin(Math.Max(0, moment.Stage - _firstStage));
        Tracker.Restore(state, TrackerName);
        Displacement.Restore(state, DisplacementName, moment.Dynamics.System);
        AtRest?.Restore(state, RestName, moment.Dynamics.System);
        Order.Restore(state, OrderName);
        _waiting.AddRange(state.Array(WaitingName).Chunk(3 * moment.Dynamics.System.Count));
        state.CopyTo(MeansName, _sums);
        _samples = state.Integer(SamplesName);
    }

    [MemberNotNull(nameof(Phase), nameof(Tracker), nameof(Displacement), nameof(Order))]
    private void Begin(int number)
    {
        FollowSettings phase = _phases[number];
        (Phase, PhaseNumber) = (phase, number + 1);
        (Interval, _samplesPerFrame, _samplesPerInterval) = phase.Rhythm(_timeStep);
        double sample = Interval * _timeStep;
        FrameInterval = _samplesPerFrame * sample;
        TrackingInterval = _samplesPerInterval * sample;
        Tracker = new BoundaryTracker(phase.Tracking.Bins, _held);
        int lags = MetalQuantities.Steps(phase.Sampling.FitTo, FrameInterval);
        long frames = 1 + (long)(phase.Production / FrameInterval);
        // blocks shorter than the line would share most of their displacements
        int block = (int)Math.Max(lags, (frames - lags) / phase.Sampling.Blocks);
        var options = new BoundaryDisplacementOptions(lags, block) { FarFrom = phase.Sampling.FarFrom, NoControl = _held };
        Displacement = new BoundaryDisplacement(_atoms, options);
        AtRest = _resting is null ? null : new BoundaryDisplacement(_atoms, options with { Layers = _resting.Layers });
        Order = new BoundaryOrder(phase.Sampling.FarFrom);
        _waiting.Clear();
        Array.Clear(_sums);
        _samples = 0;
    }

    private void HandOver(AtomicSystem system, BoundaryPair? regions)
    {
        foreach (double[] positions in _waiting)
        {
            var frame = new AtomicSystem(system.Box, positions, system.Mass, system.Ids);
            Displacement.Add(frame, regions);
            AtRest?.Add(frame, _resting?.Regions);
        }

        _waiting.Clear();
    }
}
