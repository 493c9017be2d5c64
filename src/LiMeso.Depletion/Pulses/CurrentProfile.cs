using LiMeso.Core;

namespace LiMeso.Depletion.Pulses;

/// <summary>A piecewise-constant current: segments of stripping, rest and plating, one after the other from t = 0.</summary>
public sealed class CurrentProfile
{
    private readonly CurrentSegment[] _segments;
    private readonly double[] _starts;             // _starts[k]: start of segment k, s; one more entry for the end
    private readonly double[] _removed;            // net charge removed by then, C/m²
    private readonly double[] _stripped;           // charge removed by the stripping segments alone, C/m²

    /// <summary>A profile of the given segments.</summary>
    /// <param name="segments">At least one; finite currents, positive finite durations.</param>
    /// <exception cref="ArgumentException">There are no segments.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A current is not finite or a duration not positive.</exception>
    public CurrentProfile(IEnumerable<CurrentSegment> segments)
    {
        _segments = [.. segments];
        if (_segments.Length == 0) throw new ArgumentException("A current profile needs at least one segment.", nameof(segments));
        _starts = new double[_segments.Length + 1];
        _removed = new double[_segments.Length + 1];
        _stripped = new double[_segments.Length + 1];
        CompensatedSum time = default, removed = default, stripped = default;
        for (int k = 0; k < _segments.Length; k++)
        {
            (double current, double duration) = _segments[k];
            Require.Finite(current, nameof(segments));
            Require.Positive(duration, nameof(segments));
            time.Add(duration);
            removed.Add(current * duration);
            stripped.Add(Math.Max(0, current) * duration);
            (_starts[k + 1], _removed[k + 1], _stripped[k + 1]) = (time.Value, removed.Value, stripped.Value);
        }
    }

    /// <summary>One segment of constant current.</summary>
    /// <param name="currentDensity">I, A/m².</param>
    /// <param name="duration">Length, s.</param>
    public static CurrentProfile Constant(double currentDensity, double duration) => new([new CurrentSegment(currentDensity, duration)]);

    /// <summary>The segments in order.</summary>
    public IReadOnlyList<CurrentSegment> Segments => _segments;

    /// <summary>Length of the whole profile, s.</summary>
    public double Duration => _starts[^1];

    /// <summary>This profile several times over.</summary>
    /// <param name="count">How often, at least once.</param>
    /// <exception cref="ArgumentOutOfRangeException">count is below 1.</exception>
    public CurrentProfile Repeat(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new CurrentProfile(Enumerable.Repeat(_segments, count).SelectMany(s => s));
    }

    /// <summary>This profile followed by another.</summary>
    /// <param name="next">What follows.</param>
    public CurrentProfile Then(CurrentProfile next) => new(_segments.Concat(next._segments));

    /// <summary>Start of a segment, s; for index <c>Segments.Count</c> the end of the profile.</summary>
    /// <param name="segment">Index of the segment.</param>
    public double StartOf(int segment) => _starts[segment];

    /// <summary>The segment that is under way at a time; at a boundary the one that starts, at the end the last.</summary>
    /// <param name="time">0 ≤ t ≤ Duration, s.</param>
    /// <exception cref="ArgumentOutOfRangeException">t lies outside the profile.</exception>
    public int SegmentAt(double time)
    {
        // A caller that adds up time steps may overshoot the end by rounding.
        if (!(time >= 0 && time <= Duration * (1 + 1e-12)))
            throw new ArgumentOutOfRangeException(nameof(time), time, $"The profile lasts from 0 to {Duration:r} s.");
        int index = Array.BinarySearch(_starts, time);
        return Math.Min(index >= 0 ? index : ~index - 1, _segments.Length - 1);
    }

    /// <summary>Current density at a time, A/m²; at a boundary that of the segment that starts.</summary>
    /// <param name="time">0 ≤ t ≤ Duration, s.</param>
    public double CurrentAt(double time) => _segments[SegmentAt(time)].CurrentDensity;

    /// <summary>Net charge removed from the foil until a time, ∫ I dt, C/m²; negative once more has been plated than stripped.</summary>
    /// <param name="time">0 ≤ t ≤ Duration, s.</param>
    public double RemovedCharge(double time)
    {
        int k = SegmentAt(time);
        return _removed[k] + _segments[k].CurrentDensity * (time - _starts[k]);
    }

    /// <summary>Charge the stripping segments alone have removed until a time, ∫ max(I, 0) dt, C/m².</summary>
    /// <param name="time">0 ≤ t ≤ Duration, s.</param>
    public double StrippedCharge(double time)
    {
        int k = SegmentAt(time);
        return _stripped[k] + Math.Max(0, _segments[k].CurrentDensity) * (time - _starts[k]);
    }

    /// <summary>Net charge removed before a segment starts, C/m².</summary>
    internal double RemovedBefore(int segment) => _removed[segment];
}
