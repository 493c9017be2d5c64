using LiMeso.FiniteVolume.Homogenisation;
using LiMeso.FiniteVolume.Homogenisation.UnitCells;
using LiMeso.Tests;

namespace LiMeso.FiniteVolume.Tests.Homogenisation;

// Reference: exact formulas (laminates; checkerboard, Dykhne 1970; centred squares, Obnosov 1999), Rayleigh's multipoles in 20 digits for
// circles, and finite elements with bounds for square grains.
public class ReferenceTableTests
{
    private static readonly ReferenceTable _cells = ReferenceTable.Read("homogenisation_2d.csv");
    private static readonly ReferenceTable _grains = ReferenceTable.Read("square_grains_homogenised.csv");

    // Largest width of the bounds and error of the value on the meshes of this test: measured, with some to spare. The checkerboard of
    // contrast 10⁴ has potentials like r^0.013 at its corners. Circles are worst where they all but touch.
    // Where the mean of the bounds is exact, what solvers leave is seen.
    [Theory]
    [InlineData("laminate_parallel", "laminate", 12, 1e-11, 1e-11)]
    [InlineData("laminate_perpendicular", "laminate", 12, 1e-11, 1e-11)]
    [InlineData("laminate_oblique_Dxx", "laminate", 12, 1e-11, 1e-11)]
    [InlineData("checkerboard_square", "checkerboard", 4, 10, 1e-8)]
    [InlineData("quarter_squares", "centred-squares", 4, 1e-3, 1e-8)]
    [InlineData("square_array_circles", "square-array-of-circles", 63, 2e-2, 2e-3)]
    [InlineData("hex_array_circles", "hexagonal-array-of-circles", 12, 6e-2, 2e-2)]
    public void The_bounds_contain_the_truth_in_every_row(string reference, string kind, int rows, double width, double error)
    {
        ReferenceTable.Row[] chosen = [.. _cells.Rows.Where(row => row.Text("kind") == reference)];
        double worstWidth = 0, worstError = 0;
        foreach (ReferenceTable.Row row in chosen)
        {
            double exact = row.Number("D_eff");
            HomogenisedDiffusivity found = Homogenise(kind, Input(row, reference), kind.StartsWith("hex", StringComparison.Ordinal) ? 8192 : 4096);
            Assert.True(found.Bounds.Lower.Xx <= exact && exact <= found.Bounds.Upper.Xx, $"{row.Text("id")}: {found.Bounds.Lower.Xx:R} {exact:R} {found.Bounds.Upper.Xx:R}");
            (worstWidth, worstError) = (Math.Max(worstWidth, found.Bounds.RelativeWidth), Math.Max(worstError, Math.Abs(found.Value.Xx / exact - 1)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{reference}: widest {worstWidth:e1}, worst error {worstError:e1}"));
        Assert.Equal(rows, chosen.Length);
        Assert.InRange(worstWidth, 0, width);
        Assert.InRange(worstError, 0, error);
    }

    [Fact]
    public void Square_grains_lie_within_bounds_that_share_the_truth_with_those_of_the_table()
    {
        double worstWidth = 0, worstError = 0;
        foreach (ReferenceTable.Row row in _grains.Rows)
        {
            var input = new UnitCellInput(row.Number("D_gb"), row.Number("D_bulk")) { RelativeWidth = row.Number("w_over_d") };
            HomogenisedDiffusivity found = Homogenise("square-grains", input, 4096);
            Assert.True(found.Bounds.Lower.Xx <= row.Number("D_upper") && row.Number("D_lower") <= found.Bounds.Upper.Xx);
            Assert.True(found.Bounds.Lower.Xx <= row.Number("D_geomean") && row.Number("D_geomean") <= found.Bounds.Upper.Xx);
            (worstWidth, worstError) = (Math.Max(worstWidth, found.Bounds.RelativeWidth), Math.Max(worstError, Math.Abs(found.Value.Xx / row.Number("D_geomean") - 1)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"square grains: widest {worstWidth:e1}, worst error {worstError:e1}"));
        Assert.Equal(25, _grains.Rows.Count);
        Assert.InRange(worstWidth, 0, 1e-3);
        Assert.InRange(worstError, 0, 5e-5);
    }

    private static HomogenisedDiffusivity Homogenise(string kind, UnitCellInput input, long elements) =>
        new CellHomogeniser(UnitCellKinds.All[kind].Create(input), new HomogenisationOptions(1e-4, elements)).Run();

    private static UnitCellInput Input(ReferenceTable.Row row, string kind) => new(row.Number("D1"), row.Text("D2") == "inf" ? double.PositiveInfinity : row.Number("D2"))
    {
        Fraction = row.Number("phi_D2"),
        Angle = kind switch
        {
            "laminate_parallel" => Math.PI / 2,
            "laminate_oblique_Dxx" => row.Number("param") * Math.PI / 180,
            _ => 0,
        },
    };
}
