using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>
/// Fits two Gaussian peaks on a constant to an energy profile across a periodic cell, e(u) = e₀ + Σ hₖ exp(−d(u, cₖ)²/2sₖ²) with d the periodic distance, by least squares weighted with the number of
/// atoms that each slab's mean is of (Levenberg, Marquardt).
/// </summary>
internal static class TwoPeakFit
{
    // A peak counts if its height is this many standard errors above nothing.
    private const double Significance = 5;

    // Parts of the cell: the widest that a boundary can be; how far the guesses of two peaks are apart at least; the window that smooths the profile for a guess.
    private const double Widest = 0.4, GuessSeparation = 0.2, GuessWindow = 0.06;

    // Å: first guess of the deviation.
    private const double UsualDeviation = 4;

    private const int Baseline = 0, ParametersPerPeak = 3, Parameters = 7;

    /// <summary>Fits.</summary>
    /// <param name="centres">Middles of the slabs, fractions of the box.</param>
    /// <param name="means">Mean energy in each, eV; NaN where there is none.</param>
    /// <param name="counts">Atoms that each mean is of.</param>
    /// <param name="length">Length of the box across the boundaries, Å.</param>
    /// <param name="before">Where the peaks were before; null when that is not known.</param>
    public static BoundaryFit Of(double[] centres, double[] means, IReadOnlyList<long> counts, double length, BoundaryFit? before)
    {
        int[] filled = [.. Enumerable.Range(0, means.Length).Where(k => counts[k] > 0)];
        Vector<double> u = Vector<double>.Build.Dense([.. filled.Select(k => centres[k])]), e = Vector<double>.Build.Dense([.. filled.Select(k => means[k])]);
        double mean = filled.Average(k => counts[k]);
        Vector<double> weights = Vector<double>.Build.Dense([.. filled.Select(k => counts[k] / mean)]);
        BoundaryFit guess = before ?? Guess([.. u], [.. e]);
        if (filled.Length <= Parameters) return guess with { Failure = TrackingFailure.NoPeak };

        // energies in units of their spread, so that all parameters are of order one
        double spread = Math.Max(e.Maximum() - e.Minimum(), double.Epsilon);
        Vector<double> start = ToVector(guess, spread, length), scaled = (e - guess.Baseline) / spread;
        var model = ObjectiveFunction.NonlinearModel(Values, Derivatives, u, scaled, weights);
        NonlinearMinimizationResult found;
        try
        {
            found = new LevenbergMarquardtMinimizer(maximumIterations: 200).FindMinimum(model, start);
        }
        catch (Exception problem) when (problem is MathNet.Numerics.NonConvergenceException or EvaluationException)
        {
            return guess with { Failure = TrackingFailure.NotConverged };
        }

        Vector<double> p = found.MinimizingPoint;
        if (p.Any(v => !double.IsFinite(v))) return guess with { Failure = TrackingFailure.NotConverged };
        BoundaryFit fit = new(Peak(p, 0), Peak(p, 1), guess.Baseline + spread * p[Baseline], TrackingFailure.None);
        TrackingFailure failure = Judge(fit, p, Errors(model, p, scaled, weights));
        // a peak that is not there has no middle to converge to
        bool wandering = found.ReasonForExit is ExitCondition.ExceedIterations or ExitCondition.InvalidValues;
        return fit with { Failure = failure == TrackingFailure.None && wandering ? TrackingFailure.NotConverged : failure };

        BoundaryPeak Peak(Vector<double> v, int peak)
        {
            int at = 1 + ParametersPerPeak * peak;
            return new(v[at] - Math.Floor(v[at]), spread * v[at + 1], length * Math.Exp(v[at + 2]));
        }

        TrackingFailure Judge(BoundaryFit fit, Vector<double> p, double[] errors)
        {
            // what is narrower than a slab is the noise of that slab
            double narrowest = 0.5 * length / centres.Length;
            bool first = p[2] > Significance * errors[2] && fit.First.Deviation >= narrowest, second = p[5] > Significance * errors[5] && fit.Second.Deviation >= narrowest;
            if (!first && !second) return TrackingFailure.NoPeak;
            if (!first || !second) return TrackingFailure.OnePeak;
            if (Math.Max(fit.First.Width, fit.Second.Width) > Widest * length) return TrackingFailure.TooWide;
            return fit.First.Region.Distance(fit.Second.Centre, length) < 0.5 * (fit.First.Width + fit.Second.Width) ? TrackingFailure.Merged : TrackingFailure.None;
        }

        Vector<double> Values(Vector<double> p, Vector<double> u) => u.Map(x => p[Baseline] + Gaussian(p, 0, x).Value + Gaussian(p, 1, x).Value);

        Matrix<double> Derivatives(Vector<double> p, Vector<double> u) => Matrix<double>.Build.Dense(u.Count, Parameters, (row, column) =>
        {
            if (column == Baseline) return 1;
            int peak = (column - 1) / ParametersPerPeak;
            (double value, double shape, double x) = Gaussian(p, peak, u[row]);
            double deviation = Math.Exp(p[3 + ParametersPerPeak * peak]);
            return ((column - 1) % ParametersPerPeak) switch { 0 => value * x / deviation, 1 => shape, _ => value * x * x };
        });
    }

    // centre, height, logarithm of the deviation as part of the cell
    private static Vector<double> ToVector(BoundaryFit guess, double spread, double length) => Vector<double>.Build.Dense(
    [
        0,
        guess.First.Centre, guess.First.Height / spread, Math.Log(guess.First.Deviation / length),
        guess.Second.Centre, guess.Second.Height / spread, Math.Log(guess.Second.Deviation / length),
    ]);

    private static (double Value, double Shape, double X) Gaussian(Vector<double> p, int peak, double u)
    {
        int at = 1 + ParametersPerPeak * peak;
        double way = u - p[at], x = (way - Math.Round(way)) / Math.Exp(p[at + 2]), shape = Math.Exp(-0.5 * x * x);
        return (p[at + 1] * shape, shape, x);
    }

    // Standard errors from the curvature of the sum of squares, and its value.
    private static double[] Errors(IObjectiveModel model, Vector<double> p, Vector<double> values, Vector<double> weights)
    {
        model.EvaluateAt(p);
        Vector<double> residuals = values - model.ModelValues;
        double variance = residuals.PointwiseMultiply(residuals).DotProduct(weights) / Math.Max(1, values.Count - Parameters);
        Matrix<double> inverse = model.Hessian.PseudoInverse();
        return [.. Enumerable.Range(0, Parameters).Select(k => Math.Sqrt(Math.Max(0, variance * inverse[k, k])))];
    }

    // The highest place of the smoothed profile, and the highest one that is not near it. The first is the one nearer to the cell's face.
    private static BoundaryFit Guess(double[] u, double[] e)
    {
        double[] smooth = [.. u.Select(x => Enumerable.Range(0, u.Length).Where(k => Apart(x, u[k]) <= 0.5 * GuessWindow).Average(k => e[k]))];
        double baseline = smooth.Order().ElementAt(smooth.Length / 3);
        int highest = Enumerable.Range(0, u.Length).MaxBy(k => smooth[k]);
        int other = Enumerable.Range(0, u.Length).Where(k => Apart(u[k], u[highest]) >= GuessSeparation).DefaultIfEmpty(highest).MaxBy(k => smooth[k]);
        BoundaryPeak[] peaks = [.. new[] { highest, other }.Select(k => new BoundaryPeak(u[k], smooth[k] - baseline, UsualDeviation)).OrderBy(p => Apart(p.Centre, 0))];
        return new BoundaryFit(peaks[0], peaks[1], baseline, TrackingFailure.None);
    }

    private static double Apart(double a, double b) => Math.Abs(a - b - Math.Round(a - b));
}
