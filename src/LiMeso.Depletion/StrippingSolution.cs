using LiMeso.Depletion.Series;

namespace LiMeso.Depletion;

/// <summary>Which closed form gives the depletion time to 1 %.</summary>
public enum DepletionRegime
{
    /// <summary>The face runs empty before the collector is felt (Λ below about 0.59): thickness does not matter.</summary>
    SemiInfinite,

    /// <summary>Neither limit holds.</summary>
    Intermediate,

    /// <summary>The profile is quasi-steady when the face runs empty (Λ above about 0.73): the foil's inventory limits.</summary>
    ThinFilm,
}

/// <summary>When and with what yield a foil stripped at constant current runs empty at the electrolyte.</summary>
/// <param name="Lambda">Λ = F C0 D/(I L).</param>
/// <param name="ReducedTime">τ_d = D t_d/L².</param>
/// <param name="DepletionTime">t_d, s. Relative error below 2e-15, from Λ = 1e-150 to 1e150.</param>
/// <param name="Capacity">Charge drawn until then, I t_d, C/m².</param>
/// <param name="Utilisation">u = I t_d/(F C0 L) in (0, 1), a function of Λ alone.</param>
/// <param name="SemiInfiniteTime">The limit of a thick foil, π D (F C0/(2I))², s. Never below t_d.</param>
/// <param name="ThinFilmTime">The limit of a thin foil, F C0 L/I − L²/(3D), s. Never above t_d; negative for thick foils.</param>
/// <param name="Regime">Which limit is within 1 % of t_d.</param>
public sealed record StrippingSolution(
    double Lambda, double ReducedTime, double DepletionTime, double Capacity, double Utilisation,
    double SemiInfiniteTime, double ThinFilmTime, DepletionRegime Regime)
{
    private const double RegimeTolerance = 0.01;

    /// <summary><see cref="Capacity"/> in mAh/cm².</summary>
    public double CapacityInMilliampHourPerSquareCentimetre => ArealCapacity.ToMilliampHourPerSquareCentimetre(Capacity);

    /// <summary>Upper bound of what truncating the series contributed to the relative error of C(0,t_d).</summary>
    public double TruncationBound => SlabDepletion.TruncationBound(0, ReducedTime) / Lambda;

    internal static StrippingSolution Of(StrippingProblem problem)
    {
        double lambda = problem.Lambda, reducedTime = ReducedDepletionTime.FromLambda(lambda), utilisation = reducedTime / lambda;
        double fullUse = problem.Inventory / problem.CurrentDensity, time = utilisation * fullUse;
        double semiInfinite = Math.PI / 4 * lambda * fullUse, thinFilm = fullUse - problem.DiffusionTime / 3;
        DepletionRegime regime =
            semiInfinite <= (1 + RegimeTolerance) * time ? DepletionRegime.SemiInfinite
            : thinFilm >= (1 - RegimeTolerance) * time ? DepletionRegime.ThinFilm
            : DepletionRegime.Intermediate;
        return new StrippingSolution(lambda, reducedTime, time, problem.CurrentDensity * time, utilisation, semiInfinite, thinFilm, regime);
    }
}
