using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Cases.Atoms;

namespace LiMeso.Cases.Kinds.MdRun;

/// <summary>Mean squared displacement and pair distribution of the last stage.</summary>
internal sealed class StructureObserver : IAtomObserver
{
    private const int Bins = 160, PairFrames = 50;
    private const string DisplacementName = "analysis/displacement", PairsName = "analysis/pairs";
    private readonly int _stage;
    private readonly long _framesBetweenPairs;
    private long _frames;

    /// <summary>Nothing yet.</summary>
    /// <param name="settings">What to find.</param>
    /// <param name="atoms">Number of atoms.</param>
    /// <param name="interval">Steps between two frames.</param>
    /// <param name="stage">Number of the stage to look at.</param>
    /// <param name="steps">Steps of that stage.</param>
    public StructureObserver(MdAnalysis settings, int atoms, int interval, int stage, long steps)
    {
        (Interval, _stage) = (interval, stage);
        int lags = (int)Math.Min(Math.Round(settings.LongestTime / settings.Interval), Math.Max(1, steps / interval));
        long origins = Math.Max(1, (steps / interval + 1 - lags) / 10);
        Displacement = new MeanSquaredDisplacement(atoms, lags, (int)origins);
        Pairs = new PairDistribution(settings.FarthestDistance, Bins);
        _framesBetweenPairs = Math.Max(1, steps / interval / PairFrames);
    }

    /// <summary>Mean squared displacement.</summary>
    public MeanSquaredDisplacement Displacement { get; }

    /// <summary>Pair distribution.</summary>
    public PairDistribution Pairs { get; }

    /// <inheritdoc/>
    public int Interval { get; }

    /// <inheritdoc/>
    public void Observe(AtomMoment moment)
    {
        if (moment.Stage != _stage) return;
        Displacement.Add(moment.Dynamics.System.Positions);
        if (_frames++ % _framesBetweenPairs == 0) Pairs.Add(moment.Dynamics.System);
    }

    /// <inheritdoc/>
    public void Save(SavedState state)
    {
        Displacement.Save(state, DisplacementName);
        Pairs.Save(state, PairsName);
    }

    /// <inheritdoc/>
    public void Restore(SavedState state, AtomMoment moment)
    {
        Displacement.Restore(state, DisplacementName);
        Pairs.Restore(state, PairsName);
        _frames = Displacement.Frames;
    }
}
