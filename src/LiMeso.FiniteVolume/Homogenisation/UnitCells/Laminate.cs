namespace LiMeso.FiniteVolume.Homogenisation.UnitCells;

/// <summary>Layers of two phases; the angle is that of their normal with the x axis.</summary>
public sealed class Laminate : IUnitCellKind
{
    /// <inheritdoc/>
    public string Matrix => "first layers";

    /// <inheritdoc/>
    public string Inclusion => "second layers";

    /// <inheritdoc/>
    public ShapeParameter Shape => ShapeParameter.Fraction;

    /// <inheritdoc/>
    public double FractionOf(double shape) => shape;

    /// <inheritdoc/>
    public IUnitCell Create(UnitCellInput input) =>
        new BlockCell([1 - input.Fraction, input.Fraction], [1], [0, 1], [input.Matrix, input.Inclusion]) { Orientation = input.Angle };
}
