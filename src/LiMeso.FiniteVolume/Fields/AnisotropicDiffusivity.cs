using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Fields;

/// <summary>A diffusivity that differs between the directions of the mesh: the tensor diag(D_x, D_y).</summary>
/// <param name="alongX">D_x in m²/s.</param>
/// <param name="alongY">D_y in m²/s.</param>
public sealed class AnisotropicDiffusivity(IDiffusivityField alongX, IDiffusivityField alongY) : IDiffusivityField
{
    /// <inheritdoc/>
    public IReadOnlyList<double> JumpsAlongX { get; } = [.. alongX.JumpsAlongX.Union(alongY.JumpsAlongX).Order()];

    /// <inheritdoc/>
    public IReadOnlyList<double> JumpsAlongY { get; } = [.. alongX.JumpsAlongY.Union(alongY.JumpsAlongY).Order()];

    /// <inheritdoc/>
    public CellField OnCells(RectilinearMesh mesh) => alongX.OnCells(mesh);

    /// <inheritdoc/>
    public CellField? OnCellsAlongY(RectilinearMesh mesh) => alongY.OnCells(mesh);
}
