namespace LiMeso.FiniteVolume.TimeFunctions;

/// <summary>Values[k] from Starts[k] until the next start; the last one for ever; zero before the first. Pulses and rests.</summary>
public sealed class PiecewiseConstant : ITimeFunction
{
    private readonly double[] _starts, _values;

    /// <summary>Pieces by their starts.</summary>
    /// <param name="starts">Start of each piece in s, increasing.</param>
    /// <param name="values">Value of each piece.</param>
    /// <exception cref="ArgumentException">Lengths differ, or the starts do not increase.</exception>
    public PiecewiseConstant(IReadOnlyList<double> starts, IReadOnlyList<double> values)
    {
        if (starts.Count != values.Count || starts.Count == 0) throw new ArgumentException($"{starts.Count} starts for {values.Count} values");
        (_starts, _values) = ([.. starts], [.. values]);
        for (int k = 1; k < _starts.Length; k++)
        {
            if (!(_starts[k] > _starts[k - 1])) throw new ArgumentException("starts of pieces must increase", nameof(starts));
        }
    }

    /// <inheritdoc/>
    public double Value(double time, Limit limit)
    {
        int found = Array.BinarySearch(_starts, time);
        int piece = found >= 0 ? (limit == Limit.After ? found : found - 1) : ~found - 1;
        return piece < 0 ? 0 : _values[piece];
    }

    /// <inheritdoc/>
    public double NextBreak(double time)
    {
        int found = Array.BinarySearch(_starts, time);
        int next = found >= 0 ? found + 1 : ~found;
        return next < _starts.Length ? _starts[next] : double.PositiveInfinity;
    }
}
