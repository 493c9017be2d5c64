using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Analysis;

/// <summary>
/// Takes the drift of the crystal around them out of the displacements of atoms: in each slab of a box, the median displacement along x, y and z. Thin grains sway as wholes, by more than what
/// atoms at 300 K diffuse in some 10 ps; the median follows such motion as long as fewer than half of a slab's atoms hop one way.
/// </summary>
/// <remarks>
/// One for each time origin: slabs are those in which the atoms are then. Where a crystal shears plane by plane, as by a twin that glides, a slab of several planes does not move as one: planes of the crystal at rest do, as long as
/// atoms keep to them, and the same ones serve all origins. The median of n displacements follows the atoms themselves a little, too: of their own mean square it takes away
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

    private SlabDrift(int[] members, int[] start) => (_members, _start, _sorted) = (members, start, new double[members.Length]);

    /// <summary>Sorts the atoms of a crystal at rest into layers: its planes, or as many of them together as hold enough atoms for a median.</summary>
    /// <param name="system">The atoms at rest, in a box that repeats along the axis.</param>
    /// <param name="axis">Normal of the layers, along the box's x, y or z.</param>
    /// <param name="gap">Least distance of the atoms of one plane from those of the next, Å.</param>
    /// <param name="least">Least number of atoms of a layer, where there are so many.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static SlabDrift OfLayers(AtomicSystem system, Axis axis, double gap, int least)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gap);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least);
        double length = system.Box.Widths.Along(axis);
        double[] along = [.. Enumerable.Range(0, system.Count).Select(atom => system.Box.ToFraction(system.Position(atom)).Along(axis)).Select(f => length * (f - Math.Floor(f)))];
        int[] atoms = [.. Enumerable.Range(0, system.Count).OrderBy(atom => along[atom])];
        // begun after the widest gap, a plane that lies on a face of the box is not cut in two
        int first = Enumerable.Range(0, atoms.Length).MaxBy(k => k == 0 ? along[atoms[0]] + length - along[atoms[^1]] : along[atoms[k]] - along[atoms[k - 1]]);
        atoms = [.. atoms.Skip(first), .. atoms.Take(first)];
        List<int> start = [0];
        for (int k = least; k <= atoms.Length - least; k++)
        {
            double step = along[atoms[k]] - along[atoms[k - 1]];
            if (k - start[^1] >= least && (step < 0 ? step + length : step) >= gap) start.Add(k);
        }

        return new SlabDrift(atoms, [.. start, atoms.Length]);
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
