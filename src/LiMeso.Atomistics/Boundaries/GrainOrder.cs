using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>Whether the grains of a cold bicrystal are still bcc: thin, soft grains may transform when all lengths of the box relax, and when they are heated.</summary>
/// <remarks>Adaptive common-neighbour analysis: A. Stukowski, Model. Simul. Mater. Sci. Eng. 20 (2012) 045021.</remarks>
public static class GrainOrder
{
    /// <summary>Below this fraction the grains count as transformed.</summary>
    public const double StillBcc = 0.95;

    // How far from a boundary the inside of a grain begins, Å, and where neighbours are looked for.
    private const double BoundaryReach = 12, NeighbourReach = 6;

    /// <summary>Fraction of the atoms inside the grains that are bcc.</summary>
    /// <param name="system">The atoms at zero temperature, with boundaries at fractions 0 and ½ of the box along y.</param>
    public static double BccInside(AtomicSystem system) => BccInside(system, Classify(system));

    /// <summary>Fraction of the atoms inside the grains that are bcc, and of all atoms.</summary>
    /// <param name="system">The atoms.</param>
    public static (double Inside, double All) Bcc(AtomicSystem system)
    {
        LocalStructure[] structures = Classify(system);
        return (BccInside(system, structures), CommonNeighbours.Fraction(structures, LocalStructure.Bcc, _ => true));
    }

    private static LocalStructure[] Classify(AtomicSystem system) => CommonNeighbours.Classify(system, NeighbourReach);

    private static double BccInside(AtomicSystem system, LocalStructure[] structures)
    {
        double half = 0.5 * system.Box.Widths.Y, reach = Math.Min(BoundaryReach, 0.25 * half);
        // from the nearer of the boundaries at 0 and ½
        bool IsInside(int atom)
        {
            double height = 2 * system.Box.ToFraction(system.Position(atom)).Y;
            return Math.Abs(height - Math.Round(height)) * half > reach;
        }

        return CommonNeighbours.Fraction(structures, LocalStructure.Bcc, IsInside);
    }
}
