using LiMeso.Core;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Tests;

/// <summary>Short-hands for the foil that is stripped at x = 0.</summary>
internal static class Slab
{
    private const double MilliamperePerSquareCentimetre = 10;                      // in A/m²

    /// <summary>Flux in mol/(m² s) of a current density in mA/cm².</summary>
    /// <param name="current">Current density in mA/cm².</param>
    public static double Flux(double current) => current * MilliamperePerSquareCentimetre / PhysicalConstants.Faraday;

    public static DiffusionProblem Stripped(RectilinearMesh mesh, double diffusivity, double concentration, ITimeFunction flux) =>
        new(mesh, new UniformDiffusivity(diffusivity), concentration) { [Side.XMin] = BoundaryCondition.FixedFlux(flux) };
}
