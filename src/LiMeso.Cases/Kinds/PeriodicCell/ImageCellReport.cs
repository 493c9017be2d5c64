using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>The report of a <c>homogenise</c> case of an image, from its results alone.</summary>
internal sealed class ImageCellReport(ResultData results, CaseHeader header)
{
    private const double InSquareCentimetres = 1e4;                                // of a m²

    private readonly IReadOnlyList<string> _models = results.List("models_in_order");

    public Report Write() => new(header.Title, header.Kind)
    {
        Headline =
        [
            new KeyNumber("Effective diffusivity along x", Centi("effective.xx.diffusivity_m2_s"), "cm²/s") { SignificantDigits = 4 },
            new KeyNumber("Along y", Centi("effective.yy.diffusivity_m2_s"), "cm²/s") { SignificantDigits = 4 },
            new KeyNumber("Width of the bounds", 100 * results.Number("bounds.relative_width"), "%") { SignificantDigits = 2, Note = "upper over lower, less 1, in the worst direction" },
        ],
        Sections =
        [
            new Section("Effective diffusivity", [new Paragraph(CellSections.Method), Tensor(), Phases()]),
            .. Models(),
            .. CellSections.Inside(results, () => $"Corrector of {results.Texts["image.file"]}"),
        ],
    };

    private double Centi(string name) => InSquareCentimetres * results.Number(name);

    private Table Tensor() => new("The tensor, each component between its bounds.",
        [
            new Column("Component"), new Column("Lower bound", "cm²/s") { SignificantDigits = 7 }, new Column("Value", "cm²/s") { SignificantDigits = 7 },
            new Column("Upper bound", "cm²/s") { SignificantDigits = 7 },
        ],
        [
            .. ((string[])["xx", "xy", "yy"]).Select(c => (IReadOnlyList<Cell>)
                [c, Centi($"effective.{c}.lower_m2_s"), Centi($"effective.{c}.diffusivity_m2_s"), Centi($"effective.{c}.upper_m2_s")]),
        ]);

    private Table Phases()
    {
        double[] labels = results.Values("phase/label"), fractions = results.Values("phase/fraction"), diffusivities = results.Values("phase/diffusivity");
        return new Table($"The phases of {results.Texts["image.file"]}, {results.Number("image.columns")} × {results.Number("image.rows")} pixels.",
            [new Column("Phase"), new Column("Label"), new Column("Share of the area", "%"), new Column("*D*", "cm²/s")],
            [.. results.List("phases_in_order").Select((name, k) => (IReadOnlyList<Cell>)[name, labels[k], 100 * fractions[k], InSquareCentimetres * diffusivities[k]])]);
    }

    private IEnumerable<Section> Models()
    {
        if (_models.Count == 0) yield break;
        IReadOnlyList<string> names = results.List("phases_in_order");
        yield return new Section("How far models are off",
        [
            new Table($"Models for the same shares of the area, with {names[0]} as boundaries and {names[1]} as grains: what they give, over the computed value, less 1.",
                [new Column("Model"), new Column("*D*", "cm²/s") { SignificantDigits = 4 }, new Column("Off along x", "%"), new Column("Off along y", "%")],
                [
                    .. _models.Select(m => (IReadOnlyList<Cell>)
                        [m, Centi($"models.{m}.diffusivity_m2_s"), 100 * results.Number($"models.{m}.deviation_xx"), 100 * results.Number($"models.{m}.deviation_yy")]),
                ]),
        ]);
    }
}
