using LiMeso.Core;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Tests;

/// <summary>Exact solutions and short-hands for the foil of thickness 1 (or any) that is stripped at x = 0.</summary>
internal static class Slab
{
    public const double PerSquareCentimetreMilliampere = 10;                       // mA/cm² in A/m²

    /// <summary>Flux in mol/(m² s) of a current density in mA/cm².</summary>
    public static double Flux(double milliamperePerSquareCentimetre) => milliamperePerSquareCentimetre * PerSquareCentimetreMilliampere / PhysicalConstants.Faraday;

    public static DiffusionProblem Stripped(RectilinearMesh mesh, double diffusivity, double concentration, ITimeFunction flux) =>
        new(mesh, new UniformDiffusivity(diffusivity), concentration) { [Side.XMin] = BoundaryCondition.FixedFlux(flux) };

    /// <summary>
    /// Dimensionless depletion θ(ξ, τ) of a slab with unit flux out at ξ = 0: cosine series (Carslaw &amp; Jaeger 3.8), here with
    /// so many terms that it holds to 1e-14 for τ ≥ 1e-3.
    /// </summary>
    public static double Theta(double xi, double tau)
    {
        double sum = tau + (3 * (1 - xi) * (1 - xi) - 1) / 6;
        for (int n = 80; n >= 1; n--) sum -= 2 / (Math.PI * Math.PI * n * n) * Math.Exp(-n * n * Math.PI * Math.PI * tau) * Math.Cos(n * Math.PI * xi);
        return sum;
    }
}
