using LiMeso.Cases.Kinds;
using LiMeso.Cases.Results;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class ImageCellTests
{
    private const string Board = """
        kind: homogenise
        title: A microstructure
        image:
          file: board.pgm
          phases:
            - {label: 3, diffusivity: 1e-8 cm^2/s, name: black}
            - {label: 5, diffusivity: 4e-8 cm^2/s}
        period: 2 um
        """;

    private const string Stripes = """
        kind: homogenise
        title: A microstructure
        image:
          file: stripes.csv
          phases:
            - {label: 0, diffusivity: 1e-8 cm^2/s, name: boundaries}
            - {label: 1, diffusivity: 10e-8 cm^2/s}
            - {label: 9, diffusivity: 4e-8 cm^2/s}
        """;

    // √(D₁D₂) in every direction (Dykhne).
    [Fact]
    public void An_image_of_a_checkerboard_has_the_geometric_mean_and_models_beside_it()
    {
        using TemporaryCase made = With(Board, "board.pgm", "P2 2 2 5 3 5 5 3\n");
        ResultData results = made.Compute(overrides: ("models", "[maxwell-garnett-2d, hart]"));
        foreach (string component in new[] { "xx", "yy" })
        {
            Assert.Equal(2e-12, results.Number($"effective.{component}.diffusivity_m2_s"), 1e-20);
            Assert.InRange(2e-12, results.Number($"effective.{component}.lower_m2_s"), results.Number($"effective.{component}.upper_m2_s"));
        }

        Assert.InRange(results.Number("bounds.relative_width"), 0, 1e-3);
        Assert.Equal([0.5, 0.5], results.Values("phase/fraction"));
        double grains = 4, matrix = 1, step = (grains - matrix) / (grains + matrix) * 0.5;
        Assert.Equal(1e-12 * (1 + step) / (1 - step), results.Number("models.maxwell-garnett-2d.diffusivity_m2_s"), 1e-24);
        Assert.Equal(results.Number("models.hart.diffusivity_m2_s") / 2e-12 - 1, results.Number("models.hart.deviation_xx"), 1e-6);
        Assert.Equal(2e-6, results.Values("field/x")[0] + results.Values("field/x")[^1], 1e-18);
        Assert.True(File.Exists(made.OutputOf("paraview/fields.pvd")));

        ResultDataFile.Write(made.OutputOf("data.h5"), results);
        ICase again = made.Prepare();
        Assert.Equal(["board.pgm"], again.DataSetHashes.Keys);
        string html = TemporaryCase.Html(again.Describe(ResultDataFile.Read(made.OutputOf("data.h5"))));
        Assert.Contains("label 5", html, StringComparison.Ordinal);
        Assert.Contains("black", html, StringComparison.Ordinal);
    }

    // A row of pixels is a laminate: in series along x, in parallel along y. Three phases, so no models.
    [Fact]
    public void A_single_row_of_three_labels_is_a_laminate()
    {
        using TemporaryCase made = With(Stripes, "stripes.csv", "0,1,1,9\n");
        ResultData results = made.Compute();
        Assert.Equal(1e-12 * 4 / (1 + 0.2 + 0.25), results.Number("effective.xx.diffusivity_m2_s"), 1e-22);
        Assert.Equal(1e-12 * 25 / 4, results.Number("effective.yy.diffusivity_m2_s"), 1e-22);
        Assert.Empty(results.List("models_in_order"));
    }

    [Fact]
    public void The_image_counts_among_what_the_results_depend_on()
    {
        using TemporaryCase made = With(Board, "board.pgm", "P2 2 2 5 3 5 5 3\n");
        string before = made.Prepare().DataSetHashes["board.pgm"];
        File.WriteAllText(Path.Combine(made.Path, "board.pgm"), "P2 2 2 5 3 3 5 3\n");
        Assert.NotEqual(before, made.Prepare().DataSetHashes["board.pgm"]);
    }

    [Theory]
    [InlineData("  - {label: 5", "  - {label: 3", "a label is given twice")]
    [InlineData("    - {label: 5, diffusivity: 4e-8 cm^2/s}\n", "", "1 label of the image has no diffusivity: 5")]
    [InlineData("{label: 5", "{label: 7", "1 label of the image has no diffusivity: 5")]
    [InlineData("period: 2 um", "matrix: [1e-8 cm^2/s]", "an image takes no 'matrix'")]
    [InlineData("period: 2 um", "unit-cell: laminate", "an image takes no 'unit-cell'")]
    [InlineData("file: board.pgm", "file: other.pgm", "'other.pgm' does not exist")]
    [InlineData("file: board.pgm", "file: ../board.pgm", "leads out of the case")]
    [InlineData("    - {label: 5", "    - {label: 4, diffusivity: 1 cm^2/s}\n    - {label: 5", "the image has no label 4")]
    [InlineData("period: 2 um", "numerics: {max-elements: 64}", "the image has 144 pixels, more than the 64 elements allowed", 12)]
    public void What_does_not_fit_is_refused(string old, string replacement, string problem, int side = 2)
    {
        string pixels = string.Join(' ', Enumerable.Range(0, side * side).Select(k => (k % side + k / side) % 2 == 0 ? 3 : 5));
        using TemporaryCase made = With(Board.Replace(old, replacement, StringComparison.Ordinal), "board.pgm", FormattableString.Invariant($"P2 {side} {side} 5 {pixels}\n"));
        InputException refused = Assert.Throws<InputException>(() => made.Prepare());
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_of_two_phases_are_refused_for_three()
    {
        using TemporaryCase made = With(Stripes + "\nmodels: [hart]", "stripes.csv", "0,1,9\n");
        Assert.Contains("models know two phases, and the image has 3", Assert.Throws<InputException>(() => made.Prepare()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("matrix")]
    [InlineData("inclusion")]
    [InlineData("shapes")]
    public void A_named_cell_still_needs_its_keys(string key)
    {
        string[] lines = ["kind: homogenise", "title: A microstructure", "matrix: [2e-10 cm^2/s]", "inclusion: 2e-11 cm^2/s", "shapes: [0.1, 0.2]"];
        InputException refused = TemporaryCase.Refusal(string.Join('\n', lines.Where(line => !line.StartsWith(key, StringComparison.Ordinal))));
        Assert.Contains($"key '{key}' is missing", refused.Message, StringComparison.Ordinal);
    }

    private static TemporaryCase With(string yaml, string file, string content)
    {
        TemporaryCase made = TemporaryCase.FromText(yaml);
        File.WriteAllText(Path.Combine(made.Path, file), content);
        return made;
    }
}
