namespace LiMeso.FiniteVolume.Homogenisation.UnitCells;

/// <summary>Squares on a square lattice, with their edges along it.</summary>
public sealed class CentredSquares : IUnitCellKind
{
    /// <inheritdoc/>
    public string Matrix => "matrix";

    /// <inheritdoc/>
    public string Inclusion => "squares";

    /// <inheritdoc/>
    public ShapeParameter Shape => ShapeParameter.Fraction;

    /// <inheritdoc/>
    public double FractionOf(double shape) => shape;

    /// <inheritdoc/>
    public IUnitCell Create(UnitCellInput input) => OfSide(Math.Sqrt(input.Fraction), input);

    /// <summary>A cell of period 1.</summary>
    /// <param name="side">Side of the squares.</param>
    /// <param name="input">The phases, and how the cell is turned.</param>
    internal static BlockCell OfSide(double side, UnitCellInput input) =>
        new([1 - side, side], [1 - side, side], [0, 0, 0, 1], [input.Matrix, input.Inclusion]) { Orientation = input.Angle };
}
