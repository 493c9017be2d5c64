using LiMeso.Tests;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Transport.Tests.Models;

// Reference: the same formulas evaluated with 30 digits, bulk and boundary diffusivities of lithium at 250 to 400 K, grains from 10 nm to 1 mm.
public class ReferenceTableTests
{
    private static readonly ReferenceTable _table = ReferenceTable.Read("polycrystal_models.csv");

    // Table in cm2/s, um and Å; one common factor of units leaves relative errors alone.
    private static PolycrystalInput Row(int i) => new()
    {
        DBulk = _table.Rows[i].Number("D_bulk") * 1e-4,
        DBoundary = _table.Rows[i].Number("D_gb") * 1e-4,
        DTripleJunction = _table.Rows[i].Number("D_tj") * 1e-4,
        Width = _table.Rows[i].Number("w_A") * 1e-10,
        GrainSize = _table.Rows[i].Number("d_um") * 1e-6,
    };

    [Theory]
    [InlineData("hart", null, "hart_f2", 1e-12)]
    [InlineData("maxwell-garnett-1d", null, "mg1d_f1", 1e-12)]
    [InlineData("maxwell-garnett-1d", "regular-polygon", "mg1d_f2", 1e-12)]
    [InlineData("maxwell-garnett-2d", null, "mg2d_f2", 1e-12)]
    [InlineData("maxwell-garnett-3d", null, "mg3d_f3", 1e-12)]
    [InlineData("maxwell-garnett-3d", "regular-polygon", "mg3d_f2", 1e-12)]
    [InlineData("belova-murch-2d", null, "sq_pos", 1e-12)]
    [InlineData("belova-murch-2d-rows", null, "sq_sop", 1e-12)]
    [InlineData("belova-murch-3d-columns", null, "cube_pos", 1e-12)]
    [InlineData("belova-murch-3d-rows", null, "cube_sop", 1e-12)]
    [InlineData("chen-schuh", null, "cs_hier", 1e-12)]
    [InlineData("chen-schuh-arithmetic", null, "cs_arith", 1e-12)]
    [InlineData("hashin-shtrikman-lower-2d", null, "hs2low_f2", 1e-12)]
    [InlineData("hashin-shtrikman-lower-3d", null, "hs3low_f3", 1e-12)]
    [InlineData("hashin-shtrikman-upper-2d", null, "mg2d_f2", 1e-12)]
    [InlineData("hashin-shtrikman-upper-3d", null, "mg3d_f3", 1e-12)]
    [InlineData("bruggeman-2d", null, "brug2_f2", 1e-12)]
    [InlineData("bruggeman-3d", null, "brug3_f3", 1e-12)]
    [InlineData("bruggeman-hanai-3d", null, "hanai3_f3", 1e-12)]
    [InlineData("thin-film", null, "thinfilm_vor", 1e-12)]
    [InlineData("wiener-upper", "regular-polygon", "hart_f2", 1e-12)]
    [InlineData("wiener-lower", "slab", "mg1d_f1", 1e-12)]
    [InlineData("single-crystal", null, "D_bulk", 1e-15)]
    public void Every_model_agrees_with_the_table_at_all_sixty_points(string model, string? fraction, string column, double tolerance)
    {
        IBoundaryFraction? geometry = fraction is null ? null : BoundaryFractions.All[fraction];
        double worst = 0;
        for (int i = 0; i < _table.Rows.Count; i++)
        {
            double d = PolycrystalModels.All[model].EffectiveDiffusivity(Row(i), geometry);
            worst = Math.Max(worst, Close.RelativeError(d, _table.Rows[i].Number(column) * 1e-4));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{model} against {column}: worst relative error {worst:e1}"));
        Assert.Equal(60, _table.Rows.Count);
        Assert.InRange(worst, 0, tolerance);
    }

    [Fact]
    public void Boundary_fractions_agree_with_the_table_to_1e14()
    {
        for (int i = 0; i < _table.Rows.Count; i++)
        {
            double x = Row(i).RelativeWidth;
            PhaseFractions voronoi = BoundaryFractions.All["voronoi"].At(x);
            (double Actual, string Column)[] values =
            [
                (BoundaryFractions.All["slab"].At(x).Interface, "f1"),
                (BoundaryFractions.All["regular-polygon"].At(x).Interface, "f2"),
                (BoundaryFractions.All["polyhedron"].At(x).Interface, "f3"),
                (voronoi.Boundary, "fgb_vor"),
                (voronoi.TripleJunction, "ftj_vor"),
            ];
            Assert.All(values, v => Assert.InRange(Close.RelativeError(v.Actual, _table.Rows[i].Number(v.Column)), 0, 1e-14));
        }
    }

    [Fact]
    public void Hart_and_Maxwell_Garnett_with_segregation_agree_with_the_table_to_1e12()
    {
        ReferenceTable table = ReferenceTable.Read("segregation_gem.csv");
        for (int i = 0; i < table.Rows.Count; i++)
        {
            // The table gives the volume fraction itself: slabs with x = f.
            var input = new PolycrystalInput
            {
                DBulk = table.Rows[i].Number("D_bulk"),
                DBoundary = table.Rows[i].Number("D_gb"),
                Width = table.Rows[i].Number("f_gb"),
                GrainSize = 1,
                Segregation = table.Rows[i].Number("seg_s=Cgb/Cbulk"),
            };
            IBoundaryFraction slab = BoundaryFractions.All["slab"];
            IPolycrystalModel maxwellGarnett = PolycrystalModels.All[$"maxwell-garnett-{table.Rows[i].Text("dim")}d"];
            Assert.InRange(Close.RelativeError(PolycrystalModels.All["hart"].EffectiveDiffusivity(input, slab), table.Rows[i].Number("hart_seg")), 0, 1e-12);
            Assert.InRange(Close.RelativeError(maxwellGarnett.EffectiveDiffusivity(input, slab), table.Rows[i].Number("mg_seg")), 0, 1e-12);
        }
    }

    // Rigorous finite-element bounds of a periodic array of square grains, from contrast 0.1 to 27000 and w/d from 0.02 to 0.5.
    [Fact]
    public void The_exact_diffusivity_of_square_grains_lies_between_the_two_Belova_Murch_circuits_and_near_Maxwell_Garnett()
    {
        ReferenceTable table = ReferenceTable.Read("square_grains_homogenised.csv");
        double columns = 0, rows = 0, maxwellGarnett = 0;
        for (int i = 0; i < table.Rows.Count; i++)
        {
            var input = new PolycrystalInput { DBulk = table.Rows[i].Number("D_bulk"), DBoundary = table.Rows[i].Number("D_gb"), Width = table.Rows[i].Number("w_over_d"), GrainSize = 1 };
            double exact = table.Rows[i].Number("D_geomean");
            double Off(string model) => PolycrystalModels.All[model].EffectiveDiffusivity(input) / exact - 1;
            columns = Math.Min(columns, Off("belova-murch-2d"));
            rows = Math.Max(rows, Off("belova-murch-2d-rows"));
            maxwellGarnett = Math.Max(maxwellGarnett, Math.Abs(Off("maxwell-garnett-2d")));
            Assert.InRange(Off("belova-murch-2d"), -1, 1e-5);       // 1e-5: the half-width of the finite-element bounds
            Assert.InRange(Off("belova-murch-2d-rows"), -1e-5, 1);
        }

        // The numbers the models state as their validity.
        Assert.InRange(columns, -0.14, -0.13);
        Assert.InRange(rows, 0.15, 0.175);
        Assert.InRange(maxwellGarnett, 0.03, 0.05);
    }
}
