namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>Rectangular elements of a cell of blocks.</summary>
/// <param name="widths">Width of each column of elements.</param>
/// <param name="heights">Height of each row.</param>
/// <param name="columnsPerBlock">Columns of elements in a block.</param>
/// <param name="rowsPerBlock">Rows of elements in a block.</param>
/// <param name="phases">Phase of each block, x fastest.</param>
/// <param name="diffusivities">D of each phase, m²/s.</param>
public sealed class BlockElements(double[] widths, double[] heights, int columnsPerBlock, int rowsPerBlock, int[] phases, double[] diffusivities)
    : PeriodicElements(widths.Length, heights.Length, widths.Sum() * heights.Sum())
{
    /// <inheritdoc/>
    public override bool AreRectangles => true;

    /// <summary>Widths of the columns of elements.</summary>
    public IReadOnlyList<double> Widths => widths;

    /// <summary>Heights of the rows of elements.</summary>
    public IReadOnlyList<double> Heights => heights;

    /// <inheritdoc/>
    public override Element At(int column, int row) =>
        Element.Rectangle(widths[column], heights[row], diffusivities[phases[column / columnsPerBlock + row / rowsPerBlock * (Columns / columnsPerBlock)]]);
}
