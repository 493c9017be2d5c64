using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.Fields;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>How fast lithium diffuses, and where.</summary>
/// <param name="Field">Name of the diffusivity field.</param>
/// <param name="FieldLocation">Where it is written.</param>
/// <param name="Positions">Coordinates between regions, m.</param>
/// <param name="PositionsLocation">Where they are written.</param>
/// <param name="Values">Stated diffusivities, m²/s; empty when they follow otherwise.</param>
/// <param name="ValuesAlongY">Stated diffusivities along y, m²/s; empty when they are the same.</param>
/// <param name="GrainSizes">Grain sizes from which diffusivities follow, m; or empty.</param>
/// <param name="GrainSizesLocation">Where they are written.</param>
/// <param name="Segregation">Segregation factors, as many as diffusivities; empty when they are 1.</param>
/// <param name="File">File with diffusivities, as written; or null.</param>
/// <param name="FileLocation">Where it is named.</param>
/// <param name="Polycrystal">Data set and model for grain sizes.</param>
internal sealed record DiffusivitySettings(
    string Field, SourceLocation FieldLocation, IReadOnlyList<double> Positions, SourceLocation PositionsLocation, IReadOnlyList<double> Values, IReadOnlyList<double> ValuesAlongY,
    IReadOnlyList<double> GrainSizes, SourceLocation GrainSizesLocation, IReadOnlyList<double> Segregation, string? File, SourceLocation FileLocation, MaterialSettings Polycrystal)
{
    /// <summary>Reads the section.</summary>
    /// <param name="s">The section.</param>
    public static DiffusivitySettings Read(SectionReader s)
    {
        string field = s.Name("field", DiffusivityFields.All.Names, "How it varies in space.", "uniform");
        IReadOnlyList<double> positions = s.OptionalQuantities("positions", QuantityKind.Length, "Where one layer or column ends and the next begins; a face of the mesh is moved there.", "[10 um]");
        IReadOnlyList<double> values = s.OptionalQuantities("values", QuantityKind.Diffusivity, "Diffusivity of each layer, column or cell, or the one of all.");
        IReadOnlyList<double> alongY = s.OptionalQuantities("values-along-y", QuantityKind.Diffusivity, "Diffusivity along y, where it differs from that along x; as many as 'values'.");
        IReadOnlyList<double> grains = s.OptionalQuantities("grain-sizes", QuantityKind.Length, "Grain size of each layer or column instead: data set and polycrystal model give the diffusivities.", "[1 um]");
        IReadOnlyList<double> segregation = s.OptionalQuantities("segregation", QuantityKind.Number, "Segregation factor of each layer, column or cell: in equilibrium, concentrations are as the factors (1 everywhere if left out). Initial concentrations are those of the cells themselves; concentrations of conditions are those of a medium of factor 1.", "[1, 10]");
        string? file = s.OptionalText("file", "CSV file with a column 'diffusivity' (with units) instead: a row per layer, column or cell (x fastest). Columns 'diffusivity-along-y' where that differs, 'segregation' where there is any.", "diffusivity.csv");
        int given = (values.Count > 0 ? 1 : 0) + (grains.Count > 0 ? 1 : 0) + (file is null ? 0 : 1);
        s.Check(given == 1, s.Has("file") ? "file" : s.Has("grain-sizes") ? "grain-sizes" : "values", given == 0 ? "the diffusivity is missing" : "give one of values, grain-sizes and file, not several",
            "Write for example 'values: [2.9e-11 cm^2/s]' or 'grain-sizes: [150 um]'.");
        s.Check(alongY.Count == 0 || alongY.Count == values.Count, "values-along-y", "there must be as many values along y as along x", "Write as many in 'values' and 'values-along-y'.");
        s.Check(file is null || segregation.Count == 0, "segregation", "segregation factors of a file's diffusivities belong into the file", "Move them to a column 'segregation' of the file.");
        s.Check(segregation.Count == 0 || segregation.Count == values.Count + grains.Count, "segregation", "there must be as many segregation factors as diffusivities", "Write one for each layer, column or cell; 1 where nothing segregates.");
        s.Check(positions.Zip(positions.Skip(1)).All(p => p.Second > p.First), "positions", "positions must increase");
        if (grains.Count == 0) s.RefuseUnused(MaterialSettings.Keys, "a stated diffusivity");
        return new DiffusivitySettings(field, s.LocationOf("field"), positions, s.LocationOf("positions"), values, alongY, grains, s.LocationOf("grain-sizes"), segregation, file, s.LocationOf("file"), MaterialSettings.Read(s));
    }
}
