using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>Vacancies that a run begins with: atoms taken out of both boundaries by chance, other ones for each seed.</summary>
/// <remarks>
/// By chance, not those that are bound least: which sites the source emptied is not known, and runs of several seeds that all began at the loosest atoms would not tell how much the site matters.
/// Where atoms diffuse, equilibration forgets the choice.
/// </remarks>
internal static class AddedVacancies
{
    /// <summary>Distance from the middle of a boundary up to which atoms may be taken out, Å: inside the narrowest boundaries of the source, 10.9 Å wide.</summary>
    public const double Reach = 5;

    /// <summary>Share of those atoms that may be taken out at most: what is left is still a boundary.</summary>
    public const double LargestShare = 0.5;

    /// <summary>A copy of a bicrystal without some atoms of each boundary.</summary>
    /// <param name="bicrystal">The bicrystal, relaxed.</param>
    /// <param name="atEach">Atoms to take out of each boundary.</param>
    /// <param name="energies">Energy of each of its atoms, eV, by which the boundaries are found.</param>
    /// <param name="seed">Of the choice.</param>
    public static AtomicSystem In(AtomicSystem bicrystal, int atEach, IReadOnlyList<double> energies, ulong seed)
    {
        if (atEach == 0) return bicrystal.Copy();
        // most atoms are those of the grains
        double grain = energies.Order().ElementAt(energies.Count / 2), length = bicrystal.Box.Widths.Y;
        BoundaryPair boundaries = BoundaryPlane.FindBoth(bicrystal, energies, grain, 2 * Reach);
        HashSet<int> removed = [];
        foreach (BoundaryRegion region in (ReadOnlySpan<BoundaryRegion>)[boundaries.Second, boundaries.First])
        {
            removed.UnionWith(Enumerable.Range(0, bicrystal.Count).Where(atom => region.Contains(bicrystal.Box.ToFraction(bicrystal.Position(atom)).Y, length))
                .OrderBy(atom => CounterRandom.Bits(seed, 0, (ulong)atom).A).ThenBy(atom => atom).Take(atEach));
        }

        // from the last one on, so that the others keep their numbers
        return removed.OrderDescending().Aggregate(bicrystal, PointDefects.WithoutAtom);
    }

    /// <summary>How many atoms may be taken out of each boundary.</summary>
    /// <param name="atoms">Atoms of the bicrystal.</param>
    /// <param name="length">Its length across the boundaries, Å.</param>
    public static int Most(double atoms, double length) => (int)(LargestShare * atoms * Math.Min(0.5, 2 * Reach / length));
}
