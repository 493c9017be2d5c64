using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>Where the middle of a grain boundary at rest lies, from the energies of its atoms: annealing may have moved it.</summary>
public static class BoundaryPlane
{
    // The half of the box around one of two boundaries, as a fraction of the box to either side.
    private const double Reach = 0.25;

    /// <summary>
    /// Mean place of the atoms in the half of the box around a boundary, each weighed by the square of its energy's difference from that in the crystal: so the many atoms of slightly strained grains do not matter.
    /// </summary>
    /// <param name="system">The atoms, relaxed.</param>
    /// <param name="energies">Energy of each, eV.</param>
    /// <param name="crystalEnergy">Energy of an atom of the crystal, eV.</param>
    /// <param name="near">Where the boundary was made, as a fraction of the box along y: 0 or ½.</param>
    /// <returns>A fraction of the box along y; <paramref name="near"/> where all atoms are those of the crystal.</returns>
    public static double Find(AtomicSystem system, IReadOnlyList<double> energies, double crystalEnergy, double near)
    {
        double weights = 0, moment = 0;
        for (int atom = 0; atom < system.Count; atom++)
        {
            double way = system.Box.ToFraction(system.Position(atom)).Y - near, excess = energies[atom] - crystalEnergy;
            way -= Math.Round(way);
            if (Math.Abs(way) > Reach) continue;
            weights += excess * excess;
            moment += excess * excess * way;
        }

        return weights > 0 ? near + moment / weights : near;
    }

    /// <summary>Both boundaries of a bicrystal at rest.</summary>
    /// <param name="system">The atoms, relaxed.</param>
    /// <param name="energies">Energy of each, eV.</param>
    /// <param name="crystalEnergy">Energy of an atom of the crystal, eV.</param>
    /// <param name="width">Thickness to give them, Å.</param>
    /// <returns>The boundary made at the faces of the box, and the one made in its middle.</returns>
    public static BoundaryPair FindBoth(AtomicSystem system, IReadOnlyList<double> energies, double crystalEnergy, double width)
    {
        BoundaryRegion Near(double place) => new(Find(system, energies, crystalEnergy, place), width);
        return new BoundaryPair(Near(0), Near(0.5));
    }
}
