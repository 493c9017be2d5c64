using LiMeso.Core;
using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Fields;

/// <summary>The direction across which a layered field varies.</summary>
public enum LayerDirection
{
    /// <summary>Layers follow one another along x.</summary>
    AlongX,

    /// <summary>Columns stand side by side along y, each running through the whole of x. Two dimensions only.</summary>
    AlongY,
}

/// <summary>
/// Layers (or columns) of constant diffusivity. A cell takes the value of the layer that holds its centre:
/// put mesh faces on the boundaries (<see cref="Axis.Joined"/>) to represent the jumps exactly.
/// </summary>
/// <param name="direction">The direction across the layers.</param>
/// <param name="boundaries">Coordinates in m between layers, increasing; one fewer than values.</param>
/// <param name="values">D of each layer in m²/s.</param>
public sealed class LayeredDiffusivity(LayerDirection direction, IReadOnlyList<double> boundaries, IReadOnlyList<double> values) : IDiffusivityField
{
    /// <inheritdoc/>
    public CellField OnCells(RectilinearMesh mesh)
    {
        if (values.Count != boundaries.Count + 1)
            throw new ArgumentException($"{CountText.Of(values.Count, "layer needs", "layers need")} {CountText.Of(values.Count - 1, "boundary", "boundaries")} between them; {boundaries.Count} given");
        for (int k = 1; k < boundaries.Count; k++)
        {
            if (!(boundaries[k] > boundaries[k - 1])) throw new ArgumentException("layer boundaries must increase");
        }

        if (direction == LayerDirection.AlongY && mesh.Dimensions == 1) throw new ArgumentException("columns along y need a two-dimensional mesh");
        bool alongX = direction == LayerDirection.AlongX;
        return CellField.AtCentres(DiffusivityFields.FieldName, DiffusivityFields.Unit, mesh, (x, y) => values[LayerAt(alongX ? x : y)]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> JumpsAlongX => direction == LayerDirection.AlongX ? boundaries : [];

    /// <inheritdoc/>
    public IReadOnlyList<double> JumpsAlongY => direction == LayerDirection.AlongY ? boundaries : [];

    private int LayerAt(double coordinate)
    {
        int layer = 0;
        while (layer < boundaries.Count && coordinate >= boundaries[layer]) layer++;
        return layer;
    }
}
