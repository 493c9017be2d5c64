using LiMeso.Core;
using LiMeso.Depletion.Series;

namespace LiMeso.Depletion;

/// <summary>
/// The one-parameter heart of constant-current stripping: θ0(τ_d) = Λ ties the dimensionless depletion time τ_d = D t_d/L² to Λ = F C0 D/(I L),
/// and the utilisation u = τ_d/Λ = I t_d/(F C0 L) to either.
/// </summary>
public static class ReducedDepletionTime
{
    // Where the limits of θ0 hold to the last bit so do their inverses, τ = πΛ²/4 and τ = Λ − 1/3.
    private const double SemiInfiniteLambda = 0.18;
    private const double QuasiSteadyLambda = 4.4;

    // Below it the upper bound πΛ²/4 is the nearer start (2 % off here, 1e-7 at 0.3); above it the lower bound is.
    private const double NearSemiInfiniteLambda = 0.65;

    /// <summary>The dimensionless depletion time τ_d at which θ0(τ_d) = Λ.</summary>
    /// <param name="lambda">Λ = F C0 D/(I L) > 0.</param>
    /// <returns>τ_d, dimensionless, relative error below 2e-15.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Λ is not a positive finite number.</exception>
    /// <exception cref="ConvergenceException">Newton's iteration did not converge (no such Λ is known).</exception>
    /// <remarks>
    /// θ0 is concave: from the lower end of <see cref="Bracket"/> Newton's iteration climbs to the root without overshooting, from the upper end its first
    /// step falls below the root and the rest climb. It starts from the nearer end and takes three steps at most.
    /// </remarks>
    public static double FromLambda(double lambda)
    {
        if (!(lambda > 0 && double.IsFinite(lambda))) throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "Lambda is a positive number.");
        return Solve(lambda);
    }

    // For callers that know lambda to be positive and finite.
    internal static double Solve(double lambda)
    {
        if (lambda < SemiInfiniteLambda) return Math.PI / 4 * lambda * lambda;
        if (lambda > QuasiSteadyLambda) return lambda - 1.0 / 3;
        (double lower, double upper) = Bracket(lambda);
        double start = lambda < NearSemiInfiniteLambda ? upper : lower;
        return BracketedNewton.Solve(new InterfaceMinusLambda(lambda), lower, upper, start, 1e-8, 0, "depletion-time Newton iteration");
    }

    /// <summary>Bounds of τ_d: max(Λ − 1/3, (√(1/π + Λ) − 1/√π)²) ≤ τ_d ≤ min(Λ, πΛ²/4), from the bounds of θ0.</summary>
    /// <param name="lambda">Λ = F C0 D/(I L) > 0.</param>
    /// <returns>Dimensionless bounds.</returns>
    public static (double Lower, double Upper) Bracket(double lambda)
    {
        double inverse = 1 / Math.Sqrt(Math.PI), root = lambda / (Math.Sqrt(inverse * inverse + lambda) + inverse);
        return (Math.Max(lambda - 1.0 / 3, root * root), Math.Min(lambda, Math.PI / 4 * lambda * lambda));
    }

    /// <summary>The dimensionless time τ at which a fraction u of the lithium has been stripped just as the face runs empty: τ = u θ0(τ).</summary>
    /// <param name="utilisation">u in (0, 1).</param>
    /// <returns>τ_d, dimensionless; Λ is τ_d/u. Relative error below 3e-15/(1 − u): near full use the time is as sensitive as that.</returns>
    /// <exception cref="ArgumentOutOfRangeException">u lies outside (0, 1): no finite diffusivity strips all of the lithium.</exception>
    /// <exception cref="ConvergenceException">Newton's iteration did not converge (no such u is known).</exception>
    /// <remarks>τ − u θ0 is convex, and 4u²/π ≤ τ_d ≤ min(u/(3(1−u)), 4u²/(π(1−u)²)): from the upper end Newton's iteration descends without
    /// overshooting.</remarks>
    public static double FromUtilisation(double utilisation)
    {
        double u = utilisation;
        if (!(u is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(utilisation), u, "A utilisation lies between 0 and 1.");
        double semiInfinite = 4 / Math.PI * u * u, quasiSteady = u / (3 * (1 - u));
        if (semiInfinite < InterfaceDepletion.SemiInfiniteTime) return semiInfinite;
        if (quasiSteady > InterfaceDepletion.QuasiSteadyTime) return quasiSteady;
        double upper = Math.Min(quasiSteady, semiInfinite / ((1 - u) * (1 - u)));
        return BracketedNewton.Solve(new TimeMinusUsedDepletion(u), semiInfinite, upper, upper, 1e-8, 0, "utilisation Newton iteration");
    }

    private readonly struct InterfaceMinusLambda(double lambda) : IIncreasingFunction
    {
        public double At(double x, out double slope) => InterfaceDepletion.Evaluate(x, out slope) - lambda;
    }

    // Convex: it falls before it rises, but crosses zero upwards once, and right of the root, where the iteration stays, it rises.
    private readonly struct TimeMinusUsedDepletion(double u) : IIncreasingFunction
    {
        public double At(double x, out double slope)
        {
            double theta = InterfaceDepletion.Evaluate(x, out double rate);
            slope = 1 - u * rate;
            return x - u * theta;
        }
    }
}
