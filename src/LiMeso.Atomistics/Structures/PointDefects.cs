namespace LiMeso.Atomistics.Structures;

/// <summary>Point defects.</summary>
public static class PointDefects
{
    /// <summary>A copy of a system without one atom: a vacancy in a crystal. The other atoms keep their order and their names.</summary>
    /// <param name="system">The system.</param>
    /// <param name="atom">The atom to leave out, 0 … n−1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such atom.</exception>
    public static AtomicSystem WithoutAtom(AtomicSystem system, int atom)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atom);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(atom, system.Count);
        double[] Others(double[] vectors) => [.. vectors[..(3 * atom)], .. vectors[(3 * atom + 3)..]];
        var rest = new AtomicSystem(system.Box, Others(system.Positions), system.Mass, [.. system.Ids[..atom], .. system.Ids[(atom + 1)..]]);
        Others(system.Velocities).CopyTo(rest.Velocities, 0);
        return rest;
    }

    /// <summary>The atom nearest to a point, periodic images included; the first one of several as near.</summary>
    /// <param name="system">The system.</param>
    /// <param name="point">The point, Å.</param>
    public static int NearestAtom(AtomicSystem system, Vector3 point)
    {
        int nearest = 0;
        double shortest = double.PositiveInfinity;
        for (int i = 0; i < system.Count; i++)
        {
            // Rounding must not decide between atoms that symmetry makes equally near.
            double distance = PeriodicImages.Shortest(system.Box, system.Position(i) - point).Length;
            if (distance < shortest - 1e-6) (nearest, shortest) = (i, distance);
        }

        return nearest;
    }
}
