using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Fields;

/// <summary>A plug-in that says how fast atoms diffuse in each cell.</summary>
public interface IDiffusivityField
{
    /// <summary>Diffusivity of every cell.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <returns>Field "diffusivity" in m²/s, positive in every cell.</returns>
    /// <exception cref="ArgumentException">The description does not fit the mesh.</exception>
    CellField OnCells(RectilinearMesh mesh);

    /// <summary>Diffusivity of every cell along y, where it differs from that along x.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <returns>As <see cref="OnCells"/>; null where it does not differ.</returns>
    /// <exception cref="ArgumentException">The description does not fit the mesh.</exception>
    CellField? OnCellsAlongY(RectilinearMesh mesh) => null;

    /// <summary>Places along x where the diffusivity jumps, m, increasing: faces of the mesh belong there.</summary>
    IReadOnlyList<double> JumpsAlongX => [];

    /// <summary>Places along y where the diffusivity jumps, m, increasing.</summary>
    IReadOnlyList<double> JumpsAlongY => [];
}
