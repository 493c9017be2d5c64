using MathNet.Numerics;

namespace LiMeso.Depletion.Series;

/// <summary>
/// Depletion of a slab drained at ξ = 0 and sealed at ξ = 1, as a sum over mirror images of the drained face. Converges fastest at short times.
/// </summary>
/// <remarks>
/// The Laplace transform of θ is cosh(q(1−ξ))/(q³ sinh q), q = √p. Expanding 1/sinh q in powers of e^(−2q) and inverting term by term:
/// θ(ξ,τ) = 2√τ Σ_{n≥0} { ierfc[(2n+ξ)/(2√τ)] + ierfc[(2(n+1)−ξ)/(2√τ)] }  (Carslaw &amp; Jaeger, Conduction of Heat in Solids, section 12.5 for the method).
/// </remarks>
public static class ImageSeries
{
    /// <summary>Pairs of images that reach double precision for τ below <see cref="SlabDepletion.SwitchTime"/>.</summary>
    public const int DefaultPairs = 4;

    /// <summary>Dimensionless depletion θ(ξ,τ) from the first pairs of images.</summary>
    /// <param name="xi">Depth below the drained face over thickness, 0 ≤ ξ ≤ 1.</param>
    /// <param name="tau">Dimensionless time Dt/L², τ > 0.</param>
    /// <param name="pairs">Image pairs n = 0 … pairs−1.</param>
    /// <returns>θ, dimensionless, to the bound of <see cref="TruncationBound"/> and about 2z² units in the last place, z = ξ/(2√τ), from the rounding of
    /// z.</returns>
    public static double Theta(double xi, double tau, int pairs = DefaultPairs)
    {
        double step = 1 / Math.Sqrt(tau), near = 0.5 * xi * step, far = (1 - 0.5 * xi) * step, sum = 0;
        for (int n = 0; n < pairs && near <= RepeatedErrorFunction.UnderflowArgument; n++, near += step, far += step)
            sum += RepeatedErrorFunction.Evaluate(near) + RepeatedErrorFunction.Evaluate(far);
        return 2 * sum / step;
    }

    /// <summary>Slope dθ/dξ from the first pairs of images: −1 at the drained face, 0 at the sealed one.</summary>
    /// <param name="xi">Depth below the drained face over thickness, 0 ≤ ξ ≤ 1.</param>
    /// <param name="tau">Dimensionless time Dt/L², τ > 0.</param>
    /// <param name="pairs">Image pairs n = 0 … pairs−1.</param>
    /// <returns>dθ/dξ, dimensionless, absolute error below 1e-15.</returns>
    public static double ThetaSlope(double xi, double tau, int pairs = DefaultPairs)
    {
        double step = 1 / Math.Sqrt(tau), near = 0.5 * xi * step, far = (1 - 0.5 * xi) * step, sum = 0;
        for (int n = 0; n < pairs && near <= RepeatedErrorFunction.UnderflowArgument; n++, near += step, far += step)
            sum += SpecialFunctions.Erfc(far) - SpecialFunctions.Erfc(near);
        return sum;
    }

    /// <summary>Upper bound of what <see cref="Theta"/> leaves out.</summary>
    /// <param name="xi">Depth below the drained face over thickness, 0 ≤ ξ ≤ 1.</param>
    /// <param name="tau">Dimensionless time Dt/L², τ > 0.</param>
    /// <param name="pairs">Image pairs summed.</param>
    /// <returns>Dimensionless, in the units of θ.</returns>
    /// <remarks>ierfc(z+h) ≤ ierfc(z) e^(−2zh−h²), and neighbouring images differ by h = 1/√τ: a geometric series of ratio at most e^(−1/τ).</remarks>
    public static double TruncationBound(double xi, double tau, int pairs = DefaultPairs)
    {
        double step = 1 / Math.Sqrt(tau);
        double near = RepeatedErrorFunction.Ierfc((pairs + 0.5 * xi) * step), far = RepeatedErrorFunction.Ierfc((pairs + 1 - 0.5 * xi) * step);
        return 2 / step * (near + far) / -double.ExpM1(-1 / tau);
    }
}
