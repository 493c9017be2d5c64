using LiMeso.Core;

namespace LiMeso.Atomistics.Dynamics.Thermostats;

/// <summary>
/// Friction and noise on every coordinate that moves, between the two half drifts of a step (the splitting BAOAB):
/// v' = c v + √((1 − c²) kT/m) ξ with c = exp(−t/τ) and ξ normally distributed.
/// </summary>
/// <remarks>
/// Leimkuhler &amp; Matthews, Appl. Math. Res. Express 2013, 34. Averages of positions are exact for a harmonic crystal at any step; the kinetic energy of a mode is low by the share (ω t)²/4.
/// The conserved quantity holds the heat that went into the bath (Bussi &amp; Parrinello, Phys. Rev. E 75 (2007) 056707).
/// </remarks>
/// <param name="relaxationTime">τ, ps.</param>
/// <param name="seed">Seed of the noise, which is a function of seed, step and atom.</param>
public sealed class LangevinThermostat(double relaxationTime, ulong seed) : IThermostat
{
    private const string Name = "thermostat/heat";
    private CompensatedSum _heat;

    /// <inheritdoc/>
    public bool KeepsMomentum => false;

    /// <inheritdoc/>
    public void ActOutside(Motion motion, double temperature, double time)
    {
    }

    /// <inheritdoc/>
    public void ActInTheMiddle(Motion motion, double temperature, double time)
    {
        double keep = Math.Exp(-time / relaxationTime);
        double noise = Math.Sqrt((1 - keep * keep) * MetalUnits.Boltzmann * temperature / motion.MassFactor);
        double before = motion.TwiceKinetic().Trace;
        Span<double> v = motion.System.Velocities;
        for (int atom = 0; atom < motion.System.Count; atom++)
        {
            (double x, double y, double z) = CounterRandom.Normal(seed, (ulong)motion.Step, (ulong)atom);
            Span<double> own = v.Slice(3 * atom, 3);
            own[0] = keep * own[0] + noise * x;
            own[1] = keep * own[1] + noise * y;
            own[2] = keep * own[2] + noise * z;
        }

        motion.Freedom.Hold(v);
        _heat.Add(0.5 * (before - motion.TwiceKinetic().Trace));
    }

    /// <inheritdoc/>
    public double Energy(DegreesOfFreedom freedom, double temperature) => _heat.Value;

    /// <inheritdoc/>
    public void Save(SavedState state) => state.Put(Name, [_heat.Parts.Sum, _heat.Parts.Lost]);

    /// <inheritdoc/>
    public void Restore(SavedState state)
    {
        Span<double> parts = stackalloc double[2];
        state.CopyTo(Name, parts);
        _heat = new CompensatedSum(parts[0], parts[1]);
    }
}
