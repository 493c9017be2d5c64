namespace LiMeso.FiniteVolume.Homogenisation.UnitCells;

/// <summary>What a unit cell is made from.</summary>
/// <param name="Matrix">D of the first phase, m²/s.</param>
/// <param name="Inclusion">D of the second phase, m²/s.</param>
public sealed record UnitCellInput(double Matrix, double Inclusion)
{
    /// <summary>Area fraction of the second phase; NaN where the cell has none to choose.</summary>
    public double Fraction { get; init; } = double.NaN;

    /// <summary>Width over period; NaN where the cell has none to choose.</summary>
    public double RelativeWidth { get; init; } = double.NaN;

    /// <summary>By how much the cell is turned anticlockwise, rad.</summary>
    public double Angle { get; init; }
}
