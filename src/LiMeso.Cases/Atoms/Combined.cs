using LiMeso.Atomistics.Analysis;
using MathNet.Numerics.Distributions;

namespace LiMeso.Cases.Atoms;

/// <summary>Means over independent runs.</summary>
internal static class Combined
{
    // how much of a normal distribution lies below one standard deviation above its mean
    private static readonly double _belowOneSigma = Normal.CDF(0, 1, 1);

    /// <summary>
    /// The mean of runs, with the largest of what is known of its error: from blocks within the runs, from the spread between them, and the least that it can be. However the runs differ, one such error to either side holds the
    /// truth in two cases of three or more.
    /// </summary>
    /// <param name="values">Value of each run.</param>
    /// <param name="errors">Standard error of each; fewer than the values where some have none.</param>
    /// <param name="least">Standard error of the mean that no luck can undercut; NaN when it is not known, and with it the error.</param>
    public static Estimate Of(IReadOnlyList<double> values, IReadOnlyList<double> errors, double least = 0)
    {
        double within = errors.Count == values.Count ? Math.Sqrt(errors.Sum(e => e * e)) / values.Count : double.NaN;
        // the spread of two is no measure; that of a few is wrong so often that it must be widened (Student, Biometrika 6 (1908) 1): by 1.32 for three
        double between = values.Count >= 3 ? EinsteinFit.StandardError(values) * StudentT.InvCDF(0, 1, values.Count - 1, _belowOneSigma) : double.NaN;
        double found = double.IsNaN(within) ? between : double.IsNaN(between) ? within : Math.Max(within, between);
        return new Estimate(values.Average(), double.IsNaN(found) && least > 0 ? least : Math.Max(found, least));
    }
}
