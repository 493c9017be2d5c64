namespace LiMeso.FiniteVolume.TimeFunctions;

/// <summary>
/// Straight lines between given points; a time given twice is a jump. Before the first point and after the last the
/// end values hold.
/// </summary>
public sealed class LinearTable : ITimeFunction
{
    private readonly double[] _times, _values;

    /// <summary>A table of points.</summary>
    /// <param name="times">Times in s, not decreasing, none more than twice.</param>
    /// <param name="values">Value at each time.</param>
    /// <exception cref="ArgumentException">Lengths differ, times decrease, or one occurs three times.</exception>
    public LinearTable(IReadOnlyList<double> times, IReadOnlyList<double> values)
    {
        if (times.Count != values.Count || times.Count == 0) throw new ArgumentException($"{times.Count} times for {values.Count} values");
        (_times, _values) = ([.. times], [.. values]);
        for (int k = 1; k < _times.Length; k++)
        {
            if (!(_times[k] >= _times[k - 1])) throw new ArgumentException("times of a table must not decrease", nameof(times));
            if (k > 1 && _times[k] == _times[k - 2])
                throw new ArgumentException(FormattableString.Invariant($"time {_times[k]} s occurs more than twice"), nameof(times));
        }
    }

    /// <inheritdoc/>
    public double Value(double time, Limit limit)
    {
        int right = limit == Limit.After ? FirstAfter(time) : FirstNotBefore(time);    // the interval that contains the limit is [right − 1, right]
        if (right == 0) return _values[0];
        if (right == _times.Length) return _values[^1];
        double fraction = (time - _times[right - 1]) / (_times[right] - _times[right - 1]);
        return _values[right - 1] + fraction * (_values[right] - _values[right - 1]);
    }

    /// <inheritdoc/>
    public double NextBreak(double time)
    {
        int next = FirstAfter(time);
        return next < _times.Length ? _times[next] : double.PositiveInfinity;
    }

    private int FirstAfter(double time)
    {
        int low = 0, high = _times.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_times[middle] > time) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private int FirstNotBefore(double time)
    {
        int low = 0, high = _times.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_times[middle] >= time) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
