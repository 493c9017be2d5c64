using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>The isometry that takes the boundary in the middle of a bicrystal to the one at its faces, atom by atom.</summary>
public sealed class BoundaryIsometry
{
    // Rounding of positions of some 100 Å, and much less than any distance of atoms.
    private const double Tolerance = 1e-6;

    private readonly Dictionary<int, int> _mates;

    private BoundaryIsometry(SpaceOperation operation, Dictionary<int, int> mates) => (Operation, _mates) = (operation, mates);

    /// <summary>Its linear part.</summary>
    public SpaceOperation Operation { get; }

    /// <summary>The atom at the faces that an atom near the middle is taken to.</summary>
    /// <param name="atom">An atom within the distance asked for.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is farther away.</exception>
    public int MateOf(int atom) => _mates.TryGetValue(atom, out int mate) ? mate : throw new ArgumentOutOfRangeException(nameof(atom), atom, "the atom is too far from the boundary");

    /// <summary>Finds the isometry; null when the two boundaries are not alike.</summary>
    /// <param name="bicrystal">The bicrystal.</param>
    /// <param name="distance">How far from the boundary's plane atoms are compared, Å; besides half of the gap there, and no less than the spacing of lattice planes, so that there are atoms.</param>
    public static BoundaryIsometry? Find(Bicrystal bicrystal, double distance)
    {
        AtomicSystem system = bicrystal.System;
        var locator = new AtomLocator(system, Tolerance);
        double thickness = 2 * bicrystal.Separation, reach = 0.5 * bicrystal.Options.Gap + Math.Max(distance, bicrystal.PlaneSpacing);
        int[] near = [.. Enumerable.Range(0, system.Count).Where(i => Math.Abs(Height(system, i) - 0.5) * thickness <= reach).OrderBy(i => Math.Abs(Height(system, i) - 0.5))];
        // The atom nearest to the boundary on the side of A goes to one as far from the other boundary, on the side of the grain that the operation makes of A.
        int reference = near.First(i => !bicrystal.IsInB(i));
        double level = 0.5 - Height(system, reference);
        foreach ((SpaceOperation operation, bool swapped) in Candidates(bicrystal))
        {
            Vector3 image = operation.Apply(system.Position(reference));
            double target = swapped ? 1 - level : level;
            for (int i = 0; i < system.Count; i++)
            {
                if (bicrystal.IsInB(i) != swapped || Math.Abs(Height(system, i) - target) * thickness > Tolerance) continue;
                Vector3 move = system.Position(i) - image;
                if (Mates(system, locator, near, p => operation.Apply(p) + move) is { } mates) return new BoundaryIsometry(operation, mates);
            }
        }

        return null;
    }

    // A below B becomes B below A when the normal turns over, or when the grains change roles. In a cell that leans only inversion has the same form as in the frame of the grains.
    private static IEnumerable<(SpaceOperation Operation, bool Swapped)> Candidates(Bicrystal bicrystal)
    {
        BoundaryGeometry geometry = bicrystal.Geometry;
        if ((bicrystal.System.Box.Xy, bicrystal.System.Box.Yz) != (0, 0)) return [(SpaceOperation.Inversion, false)];
        return BoundarySymmetry.Operations(geometry, swapped: false, flipped: true).Select(o => (o, false))
            .Concat(BoundarySymmetry.Operations(geometry, swapped: true, flipped: false).Select(o => (o, true)));
    }

    private static Dictionary<int, int>? Mates(AtomicSystem system, AtomLocator locator, int[] atoms, Func<Vector3, Vector3> isometry)
    {
        var mates = new Dictionary<int, int>();
        foreach (int atom in atoms)
        {
            int mate = locator.Find(isometry(system.Position(atom)));
            if (mate < 0) return null;
            mates[atom] = mate;
        }

        return mates;
    }

    private static double Height(AtomicSystem system, int atom) => system.Box.ToFraction(system.Position(atom)).Y;
}
