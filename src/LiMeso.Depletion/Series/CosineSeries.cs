namespace LiMeso.Depletion.Series;

/// <summary>
/// Depletion of a slab drained at ξ = 0 and sealed at ξ = 1, as quasi-steady parabola plus decaying cosine modes. Converges fastest at long times.
/// </summary>
/// <remarks>
/// θ(ξ,τ) = τ + [3(1−ξ)²−1]/6 − (2/π²) Σ_{n≥1} n⁻² e^(−n²π²τ) cos(nπξ): the residues of cosh(q(1−ξ))/(q³ sinh q) e^(q²τ) at q = 0 and q = inπ
/// (Carslaw &amp; Jaeger, Conduction of Heat in Solids, section 3.8, with x mirrored).
/// </remarks>
public static class CosineSeries
{
    /// <summary>Cosine terms that reach double precision for τ from <see cref="SlabDepletion.SwitchTime"/> on.</summary>
    public const int DefaultTerms = 3;

    /// <summary>Dimensionless depletion θ(ξ,τ) from the first cosine terms.</summary>
    /// <param name="xi">Depth below the drained face over thickness, 0 ≤ ξ ≤ 1.</param>
    /// <param name="tau">Dimensionless time Dt/L², τ ≥ 0.</param>
    /// <param name="terms">Terms n = 1 … terms.</param>
    /// <returns>θ, dimensionless, to the bound of <see cref="TruncationBound"/>. Where θ is small against 1 the terms cancel: the absolute error stays
    /// 1e-16.</returns>
    public static double Theta(double xi, double tau, int terms = DefaultTerms)
    {
        double decay = Math.Exp(-Math.PI * Math.PI * tau), cosine = double.CosPi(xi);
        return tau + QuasiSteady(xi) - Transient(decay, cosine, terms);
    }

    /// <summary>Slope dθ/dξ from the first cosine terms: −1 at the drained face, 0 at the sealed one.</summary>
    /// <param name="xi">Depth below the drained face over thickness, 0 ≤ ξ ≤ 1.</param>
    /// <param name="tau">Dimensionless time Dt/L², τ > 0.</param>
    /// <param name="terms">Terms n = 1 … terms.</param>
    /// <returns>dθ/dξ, dimensionless.</returns>
    public static double ThetaSlope(double xi, double tau, int terms = DefaultTerms)
    {
        double sum = 0;
        for (int n = terms; n >= 1; n--)
            sum += Math.Exp(-n * n * Math.PI * Math.PI * tau) * double.SinPi(n * xi) / n;
        return xi - 1 + 2 / Math.PI * sum;
    }

    /// <summary>Upper bound of what <see cref="Theta"/> leaves out, at any depth.</summary>
    /// <param name="tau">Dimensionless time Dt/L², τ > 0.</param>
    /// <param name="terms">Terms summed.</param>
    /// <returns>Dimensionless, in the units of θ.</returns>
    /// <remarks>Neighbouring terms shrink at least by e^(−(2N+3)π²τ): a geometric series.</remarks>
    public static double TruncationBound(double tau, int terms = DefaultTerms)
    {
        double rate = Math.PI * Math.PI * tau;
        int next = terms + 1;
        return 2 / (Math.PI * Math.PI) * Math.Exp(-next * next * rate) / (next * next * -double.ExpM1(-(2 * terms + 3) * rate));
    }

    /// <summary>The parabola [3(1−ξ)²−1]/6 that a constant current leaves once all modes have died; its mean is 0.</summary>
    /// <param name="xi">Depth below the drained face over thickness.</param>
    internal static double QuasiSteady(double xi) => 0.5 * (1 - xi) * (1 - xi) - 1.0 / 6;

    /// <summary>(2/π²) Σ n⁻² decayⁿ² cos(nπξ), with cos(nπξ) from cos(πξ) by the Chebyshev recurrence and decay = e^(−π²τ) raised by multiplication.</summary>
    internal static double Transient(double decay, double cosine, int terms)
    {
        double sum = 0, power = decay, ratio = decay * decay * decay, square = decay * decay, previous = 1, current = cosine;
        for (int n = 1; n <= terms; n++)
        {
            sum += power * current / (n * n);
            power *= ratio;                                   // decay^((n+1)²) = decay^(n²) · decay^(2n+1)
            ratio *= square;
            (previous, current) = (current, 2 * cosine * current - previous);
        }

        return 2 / (Math.PI * Math.PI) * sum;
    }
}
