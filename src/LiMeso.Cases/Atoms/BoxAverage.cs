using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Cases.Atoms;

/// <summary>Mean lengths of a box during the first stage of a run, from a step on: the box of the stages that follow.</summary>
/// <param name="from">First step that counts.</param>
internal sealed class BoxAverage(int from) : IAtomObserver
{
    private const string Name = "box/sum";
    private Vector3 _sum;
    private long _count;

    /// <inheritdoc/>
    public int Interval => 1;

    /// <summary>The means, Å.</summary>
    public Vector3 MeanLengths => new(_sum.X / _count, _sum.Y / _count, _sum.Z / _count);

    /// <inheritdoc/>
    public void Observe(AtomMoment moment)
    {
        if (moment.Stage > 0 || moment.Dynamics.Step < from) return;
        _sum += moment.Dynamics.System.Box.Lengths;
        _count++;
    }

    /// <summary>Gives a system the mean box; the atoms go with it.</summary>
    /// <param name="system">The system.</param>
    public void Impose(AtomicSystem system)
    {
        Vector3 mean = MeanLengths, now = system.Box.Lengths;
        new Deformation(mean.X / now.X, mean.Y / now.Y, mean.Z / now.Z, 0, 0, 0).ApplyTo(system);
    }

    /// <inheritdoc/>
    public void Save(SavedState state) => state.Put(Name, [_sum.X, _sum.Y, _sum.Z, _count]);

    /// <inheritdoc/>
    public void Restore(SavedState state, AtomMoment moment)
    {
        Span<double> values = stackalloc double[4];
        state.CopyTo(Name, values);
        (_sum, _count) = (new(values[0], values[1], values[2]), (long)values[3]);
    }
}
