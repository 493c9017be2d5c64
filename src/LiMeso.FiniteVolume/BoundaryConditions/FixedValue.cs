namespace LiMeso.FiniteVolume.BoundaryConditions;

/// <summary>The concentration on the face is given: J = (D/(h/2)) (c − v).</summary>
public sealed class FixedValue : IBoundaryKind
{
    /// <inheritdoc/>
    public string? ValueUnit => "mol/m^3";

    /// <inheritdoc/>
    public bool NeedsTransferCoefficient => false;

    /// <inheritdoc/>
    public bool SetsFaceValue => true;

    /// <inheritdoc/>
    public OutwardFlux Flux(double halfCellConductance, double transferCoefficient) => new(halfCellConductance, -halfCellConductance);
}
