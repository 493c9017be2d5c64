using LiMeso.Core;
using LiMeso.Depletion.Series;

namespace LiMeso.Depletion.Design;

/// <summary>
/// The inverse problem of stripping: which diffusivity, thickness or current just meets a target. A target is met when the face runs empty no earlier
/// than the charge Q is delivered, I t_d ≥ Q; no reserve is added.
/// </summary>
/// <remarks>
/// With u = Q/(F C0 L) and τ = D Q/(I L²) the just-met target reads τ = u θ0(τ). At a given u the required D grows as I·Q exactly.
/// Every concentration C0 is in mol/m³, every thickness in m, every current in A/m², every capacity in C/m², every diffusivity in m²/s.
/// </remarks>
public static class DesignLimits
{
    /// <summary>The smallest diffusivity at which a foil meets a target.</summary>
    /// <param name="target">Current density and capacity.</param>
    /// <param name="thickness">Foil thickness L, m.</param>
    /// <param name="initialConcentration">C0, mol/m³.</param>
    /// <returns>D, m²/s, or <see cref="Obstacle.NotEnoughLithium"/> if Q ≥ F C0 L. Relative error below 3e-15/(1 − u).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a positive finite number.</exception>
    public static DesignAnswer RequiredDiffusivity(StrippingTarget target, double thickness, double initialConcentration)
    {
        Require.Positive(thickness);
        Require.Positive(initialConcentration);
        double inventory = PhysicalConstants.Faraday * initialConcentration * thickness, utilisation = target.Capacity / inventory;
        if (utilisation >= 1) return DesignAnswer.Infeasible(Obstacle.NotEnoughLithium, inventory);
        double diffusivity = ReducedDepletionTime.FromUtilisation(utilisation) * thickness * thickness / target.Duration;
        return DesignAnswer.Feasible(diffusivity, target.Capacity);
    }

    /// <summary>The smallest diffusivity at which a foil of unlimited thickness meets a target, 4 I Q/(π (F C0)²). No foil needs less.</summary>
    /// <param name="target">Current density and capacity.</param>
    /// <param name="initialConcentration">C0, mol/m³.</param>
    /// <returns>D, m²/s.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The concentration is not a positive finite number.</exception>
    public static double RequiredDiffusivityOfThickFoil(StrippingTarget target, double initialConcentration)
    {
        Require.Positive(initialConcentration);
        double charge = PhysicalConstants.Faraday * initialConcentration;
        return 4 / Math.PI * (target.CurrentDensity / charge) * (target.Capacity / charge);
    }

    /// <summary>The diffusivity at which a foil reaches a utilisation at a current, whatever charge that is: the contour line of a capacity map.</summary>
    /// <param name="utilisation">u in (0, 1): 0.9 for the 90 % line.</param>
    /// <param name="currentDensity">I, A/m².</param>
    /// <param name="thickness">L, m.</param>
    /// <param name="initialConcentration">C0, mol/m³.</param>
    /// <returns>D = Λ(u) I L/(F C0), m²/s: proportional to the current, one constant a utilisation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">u lies outside (0, 1), or another argument is not a positive finite number.</exception>
    public static double DiffusivityAtUtilisation(double utilisation, double currentDensity, double thickness, double initialConcentration)
    {
        Require.Positive(currentDensity);
        Require.Positive(thickness);
        Require.Positive(initialConcentration);
        return LambdaAtUtilisation(utilisation) * currentDensity * thickness / (PhysicalConstants.Faraday * initialConcentration);
    }

    /// <summary>Λ at which a utilisation is reached: 3.33 for 90 %.</summary>
    /// <param name="utilisation">u in (0, 1).</param>
    /// <returns>Λ, dimensionless.</returns>
    /// <exception cref="ArgumentOutOfRangeException">u lies outside (0, 1).</exception>
    public static double LambdaAtUtilisation(double utilisation) => ReducedDepletionTime.FromUtilisation(utilisation) / utilisation;

    /// <summary>The thinnest foil that meets a target with a given diffusivity.</summary>
    /// <param name="target">Current density and capacity.</param>
    /// <param name="diffusivity">D, m²/s.</param>
    /// <param name="initialConcentration">C0, mol/m³.</param>
    /// <returns>L, m, or <see cref="Obstacle.DiffusionTooSlow"/> if no thickness does.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a positive finite number.</exception>
    /// <exception cref="ConvergenceException">Newton's iteration did not converge (no such case is known).</exception>
    /// <remarks>
    /// With s = √(D t)/L = √τ, t = Q/I, the target is just met at θ0(s²)/s = κ, κ = F C0 √(D/(I Q)). The left side rises from 2/√π, the unlimited foil.
    /// Close above that the thickness hardly matters and is known only to 1/√ln(1/(κ − 2/√π)).
    /// </remarks>
    public static DesignAnswer ThinnestFoil(StrippingTarget target, double diffusivity, double initialConcentration)
    {
        Require.Positive(diffusivity);
        Require.Positive(initialConcentration);
        double charge = PhysicalConstants.Faraday * initialConcentration;
        double kappa = charge * Math.Sqrt(diffusivity / (target.CurrentDensity * target.Capacity));
        if (kappa <= ScaledInterface.UnlimitedFoil)
            return DesignAnswer.Infeasible(Obstacle.DiffusionTooSlow, Math.PI / 4 * charge * charge * diffusivity / target.CurrentDensity);

        // θ0 ≥ τ bounds s by κ; where the modes are dead, s + 1/(3s) = κ is solved exactly and its larger root starts the iteration.
        double start = kappa > 2 / Math.Sqrt(3) ? 0.5 * (kappa + Math.Sqrt(kappa * kappa - 4.0 / 3)) : 0.5;
        double s = BracketedNewton.Solve(new ScaledInterface(kappa), ScaledInterface.FlatBelow, kappa, start, 1e-15, 0, "thinnest-foil Newton iteration");
        return DesignAnswer.Feasible(Math.Sqrt(diffusivity * target.Duration) / s, target.Capacity);
    }

    /// <summary>The thinnest foil that holds a charge at all, Q/(F C0): 100 % use, which no finite diffusivity reaches.</summary>
    /// <param name="capacity">Q, C/m².</param>
    /// <param name="initialConcentration">C0, mol/m³.</param>
    /// <returns>L, m.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a positive finite number.</exception>
    public static double ThinnestFoilAtFullUse(double capacity, double initialConcentration)
    {
        Require.Positive(capacity);
        Require.Positive(initialConcentration);
        return capacity / (PhysicalConstants.Faraday * initialConcentration);
    }

    /// <summary>The largest current at which a foil delivers a capacity.</summary>
    /// <param name="capacity">Q, C/m².</param>
    /// <param name="thickness">L, m.</param>
    /// <param name="diffusivity">D, m²/s.</param>
    /// <param name="initialConcentration">C0, mol/m³.</param>
    /// <returns>I, A/m², or <see cref="Obstacle.NotEnoughLithium"/> if Q ≥ F C0 L.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a positive finite number.</exception>
    public static DesignAnswer MaximumCurrent(double capacity, double thickness, double diffusivity, double initialConcentration)
    {
        Require.Positive(capacity);
        Require.Positive(thickness);
        Require.Positive(diffusivity);
        Require.Positive(initialConcentration);
        double inventory = PhysicalConstants.Faraday * initialConcentration * thickness, utilisation = capacity / inventory;
        if (utilisation >= 1) return DesignAnswer.Infeasible(Obstacle.NotEnoughLithium, inventory);
        double current = PhysicalConstants.Faraday * initialConcentration * diffusivity / (LambdaAtUtilisation(utilisation) * thickness);
        return DesignAnswer.Feasible(current, capacity);
    }

    // θ0(s²)/s − κ. In double precision it is the constant 2/√π − κ up to FlatBelow: a foil thicker than 6 diffusion lengths is unlimited.
    private readonly struct ScaledInterface(double kappa) : IIncreasingFunction
    {
        public static readonly double FlatBelow = Math.Sqrt(InterfaceDepletion.SemiInfiniteTime);
        public static readonly double UnlimitedFoil = 2 / Math.Sqrt(Math.PI);

        public double At(double x, out double slope)
        {
            double theta = InterfaceDepletion.Evaluate(x * x, out double rate);
            slope = 2 * rate - theta / (x * x);
            return theta / x - kappa;
        }
    }
}
