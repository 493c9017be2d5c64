using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Analysis;

/// <summary>Mean potential energy of the atoms in slabs of equal thickness across a box, gathered over frames: grain boundaries stand out as peaks.</summary>
/// <param name="axis">Normal of the slabs.</param>
/// <param name="slabs">Number of slabs.</param>
public sealed class EnergyProfile(Axis axis, int slabs)
{
    private readonly double[] _sums = new double[slabs];
    private readonly long[] _counts = new long[slabs];

    /// <summary>Number of slabs.</summary>
    public int Slabs => slabs;

    /// <summary>Atoms that were in each slab, over all frames.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>Adds a frame.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="atomEnergies">Energy of each atom, eV.</param>
    /// <param name="except">Atoms that do not count; null for none.</param>
    public void Add(AtomicSystem system, ReadOnlySpan<double> atomEnergies, IReadOnlySet<int>? except = null)
    {
        for (int atom = 0; atom < system.Count; atom++)
        {
            if (except?.Contains(atom) == true) continue;
            int slab = new Slabs(axis, slabs).Of(system, atom);
            _sums[slab] += atomEnergies[atom];
            _counts[slab]++;
        }
    }

    /// <summary>Middle of each slab, as a fraction of the box.</summary>
    public double[] Centres() => [.. Enumerable.Range(0, slabs).Select(k => (k + 0.5) / slabs)];

    /// <summary>Mean energy of an atom in each slab over all frames, eV; NaN where there never was one.</summary>
    public double[] Means() => [.. _sums.Zip(_counts, (sum, count) => count > 0 ? sum / count : double.NaN)];

    /// <summary>Stores all that it needs to go on to the same bits.</summary>
    /// <param name="state">Where to.</param>
    /// <param name="name">Beginning of the names.</param>
    public void Save(SavedState state, string name)
    {
        state.Put($"{name}/sums", _sums);
        state.Put($"{name}/counts", [.. _counts.Select(c => (double)c)]);
    }

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <param name="name">Beginning of the names.</param>
    /// <exception cref="StateMismatchException">It was stored for another number of slabs.</exception>
    public void Restore(SavedState state, string name)
    {
        double[] counts = new double[slabs];
        state.CopyTo($"{name}/sums", _sums);
        state.CopyTo($"{name}/counts", counts);
        for (int slab = 0; slab < slabs; slab++) _counts[slab] = (long)counts[slab];
    }
}
