namespace LiMeso.Atomistics.Analysis;

/// <summary>A number and its standard error.</summary>
/// <param name="Value">The number.</param>
/// <param name="Error">Standard error; NaN when too little is known to tell.</param>
public readonly record struct Estimate(double Value, double Error);

/// <summary>
/// Diffusivity by Einstein's relation, ⟨Δr²⟩ = 6 D t + c: the slope of a straight line through the mean squared displacement between two times. The offset c takes up the vibration of the atoms.
/// </summary>
public static class EinsteinFit
{
    /// <summary>Fits a line, and takes the error of its slope from that of each block of origins alone.</summary>
    /// <param name="displacement">The mean squared displacement.</param>
    /// <param name="frameInterval">Time between frames, ps.</param>
    /// <param name="from">First time, ps.</param>
    /// <param name="to">Last time, ps.</param>
    /// <returns>D in Å²/ps, averaged over the three directions.</returns>
    /// <exception cref="ArgumentException">Fewer than two frames lie between the two times.</exception>
    public static Estimate Fit(MeanSquaredDisplacement displacement, double frameInterval, double from, double to)
    {
        double[] blocks = [.. Enumerable.Range(0, displacement.CompleteBlocks).Select(b => Slope(displacement.Curve(b), frameInterval, from, to) / 6)];
        return new Estimate(Slope(displacement.Curve(), frameInterval, from, to) / 6, StandardError(blocks));
    }

    /// <summary>Slope of the straight line through a part of a curve, by least squares.</summary>
    /// <param name="curve">Values after 1, 2, … frames.</param>
    /// <param name="frameInterval">Time between frames, ps.</param>
    /// <param name="from">First time, ps.</param>
    /// <param name="to">Last time, ps.</param>
    /// <returns>Change of the value in a ps.</returns>
    /// <exception cref="ArgumentException">Fewer than two frames lie between the two times.</exception>
    public static double Slope(IReadOnlyList<double> curve, double frameInterval, double from, double to)
    {
        (int first, int last) = Window(curve.Count, frameInterval, from, to);
        double middle = 0.5 * (first + last), sum = 0, squares = 0;
        for (int k = first; k <= last; k++)
        {
            sum += (k - middle) * curve[k - 1];
            squares += (k - middle) * (k - middle);
        }

        return sum / (squares * frameInterval);
    }

    /// <summary>Numbers of the first and last frame of a curve between two times, from 1.</summary>
    /// <param name="count">Frames that the curve has.</param>
    /// <param name="frameInterval">Time between frames, ps.</param>
    /// <param name="from">First time, ps.</param>
    /// <param name="to">Last time, ps.</param>
    /// <exception cref="ArgumentException">Fewer than two frames lie between the two times.</exception>
    public static (int First, int Last) Window(int count, double frameInterval, double from, double to)
    {
        int first = Math.Max(1, (int)Math.Ceiling(from / frameInterval - 1e-9)), last = Math.Min(count, (int)Math.Floor(to / frameInterval + 1e-9));
        return last - first >= 1 ? (first, last) : throw new ArgumentException($"there are no two frames between {from} and {to} ps", nameof(to));
    }

    /// <summary>Standard error of the mean of independent values; NaN for fewer than two.</summary>
    /// <param name="values">The values.</param>
    public static double StandardError(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return double.NaN;
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / ((double)values.Count * (values.Count - 1)));
    }
}
