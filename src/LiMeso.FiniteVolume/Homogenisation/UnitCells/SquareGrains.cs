namespace LiMeso.FiniteVolume.Homogenisation.UnitCells;

/// <summary>Square grains on a square lattice with boundaries between them; the relative width is that of the boundaries over the lattice's period.</summary>
public sealed class SquareGrains : IUnitCellKind
{
    /// <inheritdoc/>
    public string Matrix => "grain boundaries";

    /// <inheritdoc/>
    public string Inclusion => "grains";

    /// <inheritdoc/>
    public ShapeParameter Shape => ShapeParameter.RelativeWidth;

    /// <inheritdoc/>
    public double FractionOf(double shape) => (1 - shape) * (1 - shape);

    /// <inheritdoc/>
    public IUnitCell Create(UnitCellInput input) => CentredSquares.OfSide(1 - input.RelativeWidth, input);
}
