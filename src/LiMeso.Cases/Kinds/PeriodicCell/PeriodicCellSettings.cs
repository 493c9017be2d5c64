using LiMeso.Cases.Files;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.Homogenisation;
using LiMeso.FiniteVolume.Homogenisation.UnitCells;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>The input of a <c>homogenise</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Cell">Name of the unit cell.</param>
/// <param name="Matrix">Diffusivities of the first phase, one panel each, m²/s.</param>
/// <param name="Inclusion">Diffusivity of the second phase, m²/s.</param>
/// <param name="Shapes">Relative widths or area fractions, increasing.</param>
/// <param name="ShapesLocation">Where they are written.</param>
/// <param name="Models">Names of the models to compare with.</param>
/// <param name="Options">How well the diffusivities are to be known.</param>
/// <param name="Period">Length that the cell repeats after, m.</param>
/// <param name="FieldMatrix">Diffusivity of the first phase in the cell whose potential is shown, m²/s.</param>
/// <param name="FieldShape">Shape of that cell.</param>
/// <param name="ParaView">Whether it is written for ParaView, too.</param>
internal sealed record PeriodicCellSettings(
    CaseHeader Header, string Cell, IReadOnlyList<double> Matrix, double Inclusion, IReadOnlyList<double> Shapes, SourceLocation ShapesLocation, IReadOnlyList<string> Models,
    HomogenisationOptions Options, double Period, double FieldMatrix, double FieldShape, bool ParaView) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "homogenise";

    private static readonly Limits _share = new(0, Math.BitDecrement(1), "between 0 and 1, both excluded", OpenBelow: true);

    private static readonly string[] _cells = [.. UnitCellKinds.All.Where(entry => entry.Member.Shape != ShapeParameter.None).Select(entry => entry.Name)];

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static PeriodicCellSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        string cell = s.Name("unit-cell", _cells, "What repeats: a geometry of two phases.", "square-grains");
        IReadOnlyList<double> matrix = s.Quantities("matrix", QuantityKind.Diffusivity, "Diffusivities of the first phase (matrix, grain boundaries), one panel each.",
            example: "[2e-10 cm^2/s, 2e-8 cm^2/s]");
        double inclusion = s.Quantity("inclusion", QuantityKind.Diffusivity, "Diffusivity of the second phase (inclusions, grains).");
        IReadOnlyList<double> shapes = s.Quantities("shapes", QuantityKind.Number, "Boundary width over period for square-grains, otherwise area fraction of the second phase.",
            example: "[0.02, 0.05, 0.1, 0.2, 0.5]", limits: _share);
        IReadOnlyList<string> models = s.Names("models", PolycrystalModels.All.Names, "Models to compare with.",
            "[maxwell-garnett-2d, belova-murch-2d, belova-murch-2d-rows, hart]");
        HomogenisationOptions options = s.SectionOrDefaults("numerics", "How well the diffusivities are to be known.", ReadOptions);
        double period = s.Quantity("period", QuantityKind.Length, "Length after which the cell repeats; only the fields for ParaView depend on it.", "1 um");
        double fieldMatrix = s.OptionalQuantity("field-matrix", QuantityKind.Diffusivity, "Diffusivity of the first phase in the cell whose potential is shown; the last of 'matrix' unless given.") ?? matrix[^1];
        double fieldShape = s.OptionalQuantity("field-shape", QuantityKind.Number, "Shape of that cell; the one in the middle of 'shapes' unless given.", example: "0.1", limits: _share) ?? shapes[shapes.Count / 2];
        s.Check(shapes.Zip(shapes.Skip(1)).All(pair => pair.Second > pair.First), "shapes", "shapes must increase");
        s.Check(shapes.Count > 1, "shapes", "a curve needs two shapes or more", "A single cell is what 'limeso homogenise' is for.");
        s.Check(matrix.Distinct().Count() == matrix.Count, "matrix", "a diffusivity is given twice");
        return new PeriodicCellSettings(header, cell, matrix, inclusion, shapes, s.LocationOf("shapes"), [.. models.Distinct()], options, period, fieldMatrix, fieldShape,
            s.Flag("paraview", "Whether the potential is written for ParaView, too.", true));
    }

    private static HomogenisationOptions ReadOptions(SectionReader s)
    {
        var defaults = new HomogenisationOptions();
        return new HomogenisationOptions(
            s.Quantity("tolerance", QuantityKind.Number, "Refine until upper and lower bound differ by less than this, relative to the lower.", FormattableString.Invariant($"{defaults.Tolerance}"), limits: Limits.Positive),
            s.WholeNumber("max-elements", "Most elements of a mesh.", (int)defaults.MaximumElements, Limits.AtLeast(64)));
    }
}
