using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;
using LiMeso.Transport.Tests.Models;

namespace LiMeso.Transport.Tests;

public class GrainSizeSearchTests
{
    private static readonly PolycrystalInput _lithium = new() { DBulk = 2.06e-15, DBoundary = 5.27e-11, DTripleJunction = 5.27e-9, Width = 1.2e-9, GrainSize = 1 };

    [Theory]
    [InlineData("hart")]
    [InlineData("maxwell-garnett-2d")]
    [InlineData("maxwell-garnett-3d")]
    [InlineData("belova-murch-2d")]
    [InlineData("belova-murch-3d-rows")]
    [InlineData("chen-schuh")]
    [InlineData("chen-schuh-arithmetic")]
    [InlineData("bruggeman-2d")]
    [InlineData("bruggeman-hanai-3d")]
    [InlineData("thin-film")]
    public void The_grain_size_found_gives_the_diffusivity_asked_for(string name)
    {
        IPolycrystalModel model = PolycrystalModels.All[name];
        foreach (double d in (double[])[1e-8, 3e-7, 1e-6, 1.5e-4])
        {
            double target = model.EffectiveDiffusivity(_lithium with { GrainSize = d });
            GrainSizeAnswer answer = model.GrainSizeFor(_lithium, target);
            Assert.Equal(GrainSizeOutcome.Largest, answer.Outcome);
            // D is known to 1e-15; where D ≈ D_bulk (1 + ε) that leaves d to 1e-15/ε.
            Assert.InRange(answer.GrainSize!.Value / d, 1 - 1e-9, 1 + 1e-9);
        }
    }

    [Fact]
    public void Hart_inverts_to_its_closed_form() =>
        PolycrystalGenerator.ForAll(0.9, smallestContrast: 1.5, largestContrast: 1e6, holds: p =>
        {
            double d = PolycrystalModels.All["hart"].GrainSizeFor(p, p.DBulk + 0.5 * (p.DBoundary - p.DBulk)).GrainSize!.Value;
            return Close.To(d, p.Width / (1 - Math.Sqrt(0.5)), 1e-12);      // f = 1 − (1 − w/d)² = 1/2
        });

    [Fact]
    public void Slow_boundaries_turn_the_answer_into_a_smallest_grain_size()
    {
        PolycrystalInput blocking = _lithium with { DBoundary = 1e-18 };
        IPolycrystalModel model = PolycrystalModels.All["maxwell-garnett-1d"];
        double target = model.EffectiveDiffusivity(blocking with { GrainSize = 1e-5 });
        GrainSizeAnswer answer = model.GrainSizeFor(blocking, target);
        Assert.Equal(GrainSizeOutcome.Smallest, answer.Outcome);
        Assert.InRange(answer.GrainSize!.Value / 1e-5, 1 - 1e-12, 1 + 1e-12);
        Assert.Equal(GrainSizeOutcome.OutOfReach, model.GrainSizeFor(blocking, blocking.DBulk * 1.01).Outcome);
        Assert.Equal(GrainSizeOutcome.AnyGrainSize, model.GrainSizeFor(blocking, 0.9e-18).Outcome);
    }

    [Fact]
    public void A_target_at_or_below_the_single_crystal_is_met_by_any_grain_size()
    {
        GrainSizeAnswer answer = PolycrystalModels.All["hart"].GrainSizeFor(_lithium, _lithium.DBulk);
        Assert.Equal((GrainSizeOutcome.AnyGrainSize, (double?)null), (answer.Outcome, answer.GrainSize));
        Assert.StartsWith("any grain size gives at least 2.06E-11 cm2/s", answer.Statement, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_target_beyond_all_boundary_is_out_of_reach_and_says_what_is_in_reach()
    {
        GrainSizeAnswer answer = PolycrystalModels.All["hart"].GrainSizeFor(_lithium, 1.001 * _lithium.DBoundary);
        Assert.Equal((GrainSizeOutcome.OutOfReach, (double?)null), (answer.Outcome, answer.GrainSize));
        Assert.Contains("grains of 1.2 nm", answer.Statement, StringComparison.Ordinal);
        Assert.Equal(GrainSizeOutcome.OutOfReach, PolycrystalModels.All["single-crystal"].GrainSizeFor(_lithium, 2.1e-15).Outcome);
        Assert.Contains("grains of 4 nm", PolycrystalModels.All["chen-schuh"].GrainSizeFor(_lithium, 1).Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_a_hair_above_the_single_crystal_needs_huge_grains_only() =>
        Assert.InRange(PolycrystalModels.All["hart"].GrainSizeFor(_lithium, _lithium.DBulk * (1 + 1e-12)).GrainSize!.Value, 1e6, 1e8);

    [Fact]
    public void The_boundary_fraction_may_be_chosen() =>
        Assert.InRange(
            PolycrystalModels.All["hart"].GrainSizeFor(_lithium, 1e-13, BoundaryFractions.All["polyhedron"]).GrainSize!.Value
            / PolycrystalModels.All["hart"].GrainSizeFor(_lithium, 1e-13).GrainSize!.Value, 1.498, 1.5);

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PolycrystalModels.All["hart"].GrainSizeFor(_lithium, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PolycrystalModels.All["hart"].GrainSizeFor(_lithium with { Width = 0 }, 1e-13));
    }
}
