using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.Transport.Data;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>The diffusivities of a case, looked up.</summary>
/// <param name="Values">Of each layer, column or cell, m²/s.</param>
/// <param name="ValuesAlongY">The same along y; empty where it is the same.</param>
/// <param name="Segregation">Segregation factor of each layer, column or cell; empty where it is 1.</param>
/// <param name="Layers">The material of each layer or column where grain sizes give the diffusivities; otherwise empty.</param>
/// <param name="Hashes">SHA-256 of data sets and files used, by name.</param>
internal sealed record LayerMaterial(
    IReadOnlyList<double> Values, IReadOnlyList<double> ValuesAlongY, IReadOnlyList<double> Segregation, IReadOnlyList<FoilMaterial> Layers, IReadOnlyDictionary<string, string> Hashes)
{
    private const string AlongY = "diffusivity-along-y", Factor = "segregation";

    /// <summary>Works to be credited.</summary>
    public IReadOnlyList<Citation> Citations => Layers.Count == 0 ? [] : Layers[0].Citations;

    /// <summary>Looks up what the settings name.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="paths">Where the case's files are.</param>
    /// <exception cref="InputException">A data set, a file, the temperature or a grain size cannot be used.</exception>
    public static LayerMaterial Resolve(DiffusionSettings settings, CasePaths paths)
    {
        DiffusivitySettings given = settings.Diffusivity;
        if (given.File is { } file) return FromFile(file, paths.Resolve(file, given.FileLocation));
        if (given.Values.Count > 0) return new LayerMaterial(given.Values, given.ValuesAlongY, given.Segregation, [], new Dictionary<string, string>());

        Material material = Material.Load(given.Polycrystal, paths);
        TransportProperties properties = material.At(settings.Temperature, settings.TemperatureLocation);
        List<FoilMaterial> layers = [];
        foreach (double grainSize in given.GrainSizes)
        {
            material.RequireApplicable(properties, grainSize, given.GrainSizesLocation);
            PolycrystalResult result = material.Evaluate(properties, grainSize);
            layers.Add(new FoilMaterial(result.Diffusivity, material, properties, grainSize, result));
        }

        return new LayerMaterial([.. layers.Select(l => l.Diffusivity)], [], given.Segregation, layers, material.Hashes);
    }

    private static LayerMaterial FromFile(string name, string path)
    {
        CsvInput table = CsvInput.Read(path, name);
        table.RequireColumns(["diffusivity"], [AlongY, Factor]);
        return new LayerMaterial(
            [.. table.Rows.Select(r => r.Quantity("diffusivity", QuantityKind.Diffusivity))],
            table.Columns.Contains(AlongY) ? [.. table.Rows.Select(r => r.Quantity(AlongY, QuantityKind.Diffusivity))] : [],
            table.Columns.Contains(Factor) ? [.. table.Rows.Select(r => r.Quantity(Factor, QuantityKind.Number))] : [],
            [], new Dictionary<string, string> { [name] = InputHashes.OfFile(path) });
    }
}
