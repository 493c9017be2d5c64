namespace LiMeso.FiniteVolume.BoundaryConditions;

/// <summary>The flux out of the domain is given: J = v. Stripping at current density I is v = I/F at the electrolyte; plating is negative.</summary>
public sealed class FixedFlux : IBoundaryKind
{
    /// <inheritdoc/>
    public string? ValueUnit => "mol/(m^2 s)";

    /// <inheritdoc/>
    public bool NeedsTransferCoefficient => false;

    /// <inheritdoc/>
    public bool SetsFaceValue => false;

    /// <inheritdoc/>
    public OutwardFlux Flux(double halfCellConductance, double transferCoefficient) => new(0, 1);
}
