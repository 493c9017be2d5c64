using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>
/// Follows two boundaries and their atoms through one stage. Frames wait until the interval that they belong to ends and its profile is fitted: an atom counts in the boundary as it was in that very interval.
/// </summary>
internal sealed class BoundaryObserver : IAtomObserver
{
    private const string TrackerName = "boundary/tracker", DisplacementName = "boundary/displacement", OrderName = "boundary/order", WaitingName = "boundary/waiting", MeansName = "boundary/means", SamplesName = "boundary/samples";

    private readonly int _stage, _samplesPerFrame, _samplesPerInterval;
    private readonly List<double[]> _waiting = [];
    private readonly double[] _sums = new double[4];
    private long _samples;

    /// <summary>Nothing yet.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="atoms">Number of atoms.</param>
    /// <param name="held">Atoms that do not move along y.</param>
    /// <param name="stage">Number of the stage to look at.</param>
    public BoundaryObserver(BoundaryDiffusionSettings settings, int atoms, IReadOnlySet<int> held, int stage)
    {
        FollowSettings follow = settings.Diffusion!;
        _stage = stage;
        (Interval, _samplesPerFrame, _samplesPerInterval) = follow.Rhythm(settings.TimeStep);
        double sample = Interval * settings.TimeStep;
        FrameInterval = _samplesPerFrame * sample;
        TrackingInterval = _samplesPerInterval * sample;
        Tracker = new BoundaryTracker(follow.Tracking.Bins, held);
        int lags = MetalQuantities.Steps(follow.Sampling.FitTo, FrameInterval);
        long frames = 1 + (long)(follow.Production / FrameInterval);
        int block = (int)Math.Max(1, (frames - lags) / follow.Sampling.Blocks);
        Displacement = new BoundaryDisplacement(atoms, new BoundaryDisplacementOptions(lags, block) { FarFrom = follow.Sampling.FarFrom, NoControl = held });
        Order = new BoundaryOrder(follow.Sampling.FarFrom);
    }

    /// <inheritdoc/>
    public int Interval { get; }

    /// <summary>ps between two frames.</summary>
    public double FrameInterval { get; }

    /// <summary>ps between two fits.</summary>
    public double TrackingInterval { get; }

    /// <summary>Where the boundaries were.</summary>
    public BoundaryTracker Tracker { get; }

    /// <summary>How far their atoms have moved.</summary>
    public BoundaryDisplacement Displacement { get; }

    /// <summary>Whether grains are still crystals, and boundaries not yet liquid.</summary>
    public BoundaryOrder Order { get; }

    /// <summary>K.</summary>
    public double MeanTemperature => _sums[0] / (_samples - 1);

    /// <summary>bar along x, y, z.</summary>
    public Vector3 MeanPressure => new(_sums[1] / (_samples - 1), _sums[2] / (_samples - 1), _sums[3] / (_samples - 1));

    /// <inheritdoc/>
    public void Observe(AtomMoment moment)
    {
        if (moment.Stage != _stage) return;
        MolecularDynamics run = moment.Dynamics;
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

    /// <summary>Ends the following: frames that wait for an interval that never ends are no time origins.</summary>
    /// <param name="system">The atoms.</param>
    public void Finish(AtomicSystem system) => HandOver(system, null);

    /// <inheritdoc/>
    public void Save(SavedState state)
    {
        Tracker.Save(state, TrackerName);
        Displacement.Save(state, DisplacementName);
        Order.Save(state, OrderName);
        state.Put(WaitingName, [.. _waiting.SelectMany(f => f)]);
        state.Put(MeansName, _sums);
        state.PutInteger(SamplesName, _samples);
    }

    /// <inheritdoc/>
    public void Restore(SavedState state, AtomMoment moment)
    {
        Tracker.Restore(state, TrackerName);
        Displacement.Restore(state, DisplacementName, moment.Dynamics.System);
        Order.Restore(state, OrderName);
        _waiting.AddRange(state.Array(WaitingName).Chunk(3 * moment.Dynamics.System.Count));
        state.CopyTo(MeansName, _sums);
        _samples = state.Integer(SamplesName);
    }

    private void HandOver(AtomicSystem system, BoundaryPair? regions)
    {
        foreach (double[] positions in _waiting) Displacement.Add(new AtomicSystem(system.Box, positions, system.Mass, system.Ids), regions);
        _waiting.Clear();
    }
}
