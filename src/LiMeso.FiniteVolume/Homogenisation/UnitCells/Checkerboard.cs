namespace LiMeso.FiniteVolume.Homogenisation.UnitCells;

/// <summary>Squares of two phases in turn.</summary>
public sealed class Checkerboard : IUnitCellKind
{
    /// <inheritdoc/>
    public string Matrix => "black squares";

    /// <inheritdoc/>
    public string Inclusion => "white squares";

    /// <inheritdoc/>
    public ShapeParameter Shape => ShapeParameter.None;

    /// <inheritdoc/>
    public double FractionOf(double shape) => 0.5;

    /// <inheritdoc/>
    public IUnitCell Create(UnitCellInput input) =>
        new BlockCell([1, 1], [1, 1], [0, 1, 1, 0], [input.Matrix, input.Inclusion]) { Orientation = input.Angle };
}
