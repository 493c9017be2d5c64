using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Fields;

/// <summary>The same diffusivity everywhere.</summary>
/// <param name="value">D in m²/s.</param>
public sealed class UniformDiffusivity(double value) : IDiffusivityField
{
    /// <inheritdoc/>
    public CellField OnCells(RectilinearMesh mesh) => CellField.Uniform(DiffusivityFields.FieldName, DiffusivityFields.Unit, mesh, value);
}
