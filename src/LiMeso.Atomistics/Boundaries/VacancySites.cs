using LiMeso.Atomistics.Dynamics;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>A site to be emptied, for all that are like it.</summary>
/// <param name="Atom">The atom there, 0 … n−1.</param>
/// <param name="Distance">From the middle of the boundary, Å; not negative.</param>
/// <param name="Alike">Atoms that are like it, itself included.</param>
public sealed record VacancySite(int Atom, double Distance, int Alike);

/// <summary>Which sites of a bicrystal are emptied, one at a time.</summary>
public static class VacancySites
{
    // Atoms that periods or mirrors of the boundary make equal differ by what a relaxation leaves, some 1e-4 Å and 1e-5 eV; others by more than this: Å, eV.
    private const double SameDistance = 0.01, SameEnergy = 1e-4;

    /// <summary>One atom for all at the same distance with the same energy, the nearest first.</summary>
    /// <param name="atoms">Atoms, and their distances from the middle of the boundary, Å.</param>
    /// <param name="energies">Energy of each atom of the system, eV.</param>
    public static IReadOnlyList<VacancySite> Different(IEnumerable<(int Atom, double Distance)> atoms, IReadOnlyList<double> energies)
    {
        List<VacancySite> sites = [];
        foreach ((int atom, double distance) in atoms.OrderBy(a => a.Distance).ThenBy(a => a.Atom))
        {
            int like = sites.FindIndex(s => distance - s.Distance <= SameDistance && Math.Abs(energies[atom] - energies[s.Atom]) <= SameEnergy);
            if (like < 0) sites.Add(new VacancySite(atom, distance, 1));
            else sites[like] = sites[like] with { Alike = sites[like].Alike + 1 };
        }

        return sites;
    }

    /// <summary>A choice of sites spread over their distances: of as many equal parts of the list as there may be sites, one by chance from each.</summary>
    /// <param name="sites">The sites, by distance.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="seed">Of the choice.</param>
    public static IReadOnlyList<VacancySite> Choose(IReadOnlyList<VacancySite> sites, int most, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        if (sites.Count <= most) return sites;
        int Begin(int part) => (int)((long)part * sites.Count / most);
        return [.. Enumerable.Range(0, most).Select(part => sites[Begin(part) + (int)(CounterRandom.Bits(seed, 0, (ulong)part).A % (uint)(Begin(part + 1) - Begin(part)))])];
    }
}
