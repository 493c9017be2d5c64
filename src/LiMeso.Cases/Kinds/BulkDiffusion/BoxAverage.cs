using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>Mean edge of a cubic box during the first stage of a run, from a step on: the box of the stages that follow.</summary>
/// <param name="from">First step that counts.</param>
internal sealed class BoxAverage(int from) : IAtomObserver
{
    private const string Name = "box/sum";
    private double _sum;
    private long _count;

    /// <inheritdoc/>
    public int Interval => 1;

    /// <summary>The mean, Å.</summary>
    public double MeanEdge => _sum / _count;

    /// <inheritdoc/>
    public void Observe(AtomMoment moment)
    {
        if (moment.Stage > 0 || moment.Dynamics.Step < from) return;
        _sum += moment.Dynamics.System.Box.Lengths.X;
        _count++;
    }

    /// <summary>Gives a system the mean box; the atoms go with it.</summary>
    /// <param name="system">The system.</param>
    public void Impose(AtomicSystem system)
    {
        double scale = MeanEdge / system.Box.Lengths.X;
        new Deformation(scale, scale, scale, 0, 0, 0).ApplyTo(system);
    }

    /// <inheritdoc/>
    public void Save(SavedState state) => state.Put(Name, [_sum, _count]);

    /// <inheritdoc/>
    public void Restore(SavedState state, AtomMoment moment)
    {
        Span<double> values = stackalloc double[2];
        state.CopyTo(Name, values);
        (_sum, _count) = (values[0], (long)values[1]);
    }
}
