using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.Homogenisation.UnitCells;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>A named unit cell of two phases, in several shapes.</summary>
/// <param name="Cell">Name of the unit cell.</param>
/// <param name="Matrix">Diffusivities of the first phase, one panel each, m²/s.</param>
/// <param name="Inclusion">Diffusivity of the second phase, m²/s.</param>
/// <param name="Shapes">Relative widths or area fractions, increasing.</param>
/// <param name="ShapesLocation">Where they are written.</param>
/// <param name="FieldMatrix">Diffusivity of the first phase in the cell whose potential is shown, m²/s.</param>
/// <param name="FieldShape">Shape of that cell.</param>
internal sealed record NamedCellSettings(
    string Cell, IReadOnlyList<double> Matrix, double Inclusion, IReadOnlyList<double> Shapes, SourceLocation ShapesLocation, double FieldMatrix, double FieldShape)
{
    private const string MatrixExample = "[2e-10 cm^2/s, 2e-8 cm^2/s]", ShapesExample = "[0.02, 0.05, 0.1, 0.2, 0.5]";

    private static readonly Limits _share = new(0, Math.BitDecrement(1), "between 0 and 1, both excluded", OpenBelow: true);

    private static readonly string[] _cells = [.. UnitCellKinds.All.Where(entry => entry.Member.Shape != ShapeParameter.None).Select(entry => entry.Name)];

    /// <summary>Reads its keys, which stand at the top level of the case file.</summary>
    /// <param name="s">The top level.</param>
    /// <param name="hasImage">Whether an image is given instead.</param>
    /// <returns>The settings; null when an image is given.</returns>
    public static NamedCellSettings? Read(SectionReader s, bool hasImage)
    {
        string cell = s.Name("unit-cell", _cells, "What repeats: a geometry of two phases.", "square-grains");
        IReadOnlyList<double> matrix = s.OptionalQuantities("matrix", QuantityKind.Diffusivity, "Diffusivities of the first phase (matrix, grain boundaries) of a named cell, one panel each.",
            MatrixExample);
        double? inclusion = s.OptionalQuantity("inclusion", QuantityKind.Diffusivity, "Diffusivity of the second phase (inclusions, grains) of a named cell.");
        IReadOnlyList<double> shapes = s.OptionalQuantities("shapes", QuantityKind.Number, "Boundary width over period for square-grains, otherwise area fraction of the second phase.",
            ShapesExample, _share);
        double? fieldMatrix = s.OptionalQuantity("field-matrix", QuantityKind.Diffusivity, "Diffusivity of the first phase in the cell whose potential is shown; the last of 'matrix' unless given.");
        double? fieldShape = s.OptionalQuantity("field-shape", QuantityKind.Number, "Shape of that cell; the one in the middle of 'shapes' unless given.", example: "0.1", limits: _share);
        if (hasImage)
        {
            s.RefuseUnused(["unit-cell", "matrix", "inclusion", "shapes", "field-matrix", "field-shape"], "an image");
            return null;
        }

        Require(matrix.Count > 0, "matrix", MatrixExample);
        Require(inclusion is not null, "inclusion", QuantityKind.Diffusivity.Example);
        Require(shapes.Count > 0, "shapes", ShapesExample);
        s.Check(shapes.Zip(shapes.Skip(1)).All(pair => pair.Second > pair.First), "shapes", "shapes must increase");
        s.Check(shapes.Count > 1, "shapes", "a curve needs two shapes or more", "A single cell is what 'limeso homogenise' is for.");
        s.Check(matrix.Distinct().Count() == matrix.Count, "matrix", "a diffusivity is given twice");
        return new NamedCellSettings(cell, matrix, inclusion ?? 0, shapes, s.LocationOf("shapes"), fieldMatrix ?? matrix[^1], fieldShape ?? shapes[shapes.Count / 2]);

        void Require(bool isGiven, string key, string example) =>
            s.Check(isGiven, key, $"key '{key}' is missing, which a named cell needs", $"Write for example '{key}: {example}', or give an 'image'.");
    }

    /// <summary>What a unit cell of the case is made from.</summary>
    /// <param name="matrix">Diffusivity of the first phase, m²/s.</param>
    /// <param name="shape">Shape.</param>
    public UnitCellInput Input(double matrix, double shape) => new(matrix, Inclusion) { Fraction = shape, RelativeWidth = shape };
}
