using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Analysis;

/// <summary>
/// Centrosymmetry parameter of each atom, Σ |Rᵢ + Rᵢ'|² over the N/2 pairs of opposite neighbours among the N nearest: zero in a crystal in which each atom is a centre of inversion, however strained,
/// and large at its defects.
/// </summary>
/// <remarks>
/// Kelchner, Plimpton &amp; Hamilton, Phys. Rev. B 58 (1998) 11085. Opposite neighbours are those N/2 pairs among all whose sums are the smallest.
/// An atom with fewer neighbours than N within reach has the value 0, as an atom alone.
/// </remarks>
public static class Centrosymmetry
{
    /// <summary>Neighbours that count in a body-centred cubic crystal.</summary>
    public const int BccNeighbours = 8;

    /// <summary>The parameter of each atom.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="neighbours">N, even.</param>
    /// <param name="cutoff">Within which distance neighbours are looked for, Å: well beyond the N-th one.</param>
    /// <returns>n values, Å².</returns>
    /// <exception cref="ArgumentException">N is not even and positive.</exception>
    public static double[] Of(AtomicSystem system, int neighbours, double cutoff)
    {
        if (neighbours <= 0 || neighbours % 2 != 0) throw new ArgumentException("an even number of neighbours is needed", nameof(neighbours));
        double[] values = new double[system.Count];
        var cells = new NeighbourCells(system, cutoff);
        var found = new List<Vector3>();
        double[] sums = new double[neighbours * (neighbours - 1) / 2];
        for (int atom = 0; atom < system.Count; atom++)
        {
            cells.Find(atom, found);
            if (found.Count < neighbours) continue;
            found.Sort((a, b) => Vector3.Dot(a, a).CompareTo(Vector3.Dot(b, b)));
            int pair = 0;
            for (int i = 0; i < neighbours; i++)
            {
                for (int j = i + 1; j < neighbours; j++)
                {
                    Vector3 sum = found[i] + found[j];
                    sums[pair++] = Vector3.Dot(sum, sum);
                }
            }

            Array.Sort(sums);
            for (int k = 0; k < neighbours / 2; k++) values[atom] += sums[k];
        }

        return values;
    }
}
