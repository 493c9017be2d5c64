using LiMeso.Core.Registries;

namespace LiMeso.FiniteVolume.BoundaryConditions;

/// <summary>The kinds of boundary condition by name.</summary>
public static class BoundaryKinds
{
    /// <summary>Every kind.</summary>
    public static readonly Registry<IBoundaryKind> All = new("boundary condition")
    {
        { "fixed-value", "the concentration on the side is given", new FixedValue() },
        { "fixed-flux", "the flux out of the side is given: current density over the Faraday constant", new FixedFlux() },
        { "zero-flux", "nothing passes: a blocking collector or a plane of symmetry", new ZeroFlux() },
        { "robin", "exchange with a reservoir through a film of given transfer coefficient", new Robin() },
        { "periodic", "the side is joined to the opposite one, which must be periodic too", new Periodic() },
    };
}
