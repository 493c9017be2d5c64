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
        int first = Math.Max(1, (int)Math.Ceiling(from / frameInterval - 1e-9)), last = Math.Min(displacement.LongestLag, (int)Math.Floor(to / frameInterval + 1e-9));
        last = (int)Math.Min(last, displacement.Frames - 1);
        if (last - first < 1) throw new ArgumentException($"there are no two frames between {from} and {to} ps", nameof(to));
        double[] blocks = [.. Enumerable.Range(0, displacement.CompleteBlocks).Select(b => Slope(displacement.Curve(b), first, last, frameInterval) / 6)];
        return new Estimate(Slope(displacement.Curve(), first, last, frameInterval) / 6, StandardError(blocks));
    }

    /// <summary>Standard error of the mean of independent values; NaN for fewer than two.</summary>
    /// <param name="values">The values.</param>
    public static double StandardError(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return double.NaN;
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / ((double)values.Count * (values.Count - 1)));
    }

    // least squares; curve[k − 1] is the value after k frames
    private static double Slope(double[] curve, int first, int last, double interval)
    {
        int n = last - first + 1;
        double middle = 0.5 * (first + last), sum = 0, squares = 0;
        for (int k = first; k <= last; k++)
        {
            sum += (k - middle) * curve[k - 1];
            squares += (k - middle) * (k - middle);
        }

        return n > 1 ? sum / (squares * interval) : double.NaN;
    }
}
