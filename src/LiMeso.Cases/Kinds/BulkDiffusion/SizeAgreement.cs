using LiMeso.Atomistics.Analysis;
using LiMeso.Cases.Results;
using MathNet.Numerics.Distributions;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>
/// Cells of all sizes have one vacancy: the diffusivity times the number of sites must be the same in all. Errors are relative, and so are weights: in a run with few hops both the value and its error come out low by chance,
/// and weights from absolute errors would prefer such runs.
/// </summary>
internal static class SizeAgreement
{
    // by chance a larger χ² comes once in a hundred
    private const double Believable = 0.99;

    /// <summary>Name of the sum of squared differences over all sizes and temperatures, in standard errors.</summary>
    /// <param name="way">How diffusivities were measured.</param>
    public static string ChiSquareOf(string way) => $"size_difference_chi_square.{way}";

    /// <summary>Name of its degrees of freedom.</summary>
    public const string DegreesOfFreedom = "size_difference_degrees_of_freedom";

    /// <summary>Name of the difference of the last size from the first, in standard errors.</summary>
    /// <param name="temperature">K.</param>
    /// <param name="way">How diffusivities were measured.</param>
    public static string DifferenceOf(double temperature, string way) => $"size_difference_in_standard_errors.{BulkSummary.KeyOf(temperature)}.{way}";

    /// <summary>Mean over sizes, weighed by relative errors; the plain mean without an error where one is not known.</summary>
    /// <param name="sizes">What each size found.</param>
    public static Estimate Mean(IReadOnlyList<Estimate> sizes)
    {
        if (!AllKnown(sizes)) return new Estimate(sizes.Average(s => s.Value), double.NaN);
        double weight = sizes.Sum(Weight), mean = sizes.Sum(s => s.Value * Weight(s)) / weight;
        return new Estimate(mean, mean / Math.Sqrt(weight));
    }

    /// <summary>Records how far the sizes differ.</summary>
    /// <param name="results">Where to.</param>
    /// <param name="way">How diffusivities were measured.</param>
    /// <param name="found">What each size found, at each temperature.</param>
    public static void Add(ResultData results, string way, IReadOnlyDictionary<double, Estimate[]> found)
    {
        double chiSquare = 0;
        int freedom = 0;
        foreach ((double temperature, Estimate[] sizes) in found)
        {
            if (sizes.Length < 2 || !AllKnown(sizes)) continue;
            double mean = Mean(sizes).Value;
            // if they are the same, the error of each is that share of the mean
            results.Set(DifferenceOf(temperature, way), (sizes[^1].Value - sizes[0].Value) / (mean * Math.Sqrt(1 / Weight(sizes[^1]) + 1 / Weight(sizes[0]))));
            chiSquare += sizes.Sum(s => Weight(s) * (s.Value / mean - 1) * (s.Value / mean - 1));
            freedom += sizes.Length - 1;
        }

        if (freedom == 0) return;
        results.Set(ChiSquareOf(way), chiSquare);
        results.Set(DegreesOfFreedom, freedom);
        if (chiSquare > ChiSquared.InvCDF(freedom, Believable))
            results.Warn(FormattableString.Invariant($"Cells of different sizes disagree more than their error bars allow ({way}): chi square {chiSquare:0.0} on {freedom} degrees of freedom."));
    }

    private static bool AllKnown(IReadOnlyList<Estimate> sizes) => sizes.All(s => s.Error > 0 && s.Value > 0);

    private static double Weight(Estimate size) => size.Value * size.Value / (size.Error * size.Error);
}
