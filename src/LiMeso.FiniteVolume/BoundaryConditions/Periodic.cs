namespace LiMeso.FiniteVolume.BoundaryConditions;

/// <summary>The side is joined to the opposite one, which must be periodic too: what leaves here enters there.</summary>
public sealed class Periodic : IBoundaryKind
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
