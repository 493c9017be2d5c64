using LiMeso.Atomistics.Analysis;

namespace LiMeso.Cases.Atoms;

/// <summary>Means over independent runs.</summary>
internal static class Combined
{
    /// <summary>The mean of runs, with the error that their own blocks give, or the spread between runs where that is larger or all there is.</summary>
    /// <param name="values">Value of each run.</param>
    /// <param name="errors">Standard error of each; fewer than the values where some have none.</param>
    public static Estimate Of(IReadOnlyList<double> values, IReadOnlyList<double> errors)
    {
        double within = errors.Count == values.Count ? Math.Sqrt(errors.Sum(e => e * e)) / values.Count : double.NaN;
        // the spread of two is no measure
        double between = values.Count >= 3 ? EinsteinFit.StandardError(values) : double.NaN;
        return new Estimate(values.Average(), double.IsNaN(within) ? between : double.IsNaN(between) ? within : Math.Max(within, between));
    }
}
