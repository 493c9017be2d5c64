using LiMeso.Atomistics.Structures;
using BitOperations = System.Numerics.BitOperations;

namespace LiMeso.Atomistics.Analysis;

/// <summary>What crystal an atom's neighbours are those of.</summary>
public enum LocalStructure
{
    /// <summary>None of the others: a boundary, a surface, a defect, a liquid.</summary>
    Other,

    /// <summary>Body-centred cubic.</summary>
    Bcc,

    /// <summary>Face-centred cubic.</summary>
    Fcc,

    /// <summary>Hexagonal close-packed.</summary>
    Hcp,
}

/// <summary>
/// Adaptive common-neighbour analysis: which of an atom's nearest neighbours are neighbours of each other tells the crystal, with a cutoff that follows from the distances of those neighbours,
/// so that strain and vibrations matter little and no lattice constant is needed.
/// </summary>
/// <remarks>
/// A. Stukowski, Model. Simul. Mater. Sci. Eng. 20 (2012) 045021. A bond of two neighbours is described by the numbers of their common neighbours, of bonds among these, and of bonds in the longest chain of these:
/// fcc has 12 of 421, hcp 6 of 421 and 6 of 422, bcc 8 of 666 and 6 of 444.
/// </remarks>
public static class CommonNeighbours
{
    private const int CloseNeighbours = 12, BccNeighbours = 14, BccFirst = 8;

    // Half-way between the shells that belong and the next one, which is √2 times as far in both families.
    private const double HalfWay = (1 + 1.4142135623730951) / 2;

    /// <summary>The structure around each atom.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="cutoff">Within which distance neighbours are looked for, Å: well beyond the 14th one.</param>
    /// <returns>n structures.</returns>
    public static LocalStructure[] Classify(AtomicSystem system, double cutoff)
    {
        var found = new LocalStructure[system.Count];
        var cells = new NeighbourCells(system, cutoff);
        List<Vector3> neighbours = [];
        for (int atom = 0; atom < system.Count; atom++)
        {
            cells.Find(atom, neighbours);
            neighbours.Sort((a, b) => Vector3.Dot(a, a).CompareTo(Vector3.Dot(b, b)));
            found[atom] = Of(neighbours);
        }

        return found;
    }

    /// <summary>Fraction of some atoms that have a structure; NaN of none.</summary>
    /// <param name="structures">Structure of each atom.</param>
    /// <param name="wanted">The structure.</param>
    /// <param name="counts">Which atoms count.</param>
    public static double Fraction(IReadOnlyList<LocalStructure> structures, LocalStructure wanted, Func<int, bool> counts)
    {
        int all = 0, those = 0;
        for (int i = 0; i < structures.Count; i++)
        {
            if (!counts(i)) continue;
            all++;
            if (structures[i] == wanted) those++;
        }

        return all == 0 ? double.NaN : (double)those / all;
    }

    private static LocalStructure Of(List<Vector3> neighbours)
    {
        if (neighbours.Count < CloseNeighbours) return LocalStructure.Other;
        double mean = neighbours.Take(CloseNeighbours).Average(v => v.Length);
        (int c421, int c422, _, _) = Bonds(neighbours, CloseNeighbours, HalfWay * mean);
        if (c421 == 12) return LocalStructure.Fcc;
        if (c421 == 6 && c422 == 6) return LocalStructure.Hcp;
        if (neighbours.Count < BccNeighbours) return LocalStructure.Other;
        double edge = 0.5 * (2 / Math.Sqrt(3) * neighbours.Take(BccFirst).Average(v => v.Length) + neighbours.Take(BccFirst..BccNeighbours).Average(v => v.Length));
        (_, _, int c444, int c666) = Bonds(neighbours, BccNeighbours, HalfWay * edge);
        return c444 == 6 && c666 == 8 ? LocalStructure.Bcc : LocalStructure.Other;
    }

    // How many bonds of each kind the atom has with its first neighbours, when those nearer than the cutoff to each other count as bonded.
    private static (int C421, int C422, int C444, int C666) Bonds(List<Vector3> neighbours, int count, double cutoff)
    {
        Span<uint> bonded = stackalloc uint[BccNeighbours];
        bonded.Clear();
        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
            {
                Vector3 between = neighbours[i] - neighbours[j];
                if (Vector3.Dot(between, between) > cutoff * cutoff) continue;
                bonded[i] |= 1u << j;
                bonded[j] |= 1u << i;
            }
        }

        (int c421, int c422, int c444, int c666) = (0, 0, 0, 0);
        for (int i = 0; i < count; i++)
        {
            uint common = bonded[i];
            int bonds = 0;
            for (uint left = common; left != 0; left &= left - 1) bonds += BitOperations.PopCount(bonded[BitOperations.TrailingZeroCount(left)] & common);
            switch (BitOperations.PopCount(common), bonds / 2, LongestChain(common, bonded))
            {
                case (4, 2, 1): c421++; break;
                case (4, 2, 2): c422++; break;
                case (4, 4, 4): c444++; break;
                case (6, 6, 6): c666++; break;
            }
        }

        return (c421, c422, c444, c666);
    }

    // Bonds in the largest cluster of bonds among some atoms.
    private static int LongestChain(uint atoms, ReadOnlySpan<uint> bonded)
    {
        int longest = 0;
        while (atoms != 0)
        {
            uint cluster = 0, front = atoms & (uint)-(int)atoms;
            int ends = 0;
            while (front != 0)
            {
                int atom = BitOperations.TrailingZeroCount(front);
                cluster |= 1u << atom;
                uint next = bonded[atom] & atoms;
                ends += BitOperations.PopCount(next);
                front = (front | next) & ~cluster;
            }

            longest = Math.Max(longest, ends / 2);
            atoms &= ~cluster;
        }

        return longest;
    }
}
