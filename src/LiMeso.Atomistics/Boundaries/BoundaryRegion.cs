using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>The slab that a grain boundary normal to y fills.</summary>
/// <param name="Centre">Its middle, as a fraction of the box along y; any number, of which whole ones do not matter.</param>
/// <param name="Width">Its thickness, Å.</param>
public readonly record struct BoundaryRegion(double Centre, double Width)
{
    /// <summary>How far a point is from the middle, Å; by the shorter way round the periodic box.</summary>
    /// <param name="fraction">Where the point is, as a fraction of the box along y.</param>
    /// <param name="length">Length of the box across the boundary, Å.</param>
    public double Distance(double fraction, double length)
    {
        double way = fraction - Centre;
        return Math.Abs(way - Math.Round(way)) * length;
    }

    /// <summary>Whether a point is inside.</summary>
    /// <param name="fraction">Where the point is, as a fraction of the box along y.</param>
    /// <param name="length">Length of the box across the boundary, Å.</param>
    public bool Contains(double fraction, double length) => Distance(fraction, length) <= 0.5 * Width;
}

/// <summary>The two boundaries of a periodic bicrystal.</summary>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
public readonly record struct BoundaryPair(BoundaryRegion First, BoundaryRegion Second)
{
    /// <summary>Distance of the middles, Å; by the shorter way round the periodic box.</summary>
    /// <param name="length">Length of the box across the boundaries, Å.</param>
    public double Separation(double length) => First.Distance(Second.Centre, length);

    /// <summary>Which atoms are inside the first region, inside the second, and far from both.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="farFrom">Distance from both middles from which an atom is far, Å; those inside a region never are.</param>
    public BoundaryAtoms Sort(AtomicSystem system, double farFrom)
    {
        double length = system.Box.Widths.Y;
        List<int> first = [], second = [], far = [];
        for (int atom = 0; atom < system.Count; atom++)
        {
            double along = system.Box.ToFraction(system.Position(atom)).Along(Axis.Y);
            if (First.Contains(along, length)) first.Add(atom);
            else if (Second.Contains(along, length)) second.Add(atom);
            else if (Math.Min(First.Distance(along, length), Second.Distance(along, length)) >= farFrom) far.Add(atom);
        }

        return new BoundaryAtoms([.. first], [.. second], [.. far]);
    }
}

/// <summary>Atoms by where they are.</summary>
/// <param name="First">Inside the first boundary.</param>
/// <param name="Second">Inside the second boundary.</param>
/// <param name="Far">Far from both.</param>
public sealed record BoundaryAtoms(int[] First, int[] Second, int[] Far);
