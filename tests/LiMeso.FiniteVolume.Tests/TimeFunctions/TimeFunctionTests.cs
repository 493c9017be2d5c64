using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Tests.TimeFunctions;

public class TimeFunctionTests
{
    [Fact]
    public void Pieces_have_both_limits_at_their_starts()
    {
        var pulses = new PiecewiseConstant([0, 10, 30], [1, 0, 2]);
        Assert.Equal((0.0, 1.0), (pulses.Value(0, Limit.Before), pulses.Value(0, Limit.After)));
        Assert.Equal((1.0, 0.0), (pulses.Value(10, Limit.Before), pulses.Value(10, Limit.After)));
        Assert.Equal((0.0, 0.0), (pulses.Value(20, Limit.Before), pulses.Value(20, Limit.After)));
        Assert.Equal(2, pulses.Value(1e9, Limit.Before));
        Assert.Equal([0, 10, 30, double.PositiveInfinity], BreaksOf(pulses));
    }

    [Fact]
    public void A_table_is_straight_between_points_and_jumps_where_a_time_occurs_twice()
    {
        var table = new LinearTable([0, 10, 10, 20], [0, 5, 1, 3]);
        Assert.Equal(2.5, table.Value(5, Limit.After));
        Assert.Equal((5.0, 1.0), (table.Value(10, Limit.Before), table.Value(10, Limit.After)));
        Assert.Equal(2, table.Value(15, Limit.Before));
        Assert.Equal((0.0, 3.0), (table.Value(-1, Limit.After), table.Value(99, Limit.After)));
        Assert.Equal([0, 10, 20, double.PositiveInfinity], BreaksOf(table));
    }

    [Fact]
    public void A_table_that_goes_back_in_time_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new LinearTable([0, 2, 1], [0, 0, 0]));
        Assert.Throws<ArgumentException>(() => new LinearTable([0, 1, 1, 1], [0, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => new PiecewiseConstant([0, 0], [1, 2]));
    }

    [Fact]
    public void The_registry_builds_each_kind_from_numbers()
    {
        Assert.Equal(7, TimeFunctionKinds.All["constant"]([], [7]).Value(3, Limit.After));
        Assert.Equal(2, TimeFunctionKinds.All["piecewise-constant"]([0, 1], [1, 2]).Value(1, Limit.After));
        Assert.Equal(1.5, TimeFunctionKinds.All["table"]([0, 1], [1, 2]).Value(0.5, Limit.After));
    }

    private static IEnumerable<double> BreaksOf(ITimeFunction function)
    {
        double time = double.NegativeInfinity;
        do yield return time = function.NextBreak(time);
        while (!double.IsInfinity(time));
    }
}
