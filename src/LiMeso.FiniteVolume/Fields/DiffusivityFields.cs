using LiMeso.Core.Registries;

namespace LiMeso.FiniteVolume.Fields;

/// <summary>Builds a diffusivity field from the numbers of a case file.</summary>
/// <param name="positions">Coordinates between regions, m; empty where the field has none.</param>
/// <param name="values">Diffusivities, m²/s.</param>
public delegate IDiffusivityField DiffusivityFieldFactory(IReadOnlyList<double> positions, IReadOnlyList<double> values);

/// <summary>The diffusivity fields by name.</summary>
public static class DiffusivityFields
{
    internal const string FieldName = "diffusivity", Unit = "m^2/s";

    /// <summary>Every diffusivity field.</summary>
    public static readonly Registry<DiffusivityFieldFactory> All = new("diffusivity field")
    {
        { "uniform", "one diffusivity everywhere", (_, values) => new UniformDiffusivity(values.Single()) },
        { "layered", "layers along x, from the interface inwards", (places, values) => new LayeredDiffusivity(LayerDirection.AlongX, places, values) },
        { "columnar", "columns side by side along y, in two dimensions", (places, values) => new LayeredDiffusivity(LayerDirection.AlongY, places, values) },
        { "cellwise", "one diffusivity per cell, x fastest", (_, values) => new CellwiseDiffusivity(values) },
    };
}
