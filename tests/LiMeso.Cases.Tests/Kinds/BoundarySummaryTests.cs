using LiMeso.Atomistics.Boundaries;
using LiMeso.Cases.Kinds.BoundaryDiffusion;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class BoundarySummaryTests
{
    [Fact]
    public void A_run_in_which_no_boundary_was_found_has_no_say_in_the_width()
    {
        var results = new ResultData();
        BoundarySummary.AddTemperature(results, "400_K", [Run(BoundaryMotion.TooLittle, 12, 13), Run(BoundaryMotion.NoBoundary, 43, 19)]);
        Assert.Equal(12.5, results.Number("400_K.width_A"));
        Assert.Equal((2, 0, 1e-9), (results.Number("400_K.runs"), results.Number("400_K.diffusive_runs"), results.Number("400_K.upper_bound_cm2_s")));

        var alone = new ResultData();
        BoundarySummary.AddTemperature(alone, "400_K", [Run(BoundaryMotion.NoBoundary, 43, 19)]);
        Assert.DoesNotContain("400_K.width_A", alone.Numbers.Keys);
        Assert.DoesNotContain("400_K.upper_bound_cm2_s", alone.Numbers.Keys);
    }

    [Fact]
    public void A_bound_allows_for_the_time_in_which_atoms_were_not_in_their_boundary()
    {
        ResultData run = Run(BoundaryMotion.TooLittle, 12, 13);
        Assert.Equal(1e-9, BoundarySummary.BoundOf(run));
        run.Set("displacement/stayed", "", "lag", [0.7, double.NaN, 0.3]);
        Assert.Equal(2e-9, BoundarySummary.BoundOf(run)!.Value, 1e-20);
        Assert.Null(BoundarySummary.BoundOf(Run(BoundaryMotion.NoBoundary, 43, 19)));
    }

    [Fact]
    public void A_bound_without_a_boundary_is_that_of_its_place_at_rest_and_says_so()
    {
        ResultData run = Run(BoundaryMotion.NoBoundary, 43, 19);
        run.Set("upper_bound_cm2_s", 3e-9);
        // what left a boundary that was noise does not matter
        run.Set("displacement/stayed", "", "lag", [0.2, 0.1]);
        Assert.Equal(3e-9, BoundarySummary.BoundOf(run));
        Assert.Equal("no diffusivity (no boundary was found); within 6 A of where it was at rest below 3.00e-09 cm2/s", BoundarySummary.InWords(run));
        var results = new ResultData();
        BoundarySummary.AddTemperature(results, "400_K", [run]);
        Assert.Equal(3e-9, results.Number("400_K.upper_bound_cm2_s"));
        Assert.DoesNotContain("400_K.width_A", results.Numbers.Keys);

        // the bound of all runs is the highest one, and there is none where a run bounds nothing
        BoundarySummary.AddTemperature(results, "350_K", [run, Run(BoundaryMotion.TooLittle, 12, 13)]);
        Assert.Equal(3e-9, results.Number("350_K.upper_bound_cm2_s"));
        ResultData fast = Run(BoundaryMotion.TooLittle, 12, 13);
        var unbounded = new ResultData();
        unbounded.Set("motion", nameof(BoundaryMotion.Hastening));
        unbounded.Set("time_ps", 100);
        BoundarySummary.AddTemperature(results, "300_K", [run, fast, unbounded]);
        Assert.DoesNotContain("300_K.upper_bound_cm2_s", results.Numbers.Keys);
    }

    private static ResultData Run(BoundaryMotion motion, double first, double second)
    {
        var run = new ResultData();
        run.Set("motion", motion.ToString());
        run.Set("width_A.first", first);
        run.Set("width_A.second", second);
        run.Set("time_ps", 100);
        if (motion != BoundaryMotion.NoBoundary) run.Set("upper_bound_cm2_s", 1e-9);
        return run;
    }
}
