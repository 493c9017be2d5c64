using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Dynamics;

/// <summary>The moving atoms as thermostats and barostats see them.</summary>
/// <param name="system">The atoms.</param>
/// <param name="freedom">Which coordinates move.</param>
public sealed class Motion(AtomicSystem system, DegreesOfFreedom freedom)
{
    /// <summary>The atoms.</summary>
    public AtomicSystem System { get; } = system;

    /// <summary>Which coordinates move.</summary>
    public DegreesOfFreedom Freedom { get; } = freedom;

    /// <summary>Number of the step under way, from 0: what random numbers are drawn for.</summary>
    public long Step { get; internal set; }

    /// <summary>One (Å/ps)² times this is m v², eV.</summary>
    public double MassFactor { get; } = system.Mass * MetalUnits.KineticEnergy;

    /// <summary>Σ m vₐ v_b over all atoms, eV.</summary>
    public SymmetricTensor TwiceKinetic()
    {
        ReadOnlySpan<double> v = System.Velocities;
        double xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0;
        for (int i = 0; i + 2 < v.Length; i += 3)
        {
            double x = v[i], y = v[i + 1], z = v[i + 2];
            xx += x * x;
            yy += y * y;
            zz += z * z;
            xy += x * y;
            xz += x * z;
            yz += y * z;
        }

        return MassFactor * new SymmetricTensor(xx, yy, zz, xy, xz, yz);
    }

    /// <summary>Multiplies all velocities by a number.</summary>
    /// <param name="factor">The number.</param>
    public void ScaleVelocities(double factor)
    {
        Span<double> v = System.Velocities;
        for (int i = 0; i < v.Length; i++) v[i] *= factor;
    }

    // v' = keep v + push F along each direction
    internal void Kick(ReadOnlySpan<double> forces, Vector3 keep, Vector3 push)
    {
        Coordinates.Update(System.Velocities, keep, push, forces, default);
        Freedom.Hold(System.Velocities);
    }

    // r' = stretch r + (1 − stretch) origin + time v: exactly r + time v where nothing stretches
    internal void Drift(Vector3 stretch, Vector3 time)
    {
        Vector3 o = System.Box.Origin;
        Coordinates.Update(System.Positions, stretch, time, System.Velocities, new((1 - stretch.X) * o.X, (1 - stretch.Y) * o.Y, (1 - stretch.Z) * o.Z));
    }
}
