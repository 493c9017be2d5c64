using LiMeso.Cases.Numerics;
using LiMeso.Depletion.Pulses;

namespace LiMeso.Cases.Tests.Numerics;

public sealed class SlabProblemTests
{
    // Rests let the foil recover: pulses deplete it later than their mean current would, and those of the closed solution know when.
    [Fact]
    public void The_end_of_pulses_is_expected_when_the_closed_solution_has_it()
    {
        CurrentSegment[] segments = [.. Enumerable.Repeat((CurrentSegment[])[new(30, 1200), new(0, 600)], 20).SelectMany(s => s)];
        var problem = new SlabProblem(25e-6, 1e-13, 78288.7, CurrentProgram.OfSegments(segments));
        AnalyticSlab exact = AnalyticSlab.Of(problem)!;
        Assert.NotNull(exact.DepletionTime);
        Assert.Equal(exact.EndTime, problem.ExpectedEnd);
    }

    [Fact]
    public void A_program_too_weak_to_deplete_the_foil_is_expected_to_end_with_itself() =>
        Assert.Equal(900, new SlabProblem(25e-6, 1e-13, 78288.7, CurrentProgram.OfSegments([new(1, 600), new(-1, 300)])).ExpectedEnd);

    // A straight line from 0 to twice the current within twice the time: were all lithium within reach, charge ∝ t² would last √2 times as long.
    [Fact]
    public void A_rising_current_is_expected_to_end_near_a_steady_one_of_its_mean()
    {
        double steady = new SlabProblem(25e-6, 1e-12, 78288.7, CurrentProgram.OfConstant(10)).ExpectedEnd;
        double rising = new SlabProblem(25e-6, 1e-12, 78288.7, CurrentProgram.OfTable([0, 2 * steady], [0, 20])).ExpectedEnd;
        Assert.InRange(rising / steady, 1.2, 2);
    }
}
