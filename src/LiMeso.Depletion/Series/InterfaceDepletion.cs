namespace LiMeso.Depletion.Series;

/// <summary>
/// The depletion at the drained face, θ0(τ) = θ(0,τ), and its rate: what every depletion time, capacity map and design limit is solved from.
/// </summary>
/// <remarks>
/// θ0 rises strictly and is concave, and max(τ, 2√(τ/π)) ≤ θ0 ≤ min(τ + 1/3, τ + 2√(τ/π)). At the face the two series need so little that the
/// switch sits lower than for profiles: for τ &lt; 0.1 one image (the next is below 1e-19), from there on five cosines (the next is below 3e-18).
/// </remarks>
public static class InterfaceDepletion
{
    internal const double SwitchTime = 0.1;
    private const double InverseSqrtPi = 0.56418958354775628694807945156077;
    private const double TwoOverPiSquared = 2 / (Math.PI * Math.PI);

    /// <summary>Below this τ the sealed face is not felt in double precision: θ0 = 2√(τ/π) to 2e-17.</summary>
    internal const double SemiInfiniteTime = 0.028;

    /// <summary>Above this τ all modes have died in double precision: θ0 = τ + 1/3 to 1e-17.</summary>
    internal const double QuasiSteadyTime = 4;

    /// <summary>Dimensionless depletion at the drained face.</summary>
    /// <param name="tau">Dimensionless time Dt/L², τ ≥ 0.</param>
    /// <returns>θ0, dimensionless, relative error below 1e-15.</returns>
    /// <exception cref="ArgumentOutOfRangeException">τ is negative or NaN.</exception>
    public static double Theta(double tau)
    {
        Check(tau);
        return Evaluate(tau, out _);
    }

    /// <summary>Rate dθ0/dτ = 1 + 2 Σ e^(−n²π²τ) = (πτ)^(−1/2) [1 + 2 Σ e^(−n²/τ)]: infinite at τ = 0, falling to 1.</summary>
    /// <param name="tau">Dimensionless time Dt/L², τ ≥ 0.</param>
    /// <returns>dθ0/dτ, dimensionless, relative error below 1e-14.</returns>
    /// <exception cref="ArgumentOutOfRangeException">τ is negative or NaN.</exception>
    public static double Rate(double tau)
    {
        Check(tau);
        _ = Evaluate(tau, out double rate);
        return rate;
    }

    // θ0 and its rate together: they share every exponential.
    internal static double Evaluate(double tau, out double rate)
    {
        if (tau < SwitchTime)
        {
            double root = Math.Sqrt(tau);
            rate = InverseSqrtPi / root;
            if (tau < SemiInfiniteTime) return 2 * InverseSqrtPi * root;
            rate *= 1 + 2 * Math.Exp(-1 / tau);
            return 2 * root * (InverseSqrtPi + 2 * RepeatedErrorFunction.Evaluate(1 / root));
        }

        rate = 1;
        if (tau > QuasiSteadyTime) return tau + 1.0 / 3;
        return tau + (1.0 / 3 - Modes(tau, ref rate));
    }

    /// <summary>E(τ) = τ + 1/3 − θ0(τ): how far the face still is from its quasi-steady depletion. Positive, falling, convex, E(0) = 1/3.</summary>
    /// <param name="tau">Dimensionless time, τ ≥ 0.</param>
    /// <param name="rate">dE/dτ ≤ 0; −∞ at τ = 0.</param>
    internal static double Transient(double tau, out double rate)
    {
        if (tau < SwitchTime)
        {
            double theta = Evaluate(tau, out double thetaRate);
            rate = 1 - thetaRate;
            return tau + 1.0 / 3 - theta;
        }

        double modesRate = 0;
        double transient = Modes(tau, ref modesRate);
        rate = -modesRate;
        return transient;
    }

    // (2/π²) Σ_{n=1..5} n⁻² q^(n²) with q = e^(−π²τ); adds 2 Σ q^(n²) to rate.
    private static double Modes(double tau, ref double rate)
    {
        double q = Math.Exp(-Math.PI * Math.PI * tau);
        double q2 = q * q, q4 = q2 * q2, q8 = q4 * q4, q9 = q8 * q, q16 = q8 * q8, q25 = q16 * q9;
        rate += 2 * (q + q4 + q9 + q16 + q25);
        return TwoOverPiSquared * (q + q4 / 4 + q9 / 9 + q16 / 16 + q25 / 25);
    }

    private static void Check(double tau)
    {
        if (!(tau >= 0)) throw new ArgumentOutOfRangeException(nameof(tau), tau, "A dimensionless time is >= 0.");
    }
}
