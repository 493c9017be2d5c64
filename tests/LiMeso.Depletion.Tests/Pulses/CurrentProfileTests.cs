using LiMeso.Depletion.Pulses;

namespace LiMeso.Depletion.Tests.Pulses;

public class CurrentProfileTests
{
    private static readonly CurrentProfile _profile = new([new(2, 10), new(0, 5), new(-1, 4)]);

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(9.999, 0, 2)]
    [InlineData(10, 1, 0)]
    [InlineData(15, 2, -1)]
    [InlineData(19, 2, -1)] // the end belongs to the last segment
    public void The_current_at_a_boundary_is_that_of_the_segment_that_starts(double time, int segment, double current)
    {
        Assert.Equal(segment, _profile.SegmentAt(time));
        Assert.Equal(current, _profile.CurrentAt(time));
    }

    [Theory]
    [InlineData(5, 10, 10)]
    [InlineData(12, 20, 20)]
    [InlineData(17, 18, 20)]
    [InlineData(19, 16, 20)]
    public void Removed_charge_is_net_and_stripped_charge_gross(double time, double removed, double stripped)
    {
        Assert.Equal(removed, _profile.RemovedCharge(time));
        Assert.Equal(stripped, _profile.StrippedCharge(time));
    }

    [Fact]
    public void Repeating_and_joining_add_up()
    {
        CurrentProfile thrice = _profile.Repeat(3);
        Assert.Equal(9, thrice.Segments.Count);
        Assert.Equal(57, thrice.Duration);
        Assert.Equal(48, thrice.RemovedCharge(57));
        Assert.Equal(76, thrice.Then(_profile).Duration);
        Assert.Equal(new CurrentSegment(2, 10), thrice.Then(_profile).Segments[9]);
    }

    [Fact] // plain summation of 0.1 s is off by 1.3e-9 s after a hundred thousand pulses
    public void A_hundred_thousand_pulses_end_on_time() =>
        Agreement.Relative(1e4, CurrentProfile.Constant(1, 0.1).Repeat(100_000).Duration, 1.2e-16 * 2);

    [Fact]
    public void Impossible_profiles_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CurrentProfile([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CurrentProfile.Constant(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CurrentProfile.Constant(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _profile.Repeat(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => _profile.SegmentAt(19.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _profile.RemovedCharge(-1));
    }
}
