namespace LiMeso.FiniteVolume.Homogenisation.UnitCells;

/// <summary>Circles on a lattice: cylinders seen from above.</summary>
/// <param name="lattice">The lattice.</param>
public sealed class CircleArray(CircleLattice lattice) : IUnitCellKind
{
    /// <inheritdoc/>
    public string Matrix => "matrix";

    /// <inheritdoc/>
    public string Inclusion => "circles";

    /// <inheritdoc/>
    public ShapeParameter Shape => ShapeParameter.Fraction;

    /// <inheritdoc/>
    public double FractionOf(double shape) => shape;

    /// <inheritdoc/>
    public IUnitCell Create(UnitCellInput input) => new CircleCell(lattice, input.Matrix, input.Inclusion, input.Fraction) { Orientation = input.Angle };
}
