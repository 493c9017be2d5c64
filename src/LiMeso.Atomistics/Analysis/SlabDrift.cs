using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Analysis;

/// <summary>
/// Takes the drift of the crystal around them out of the displacements of atoms: in each slab of a box, the median displacement along x, y and z. Thin grains sway as wholes, by more than what
/// atoms at 300 K diffuse in some 10 ps; the median follows such motion as long as fewer than half of a slab's atoms hop one way.
/// </summary>
/// <remarks>
/// One for each time origin: slabs are those in which the atoms are then. The median of n displacements follows the atoms themselves a little, too: of their own mean square it takes away
/// the share (2 − π/2)/n for a normal distribution, below 1 % from fifty atoms a slab on.
/// </remarks>
public sealed class SlabDrift
{
    private readonly int[] _members, _start;
    private readonly double[] _sorted;

    /// <summary>Sorts atoms into slabs of equal thickness.</summary>
    /// <param name="system">The atoms at the time origin.</param>
    /// <param name="axis">Normal of the slabs, along the box's x, y or z.</param>
    /// <param name="thickness">Thickness, Å: nearly so much, such that a whole number of slabs fills the box. About 4 Å where the grains are some 60 Å thick.</param>
    /// <exception cref="ArgumentOutOfRangeException">The thickness is not positive.</exception>
    public SlabDrift(AtomicSystem system, Axis axis, double thickness)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(thickness);
        var slabs = new Slabs(axis, (int)Math.Max(1, Math.Round(system.Box.Widths.Along(axis) / thickness)));
        int[] slabOf = [.. Enumerable.Range(0, system.Count).Select(atom => slabs.Of(system, atom))];
        _members = [.. Enumerable.Range(0, system.Count).OrderBy(atom => slabOf[atom])];
        _start = new int[slabs.Count + 1];
        foreach (int slab in slabOf) _start[slab + 1]++;
        for (int slab = 0; slab < slabs.Count; slab++) _start[slab + 1] += _start[slab];
        _sorted = new double[system.Count];
    }

    /// <summary>Number of slabs.</summary>
    public int Count => _start.Length - 1;

    /// <summary>The atoms of a slab.</summary>
    /// <param name="slab">0 … <see cref="Count"/> − 1, along the axis.</param>
    public ReadOnlySpan<int> AtomsOf(int slab) => _members.AsSpan(_start[slab], _start[slab + 1] - _start[slab]);

    /// <summary>Takes the median of each slab out. Allocates nothing.</summary>
    /// <param name="displacements">Displacements of all atoms since the time origin, from unwrapped positions, 3 n, Å; relative to their slabs on return.</param>
    /// <exception cref="ArgumentException">There are not three an atom.</exception>
    public void Remove(Span<double> displacements)
    {
        if (displacements.Length != 3 * _members.Length) throw new ArgumentException("three components an atom are needed", nameof(displacements));
        for (int slab = 0; slab < Count; slab++)
        {
            ReadOnlySpan<int> atoms = AtomsOf(slab);
            if (atoms.IsEmpty) continue;
            for (int axis = 0; axis < 3; axis++)
            {
                Span<double> sorted = _sorted.AsSpan(0, atoms.Length);
                for (int k = 0; k < atoms.Length; k++) sorted[k] = displacements[3 * atoms[k] + axis];
                sorted.Sort();
                double median = 0.5 * (sorted[(atoms.Length - 1) / 2] + sorted[atoms.Length / 2]);
                foreach (int atom in atoms) displacements[3 * atom + axis] -= median;
            }
        }
    }
}
