using LiMeso.Core;

namespace LiMeso.Transport.Models;

/// <summary>Differential effective medium in three dimensions: (D − b)/(g − b) · (g/D)^(1/3) = f, grains of all sizes in a boundary matrix.</summary>
/// <remarks>
/// With D = g u³ and β = b/g the equation is the cubic u³ − f(1−β) u − β = 0. It has one positive root and is convex for u &gt; 0, so Newton's iteration
/// started above the root falls on it monotonically. Thin limit f^(3/2) g: below that of equal grains, because small grains fill the gaps of large ones.
/// </remarks>
public sealed class BruggemanHanai : IPolycrystalModel
{
    private const int MaximumIterations = 60;

    /// <inheritdoc/>
    public string Formula => "(D - b)/(g - b) (g/D)^(1/3) = f";

    /// <inheritdoc/>
    public string Source => "D. A. G. Bruggeman, Ann. Phys. (Leipzig) 24 (1935) 636; T. Hanai, Kolloid-Z. 171 (1960) 23";

    /// <inheritdoc/>
    public string Validity => "grains of a very wide range of sizes in a continuous boundary matrix; under-estimates grains of one size; type A kinetics";

    /// <inheritdoc/>
    public string DefaultFraction => "polyhedron";

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal)
    {
        double b = polycrystal.Bulk, g = polycrystal.Boundary, f = polycrystal.BoundaryFraction;
        double beta = b / g, p = f * (1 - beta);
        // Above the root: at √p + ∛β the cubic is 2p∛β + 3√p ∛β² ≥ 0; for slow boundaries (p < 0) at ∛β it is −p ∛β > 0.
        double u = p > 0 ? Math.Sqrt(p) + Math.Cbrt(beta) : Math.Cbrt(beta);
        double step = 0;
        for (int i = 0; i < MaximumIterations; i++)
        {
            step = (u * (u * u - p) - beta) / (3 * u * u - p);
            if (step <= 1e-15 * u) return p >= 0 ? b + f * (g - b) * u : g * u * u * u;     // the same by the equation; each without cancellation
            u -= step;
        }

        throw new ConvergenceException("Newton iteration for the Bruggeman-Hanai diffusivity", MaximumIterations, step / u, 1e-15);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings(in Microstructure polycrystal) => polycrystal.Boundary > polycrystal.Bulk && polycrystal.BoundaryFraction < 0.1
        ? ["thin boundaries: this model assumes grains of all sizes and under-estimates the boundary network of grains of one size."]
        : [];
}
