using LiMeso.Atomistics.Boundaries;
using LiMeso.Cases.Kinds.BoundaryDiffusion;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class BoundaryWarningsTests
{
    private static readonly FollowSettings _follow = new(
        [400], 1, FrozenWidth: 10, Vacancies: 0, 10, 5, 100, 100, new TrackingSettings(5, 0.1, 50), new DisplacementSettings(1, 5, 30, 2, 3, 15));

    [Fact]
    public void A_quiet_run_has_nothing_to_warn_of() => Assert.Empty(Of(_ => { }));

    [Theory]
    [InlineData("wandering_A.second", 12, "the second boundary wandered over 12.0 A; it ended 1.0 A from where it began")]
    [InlineData("order.far_bcc", 0.1, "the grains have transformed")]
    [InlineData("order.melted", 0.9, "nearly that of a melt (90 %)")]
    [InlineData("diffusivity_cm2_s.control", 2e-6, "something moves in the grains")]
    [InlineData("diffusivity_cm2_s.control", -2e-6, "something moves in the grains")]
    [InlineData("energy_drift_eV", -0.001, "the energy of a boundary fell by 0.044 J/m^2")]      // 1200 atoms, twice 20 by 22 Å
    [InlineData("energy_drift_eV", 0.001, "rose by 0.044 J/m^2")]
    public void What_a_reader_should_know_is_said(string number, double value, string warning)
    {
        string said = Assert.Single(Of(run => run.Set(number, value)));
        Assert.StartsWith("400 K, seed 1: ", said, StringComparison.Ordinal);
        Assert.Contains(warning, said, StringComparison.Ordinal);
    }

    // a little, or not for certain
    [Theory]
    [InlineData("energy_drift_eV", -0.0002, 0.00001)]
    [InlineData("energy_drift_eV", -0.002, 0.001)]
    [InlineData("wandering_A.first", 9, 0.00001)]
    [InlineData("order.melted", 0.7, 0.00001)]
    public void What_is_small_or_uncertain_is_not(string number, double value, double driftError) => Assert.Empty(Of(run =>
    {
        run.Set("energy_drift_error_eV", driftError);
        run.Set(number, value);
    }));

    [Theory]
    [InlineData(2e-9, 0)]
    [InlineData(2e-8, 1)]
    public void Where_no_boundary_was_found_what_moves_far_from_its_place_is_told_beside_the_bound(double control, int more)
    {
        string[] said = [.. Of(run =>
        {
            run.Set("motion", nameof(BoundaryMotion.NoBoundary));
            run.Set("upper_bound_cm2_s", 1e-7);
            run.Set("diffusivity_cm2_s.control", control);
        })];
        Assert.Equal(1 + more, said.Length);
        Assert.Contains("within 6 A of where it was at rest below 1.00e-07 cm2/s", said[0], StringComparison.Ordinal);
        Assert.All(said.Skip(1), s => Assert.Contains("something moves in the grains", s, StringComparison.Ordinal));
    }

    [Fact]
    public void Boundaries_that_were_lost_are_told_in_words()
    {
        string said = Assert.Single(Of(run =>
        {
            run.Set("tracking.found", 16);
            run.SetList("tracking.failures", ["Merged: 3", "OnePeak: 1"]);
        }));
        Assert.Contains("not found in 4 of 20 intervals (peaks that run into each other: the boundaries annihilate, or have, 3 times; one peak alone: the other boundary is gone, or too weak, 1 times)", said, StringComparison.Ordinal);
    }

    // the middle of the cell, 60 Å, wanders towards the slab at 90 Å, which with half the boundary's width reaches down to 78 Å
    [Theory]
    [InlineData(77, 0)]
    [InlineData(79, 1)]
    public void A_boundary_that_comes_to_a_slab_that_is_held_is_told(double place, int warnings)
    {
        string[] said = [.. Of(run => run.Set("tracking/second_position", "A", "interval", [60, place, double.NaN, 62]))];
        Assert.Equal(warnings, said.Length);
        Assert.All(said, text => Assert.Contains("the second boundary came within 11.0 A of the middle of a slab", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_control_is_told_with_what_to_do()
    {
        var run = Quiet();
        var without = new ResultData();
        foreach ((string name, double value) in run.Numbers.Where(n => n.Key != "diffusivity_cm2_s.control")) without.Set(name, value);
        without.Set("motion", run.Texts["motion"]);
        without.SetList("tracking.failures", []);
        foreach (ResultArray array in run.Arrays.Values) without.Set(array);
        Assert.Contains("there is no control. Set the boundaries further apart by 'separation'", Assert.Single(BoundaryWarnings.Of(new FollowItem(400, 1), _follow, 1200, without)), StringComparison.Ordinal);
    }

    [Fact]
    public void Grains_that_transformed_are_told()
    {
        Assert.Empty(BoundaryWarnings.OfStructure("after annealing", 0.99, 0.02));
        Assert.Contains("after annealing: only 40 % of the atoms inside the grains are bcc", Assert.Single(BoundaryWarnings.OfStructure("after annealing", 0.4, 0.02)), StringComparison.Ordinal);
        Assert.Contains("the boundaries have annihilated", Assert.Single(BoundaryWarnings.OfStructure("after annealing", 1, 0.0001)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, nameof(BoundaryMotion.Diffusive), "may be 2.0 times as large")]
    [InlineData(0.5, nameof(BoundaryMotion.TooLittle), "the bound allows for it")]
    [InlineData(0.9, nameof(BoundaryMotion.Diffusive), null)]
    public void Atoms_that_leave_their_boundary_are_told(double stayed, string motion, string? words)
    {
        string[] told = [.. Of(run =>
        {
            run.Set("motion", motion);
            run.Set("upper_bound_cm2_s", 1e-8);
            run.Set("displacement/stayed", "", "lag", [stayed + 0.1, stayed - 0.1]);
        }).Where(text => text.Contains("% of the line's time", StringComparison.Ordinal))];
        if (words is null) Assert.Empty(told);
        else Assert.Contains(words, Assert.Single(told), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Of(Action<ResultData> change)
    {
        ResultData run = Quiet();
        change(run);
        return BoundaryWarnings.Of(new FollowItem(400, 1), _follow, 1200, run);
    }

    private static ResultData Quiet()
    {
        var run = new ResultData();
        run.Set("motion", nameof(BoundaryMotion.Diffusive));
        run.Set("diffusivity_cm2_s.total", 1e-5);
        run.Set("diffusivity_cm2_s.control", 1e-9);
        run.Set("tracking.intervals", 20);
        run.Set("tracking.found", 20);
        run.SetList("tracking.failures", []);
        run.Set("order.far_bcc", 0.6);
        run.Set("order.melted", 0.5);
        run.Set("energy_drift_eV", 0);
        run.Set("energy_drift_error_eV", 1e-5);
        foreach ((string axis, double length) in (ReadOnlySpan<(string, double)>)[("x", 20), ("y", 120), ("z", 10.92)]) run.Set($"box_A.{axis}", length);
        foreach ((string which, double place) in (ReadOnlySpan<(string, double)>)[("first", 0), ("second", 60)])
        {
            run.Set($"tracking/{which}_position", "A", "interval", [place, place + 1]);
            run.Set($"width_A.{which}", 14);
            run.Set($"migration_A.{which}", 1);
            run.Set($"wandering_A.{which}", 2);
        }

        return run;
    }
}
