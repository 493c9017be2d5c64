using LiMeso.Core.Registries;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;
using static LiMeso.Transport.Tests.Models.PolycrystalGenerator;

namespace LiMeso.Transport.Tests.Models;

public class ModelIdentityTests
{
    private static readonly IBoundaryFraction _polygon = BoundaryFractions.All["regular-polygon"];

    public static TheoryData<string> AllModels => [.. PolycrystalModels.All.Names];

    public static TheoryData<string> TwoPhaseModels => [.. PolycrystalModels.All.Where(m => !m.Member.NeedsTripleJunctions && m.Name is not "thin-film").Select(m => m.Name)];

    public static TheoryData<string> TwoPhaseModelsButSingleCrystal =>
        [.. PolycrystalModels.All.Where(m => !m.Member.NeedsTripleJunctions && m.Name is not ("thin-film" or "single-crystal")).Select(m => m.Name)];

    public static TheoryData<string> SegregatedModels => [.. PolycrystalModels.All.Where(m => m.Member.SupportsSegregation).Select(m => m.Name)];

    private static double D(string model, PolycrystalInput p, IBoundaryFraction? fraction = null) => PolycrystalModels.All[model].EffectiveDiffusivity(p, fraction);

    private static double LargestX(string model) => Homogenisation.DefaultFractionOf(PolycrystalModels.All[model]).LargestRelativeWidth;

    private static PolycrystalInput Swapped(PolycrystalInput p) => p with { DBulk = p.DBoundary, DBoundary = p.DBulk };

    [Theory, MemberData(nameof(AllModels))]
    public void Boundaries_as_fast_as_the_grains_do_not_matter(string model) =>
        ForAll(LargestX(model), p =>
        {
            PolycrystalInput uniform = p with { DBoundary = p.DBulk, DTripleJunction = p.DBulk };
            return Close.To(D(model, uniform), p.DBulk, 1e-14);
        });

    [Theory, MemberData(nameof(AllModels))]
    public void Without_boundaries_a_polycrystal_is_a_single_crystal(string model) =>
        ForAll(LargestX(model), p => Close.To(D(model, p with { Width = 0 }), p.DBulk, 1e-15));

    [Theory, MemberData(nameof(TwoPhaseModelsButSingleCrystal))]
    public void All_boundary_is_boundary(string model) =>
        ForAll(1, p => Close.To(D(model, p with { Width = 1 }), p.DBoundary, 1e-14));

    [Theory, MemberData(nameof(TwoPhaseModels))]
    public void A_two_phase_model_stays_between_its_phases(string model) =>
        ForAll(1, p => Close.NotAbove(Math.Min(p.DBulk, p.DBoundary), D(model, p)) && Close.NotAbove(D(model, p), Math.Max(p.DBulk, p.DBoundary)));

    [Theory, MemberData(nameof(AllModels))]
    public void Scaling_every_diffusivity_scales_the_result(string model) =>
        ForAll(LargestX(model), p =>
        {
            const double Factor = 3.7e5;
            PolycrystalInput scaled = p with { DBulk = Factor * p.DBulk, DBoundary = Factor * p.DBoundary, DTripleJunction = Factor * p.DTripleJunction };
            return Close.To(D(model, scaled), Factor * D(model, p), 1e-12);
        });

    [Theory, MemberData(nameof(AllModels))]
    public void Faster_grains_or_boundaries_never_slow_the_polycrystal(string model) =>
        ForAll(LargestX(model), p =>
            Close.NotAbove(D(model, p), D(model, p with { DBulk = 1.1 * p.DBulk }))
            && Close.NotAbove(D(model, p), D(model, p with { DBoundary = 1.1 * p.DBoundary })));

    [Fact]
    public void Bounds_and_effective_media_come_in_order_for_fast_boundaries() =>
        ForAll(1, largestContrast: 1e6, smallestContrast: 1, holds: p =>
            InOrder(p, "maxwell-garnett-1d", "hashin-shtrikman-lower-2d", "bruggeman-2d", "maxwell-garnett-2d", "maxwell-garnett-3d", "hart")
            && InOrder(p, "hashin-shtrikman-lower-3d", "bruggeman-3d", "bruggeman-hanai-3d", "maxwell-garnett-3d", "wiener-upper")
            && InOrder(p, "belova-murch-2d", "maxwell-garnett-2d")
            && InOrder(p, "belova-murch-2d", "belova-murch-2d-rows")
            && InOrder(p, "belova-murch-3d-columns", "belova-murch-3d-rows"));

    [Fact]
    public void Hashin_Shtrikman_bounds_lie_within_Wiener_bounds_whichever_phase_is_faster() =>
        ForAll(1, p =>
            InOrder(p, "wiener-lower", "hashin-shtrikman-lower-2d", "hashin-shtrikman-upper-2d", "wiener-upper")
            && InOrder(p, "wiener-lower", "hashin-shtrikman-lower-3d", "hashin-shtrikman-upper-3d", "wiener-upper"));

    [Fact]
    public void Maxwell_Garnett_is_the_upper_Hashin_Shtrikman_bound_of_fast_boundaries_and_the_lower_one_of_slow_ones() =>
        ForAll(1, p => D("maxwell-garnett-2d", p, _polygon) == D(p.DBoundary > p.DBulk ? "hashin-shtrikman-upper-2d" : "hashin-shtrikman-lower-2d", p, _polygon));

    // Keller's theorem: in two dimensions, exchanging the phases exchanges conductivity and resistivity.
    [Fact]
    public void Two_dimensional_duality_holds() =>
        ForAll(1, p =>
        {
            double product = p.DBulk * p.DBoundary;
            PolycrystalInput q = Swapped(p);
            return Close.To(D("maxwell-garnett-2d", p) * D("maxwell-garnett-2d", q), product, 1e-13)
                && Close.To(D("bruggeman-2d", p) * D("bruggeman-2d", q), product, 1e-9)       // near its threshold B is a difference of large terms
                && Close.To(D("belova-murch-2d", p) * D("belova-murch-2d-rows", q), product, 1e-13);
        });

    [Theory]
    [InlineData("hart", 1.0)]
    [InlineData("maxwell-garnett-2d", 1.0 / 2)]
    [InlineData("maxwell-garnett-3d", 2.0 / 3)]
    public void Thin_fast_boundaries_add_their_share_to_the_bulk(string model, double share) =>
        ForAll(1e-4, smallestContrast: 1e6, largestContrast: 1e9, holds: p =>
        {
            double slope = (D(model, p, _polygon) - p.DBulk) / (_polygon.At(p.RelativeWidth).Interface * p.DBoundary);
            return Math.Abs(slope - share) <= 2e-4;     // first order in f (up to 2e-4) and in b/g
        });

    [Fact]
    public void Layers_across_the_flux_saturate_at_the_bulk_over_its_share() =>
        ForAll(0.9, smallestContrast: 1e12, largestContrast: 1e13, holds: p =>
            Close.To(D("maxwell-garnett-1d", p), p.DBulk / (1 - p.RelativeWidth), 1e-10));

    [Fact]
    public void The_grain_size_law_of_columns_is_twice_that_of_circular_grains() =>
        ForAll(1e-5, smallestContrast: 1e7, largestContrast: 1e9, holds: p =>
            Close.To((D("hart", p) - p.DBulk) / (D("maxwell-garnett-2d", p) - p.DBulk), 2, 1e-4));

    [Fact]
    public void Chen_Schuh_with_junctions_like_boundaries_is_Maxwell_Garnett_in_three_dimensions() =>
        ForAll(0.3, p =>
            Close.To(D("chen-schuh", p with { DTripleJunction = p.DBoundary }), D("maxwell-garnett-3d", p, BoundaryFractions.All["voronoi"]), 1e-13));

    [Fact]
    public void Chen_Schuh_lies_below_the_arithmetic_rule() =>
        ForAll(0.3, p => InOrder(p, "chen-schuh", "chen-schuh-arithmetic"), smallestContrast: 1);

    [Fact]
    public void Chen_Schuh_has_the_thin_limit_of_isotropic_films_and_lines() =>
        ForAll(1e-5, smallestContrast: 1e9, largestContrast: 1e10, holds: p =>
        {
            PhaseFractions f = BoundaryFractions.All["voronoi"].At(p.RelativeWidth);
            double limit = p.DBulk + 2.0 / 3 * f.Boundary * p.DBoundary + 1.0 / 3 * f.TripleJunction * p.DTripleJunction!.Value;
            return Close.To(D("chen-schuh", p), limit, 0.02);       // f_tj j / (f_gb g) is up to 1e-2 here
        });

    [Theory, MemberData(nameof(SegregatedModels))]
    public void A_segregation_factor_of_one_changes_nothing(string model) =>
        ForAll(1, p => D(model, p with { Segregation = 1 }) == D(model, p));

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(30)]
    public void Hart_with_segregation_stays_between_its_phases(double s) =>
        ForAll(1, p =>
        {
            double d = D("hart", p with { Segregation = s });
            return Close.NotAbove(Math.Min(p.DBulk, p.DBoundary), d) && Close.NotAbove(d, Math.Max(p.DBulk, p.DBoundary));
        });

    // One diffusivity D0 everywhere, layers across the flux: D0 / [(f + (1−f)s)(f + (1−f)/s)], trapping whichever side attracts.
    [Theory]
    [InlineData(0.02)]
    [InlineData(7)]
    public void Segregation_traps_across_layers_whichever_way_it_goes(double s) =>
        ForAll(1, p =>
        {
            PolycrystalInput uniform = p with { DBoundary = p.DBulk, Segregation = s };
            double f = p.RelativeWidth, expected = p.DBulk / ((f + (1 - f) * s) * (f + (1 - f) / s)), d = D("maxwell-garnett-1d", uniform);
            return Close.To(d, expected, 1e-13) && Close.NotAbove(d, p.DBulk) && Close.To(D("maxwell-garnett-1d", uniform with { Segregation = 1 / s }), d, 1e-13);
        });

    [Fact]
    public void The_block_circuits_find_the_width_from_the_volume_fraction_without_losing_digits() =>
        ForAll(1, p =>
        {
            double x = p.RelativeWidth, b = p.DBulk, g = p.DBoundary, a = (1 - x) * (1 - x);
            return Close.To(D("belova-murch-2d", p), x * g + (1 - x) / ((1 - x) / b + x / g), 1e-13)
                && Close.To(D("belova-murch-3d-rows", p), 1 / ((1 - x) / (a * b + x * (2 - x) * g) + x / g), 1e-13);
        });

    [Fact]
    public void A_thousand_evaluations_allocate_nothing()
    {
        var input = new PolycrystalInput { DBulk = 2e-15, DBoundary = 5e-11, DTripleJunction = 5e-9, Width = 1.2e-9, GrainSize = 1e-6 };
        foreach (Registered<IPolycrystalModel> entry in PolycrystalModels.All)
        {
            IPolycrystalModel model = entry.Member;
            IBoundaryFraction fraction = Homogenisation.DefaultFractionOf(model);
            double sum = model.EffectiveDiffusivity(input, fraction);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1000; i++) sum += model.EffectiveDiffusivity(input, fraction);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(double.IsFinite(sum), entry.Name);
        }
    }

    private static bool InOrder(PolycrystalInput p, params string[] models)
    {
        // One fraction for all: the order holds at equal f. The Chen-Schuh pair needs triple junctions.
        IBoundaryFraction fraction = models[0].StartsWith("chen", StringComparison.Ordinal) ? BoundaryFractions.All["voronoi"] : _polygon;
        double[] values = [.. models.Select(m => D(m, p, m.StartsWith("belova-murch-3d", StringComparison.Ordinal) ? BoundaryFractions.All["polyhedron"] : fraction))];
        return values.Zip(values.Skip(1)).All(pair => Close.NotAbove(pair.First, pair.Second));
    }
}
