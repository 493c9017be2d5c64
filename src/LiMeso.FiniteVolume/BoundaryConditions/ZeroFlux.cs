namespace LiMeso.FiniteVolume.BoundaryConditions;

/// <summary>Nothing passes: J = 0. A blocking current collector, or a plane of symmetry. What every side has unless told otherwise.</summary>
public sealed class ZeroFlux : IBoundaryKind
{
    /// <inheritdoc/>
    public string? ValueUnit => null;

    /// <inheritdoc/>
    public bool NeedsTransferCoefficient => false;

    /// <inheritdoc/>
    public bool SetsFaceValue => false;

    /// <inheritdoc/>
    public OutwardFlux Flux(double halfCellConductance, double transferCoefficient) => default;
}
