using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Fields;

/// <summary>A diffusivity given for every cell.</summary>
/// <param name="values">D in m²/s, in the mesh's cell order (x fastest).</param>
public sealed class CellwiseDiffusivity(IReadOnlyList<double> values) : IDiffusivityField
{
    /// <inheritdoc/>
    public CellField OnCells(RectilinearMesh mesh)
    {
        if (values.Count != mesh.Cells) throw new ArgumentException($"{values.Count} diffusivities given for a mesh of {mesh.Cells} cells");
        return new CellField(DiffusivityFields.FieldName, DiffusivityFields.Unit, [.. values]);
    }
}
