using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Operators;

/// <summary>Conductances of inner faces, A/(h₁/(2P₁) + h₂/(2P₂)): two half cells in series. The permeability P is D k, or D without segregation.</summary>
public static class FaceConductances
{
    /// <summary>The face between each cell and the next along x; 0 for the last cell of a row.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="permeability">P per cell, m²/s.</param>
    /// <returns>One per cell, m³/s per unit of cross-section or depth.</returns>
    public static double[] AlongX(RectilinearMesh mesh, ReadOnlySpan<double> permeability)
    {
        var conductance = new double[mesh.Cells];
        ReadOnlySpan<double> widths = mesh.X.Widths;
        for (int j = 0; j < mesh.CellsY; j++)
        {
            double area = mesh.Y is null ? 1 : mesh.Y.Widths[j];
            for (int i = 0; i + 1 < mesh.CellsX; i++)
            {
                int cell = mesh.Cell(i, j);
                conductance[cell] = area / (0.5 * (widths[i] / permeability[cell] + widths[i + 1] / permeability[cell + 1]));
            }
        }

        return conductance;
    }

    /// <summary>The face between each cell and the next along y; 0 in the last row. Empty in one dimension.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="permeability">P per cell, m²/s.</param>
    /// <returns>One per cell, m³/s per unit of depth.</returns>
    public static double[] AlongY(RectilinearMesh mesh, ReadOnlySpan<double> permeability)
    {
        if (mesh.Y is null) return [];
        var conductance = new double[mesh.Cells];
        ReadOnlySpan<double> widths = mesh.Y.Widths;
        for (int j = 0; j + 1 < mesh.CellsY; j++)
        {
            for (int i = 0; i < mesh.CellsX; i++)
            {
                int cell = mesh.Cell(i, j);
                conductance[cell] = mesh.X.Widths[i] / (0.5 * (widths[j] / permeability[cell] + widths[j + 1] / permeability[cell + mesh.CellsX]));
            }
        }

        return conductance;
    }

    /// <summary>The faces that join the last cell of each row to its first, in a periodic direction.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="permeability">P per cell, m²/s.</param>
    /// <returns>One per row, m³/s per unit of cross-section or depth.</returns>
    public static double[] SeamX(RectilinearMesh mesh, ReadOnlySpan<double> permeability)
    {
        var conductance = new double[mesh.CellsY];
        ReadOnlySpan<double> widths = mesh.X.Widths;
        for (int j = 0; j < conductance.Length; j++)
        {
            double area = mesh.Y is null ? 1 : mesh.Y.Widths[j];
            conductance[j] = area / (0.5 * (widths[^1] / permeability[mesh.Cell(mesh.CellsX - 1, j)] + widths[0] / permeability[mesh.Cell(0, j)]));
        }

        return conductance;
    }

    /// <summary>The faces that join the last cell of each column to its first, in a periodic direction.</summary>
    /// <param name="mesh">A two-dimensional mesh.</param>
    /// <param name="permeability">P per cell, m²/s.</param>
    /// <returns>One per column, m³/s per unit of depth.</returns>
    public static double[] SeamY(RectilinearMesh mesh, ReadOnlySpan<double> permeability)
    {
        var conductance = new double[mesh.CellsX];
        ReadOnlySpan<double> widths = mesh.Y!.Widths;
        for (int i = 0; i < conductance.Length; i++)
            conductance[i] = mesh.X.Widths[i] / (0.5 * (widths[^1] / permeability[mesh.Cell(i, mesh.CellsY - 1)] + widths[0] / permeability[mesh.Cell(i)]));
        return conductance;
    }
}
