using LiMeso.Core.Registries;

namespace LiMeso.FiniteVolume.Fields;

/// <summary>Builds a diffusivity field from the numbers of a case file.</summary>
/// <param name="positions">Coordinates between regions, m; empty where the field has none.</param>
/// <param name="values">Diffusivities, m²/s.</param>
/// <exception cref="ArgumentException">Positions for a field that has no regions.</exception>
public delegate IDiffusivityField DiffusivityFieldFactory(IReadOnlyList<double> positions, IReadOnlyList<double> values);

/// <summary>The diffusivity fields by name.</summary>
public static class DiffusivityFields
{
    internal const string FieldName = "diffusivity", Unit = "m^2/s";

    /// <summary>Every diffusivity field.</summary>
    public static readonly Registry<DiffusivityFieldFactory> All = new("diffusivity field")
    {
        { "uniform", "one diffusivity everywhere", (places, values) => new UniformDiffusivity(Undivided(places, values).Single()) },
        { "layered", "layers along x, from the interface inwards", (places, values) => new LayeredDiffusivity(LayerDirection.AlongX, places, values) },
        { "columnar", "columns side by side along y, in two dimensions", (places, values) => new LayeredDiffusivity(LayerDirection.AlongY, places, values) },
        { "cellwise", "one diffusivity per cell, x fastest", (places, values) => new CellwiseDiffusivity(Undivided(places, values)) },
    };

    private static IReadOnlyList<double> Undivided(IReadOnlyList<double> positions, IReadOnlyList<double> values) =>
        positions.Count == 0 ? values : throw new ArgumentException("a field without layers or columns takes no positions", nameof(positions));
}
