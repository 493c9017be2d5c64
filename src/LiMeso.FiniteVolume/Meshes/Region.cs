namespace LiMeso.FiniteVolume.Meshes;

/// <summary>A rectangle along the axes; an interval in one dimension, where y does not matter.</summary>
/// <param name="From">The corner at the smaller coordinates, m.</param>
/// <param name="To">The corner at the larger coordinates, m.</param>
public readonly record struct Region(Point From, Point To)
{
    /// <summary>The fraction of each cell's volume that lies inside: what is spread with it has the right amount on any mesh.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <returns>One value per cell, between 0 and 1.</returns>
    public double[] ShareOfCells(RectilinearMesh mesh)
    {
        double[] shares = new double[mesh.Cells];
        for (int j = 0; j < mesh.CellsY; j++)
        {
            double along = mesh.Y is { } y ? y.Overlap(j, From.Y, To.Y) / y.Widths[j] : 1;
            for (int i = 0; i < mesh.CellsX; i++) shares[mesh.Cell(i, j)] = along * (mesh.X.Overlap(i, From.X, To.X) / mesh.X.Widths[i]);
        }

        return shares;
    }
}
