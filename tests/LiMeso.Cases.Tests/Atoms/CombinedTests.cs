using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Cases.Atoms;

namespace LiMeso.Cases.Tests.Atoms;

public sealed class CombinedTests
{
    private const int Trials = 4000;
    private const double Nominal = 0.6827, Tolerance = 3 * 0.0074;     // three binomial standard deviations of 4000 trials

    // Runs of one and the same diffusivity, whose own error is known to be 1. Widened by the spread wherever that is larger, the interval of three holds the truth in exp(−x) P(|z| < 1) + E[exp(−x z²); |z| > 1] + … = 78 %, x = 1/1.321².
    [Fact]
    public void Where_runs_differ_by_chance_alone_the_error_is_little_wider_than_it_must_be()
    {
        double held = Coverage(between: 0);
        Assert.InRange(held, 0.780 - Tolerance, 0.780 + Tolerance);
    }

    // The spread of three runs is all that tells of a difference that no run knows of; without Student's factor it would hold the truth in 58 %.
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Where_runs_differ_by_more_the_error_still_holds_the_truth_in_two_cases_of_three(double between) =>
        Assert.InRange(Coverage(between), Nominal - Tolerance, 0.780);

    [Fact]
    public void The_larger_error_wins_and_luck_undercuts_no_least_error()
    {
        Assert.Equal(new Estimate(2, 0.5), Combined.Of([2, 2, 2], [0.1, 0.1, 0.1], least: 0.5));
        Assert.Equal(0.1 / Math.Sqrt(3), Combined.Of([2, 2, 2], [0.1, 0.1, 0.1]).Error, 1e-12);
        Assert.Equal(1.3213 / Math.Sqrt(3), Combined.Of([1, 2, 3], [0.1, 0.1, 0.1]).Error, 1e-4);     // Student's factor of two degrees of freedom, p √2/√(1 − p²), p = 0.6827
        Assert.Equal(new Estimate(2, 0.5), Combined.Of([1, 3], [], least: 0.5));                      // the spread of two is no measure
        Assert.True(double.IsNaN(Combined.Of([1, 3], []).Error));
        Assert.True(double.IsNaN(Combined.Of([1, 2, 3], [0.1, 0.1, 0.1], least: double.NaN).Error));
    }

    private static double Coverage(double between)
    {
        int held = 0;
        for (int k = 0; k < Trials; k++)
        {
            double[] values = [.. Enumerable.Range(0, 3).Select(run => CounterRandom.Normal(3, (ulong)k, (ulong)run)).Select(z => z.X + between * z.Y)];
            Estimate mean = Combined.Of(values, [1, 1, 1]);
            if (Math.Abs(mean.Value) <= mean.Error) held++;
        }

        return (double)held / Trials;
    }
}
