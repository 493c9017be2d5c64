using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Dynamics;

/// <summary>Velocities of thermal equilibrium.</summary>
public static class ThermalVelocities
{
    /// <summary>
    /// Draws velocities from Maxwell and Boltzmann's distribution, takes out the mean of the coordinates that move, and scales to exactly the temperature:
    /// Σ m v² = N k T with N degrees of freedom.
    /// </summary>
    /// <param name="system">The atoms; their velocities are replaced.</param>
    /// <param name="freedom">Which coordinates move.</param>
    /// <param name="temperature">K; at 0 the atoms are at rest.</param>
    /// <param name="seed">Same seed, same velocities.</param>
    /// <exception cref="ArgumentException">The temperature is negative or no number, or there is but one atom that moves, whose momentum is to be zero.</exception>
    public static void Draw(AtomicSystem system, DegreesOfFreedom freedom, double temperature, ulong seed)
    {
        if (!(temperature >= 0)) throw new ArgumentException("a temperature is not negative", nameof(temperature));
        double[] v = system.Velocities;
        for (int atom = 0; atom < system.Count; atom++)
            (v[3 * atom], v[3 * atom + 1], v[3 * atom + 2]) = CounterRandom.Normal(seed, 0, (ulong)atom);
        freedom.Hold(v);
        RemoveMean(v, freedom);
        var motion = new Motion(system, freedom);
        double twiceKinetic = motion.TwiceKinetic().Trace;
        if (twiceKinetic <= 0) throw new ArgumentException("one atom alone has no thermal velocity when total momentum is zero", nameof(freedom));
        motion.ScaleVelocities(Math.Sqrt(freedom.Count * MetalUnits.Boltzmann * temperature / twiceKinetic));
    }

    private static void RemoveMean(double[] v, DegreesOfFreedom freedom)
    {
        Span<double> sum = stackalloc double[3];
        Span<int> moving = stackalloc int[3];
        moving.Fill(v.Length / 3);
        foreach (int coordinate in freedom.Frozen) moving[coordinate % 3]--;
        for (int i = 0; i < v.Length; i++) sum[i % 3] += v[i];
        for (int i = 0; i < v.Length; i++) v[i] -= moving[i % 3] > 0 ? sum[i % 3] / moving[i % 3] : 0;
        freedom.Hold(v);
    }
}
