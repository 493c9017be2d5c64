namespace LiMeso.Depletion.Series;

/// <summary>A Chebyshev series on an interval, fitted by interpolation at the Chebyshev points and summed by Clenshaw's recurrence.</summary>
internal sealed class ChebyshevSeries
{
    private readonly double[] _coefficients;
    private readonly double _centre;
    private readonly double _inverseHalfWidth;

    private ChebyshevSeries(double[] coefficients, double lower, double upper)
    {
        _coefficients = coefficients;
        _centre = 0.5 * (lower + upper);
        _inverseHalfWidth = 2 / (upper - lower);
    }

    /// <summary>The series of <paramref name="terms"/> polynomials that equals f at as many Chebyshev points of [lower, upper].</summary>
    public static ChebyshevSeries Fit(Func<double, double> f, double lower, double upper, int terms)
    {
        double[] values = new double[terms];
        for (int i = 0; i < terms; i++)
            values[i] = f(0.5 * (lower + upper) + 0.5 * (upper - lower) * double.CosPi((i + 0.5) / terms));

        double[] coefficients = new double[terms];
        for (int k = 0; k < terms; k++)
        {
            double sum = 0;
            // The angle k(2i+1)π/(2·terms) is reduced in whole numbers: reduced in floating point it would carry k times the rounding error.
            for (int i = 0; i < terms; i++) sum += values[i] * double.CosPi(k * (2 * i + 1) % (4 * terms) / (2.0 * terms));
            coefficients[k] = (k == 0 ? 1.0 : 2.0) / terms * sum;
        }

        return new ChebyshevSeries(coefficients, lower, upper);
    }

    /// <summary>The sum at x inside the interval.</summary>
    public double At(double x)
    {
        double[] c = _coefficients;
        double t = (x - _centre) * _inverseHalfWidth, twice = 2 * t, next = 0, afterNext = 0;
        for (int k = c.Length - 1; k >= 1; k--)
        {
            // c − afterNext is ready a step early, so each step waits for one fused multiply-add only.
            double current = Math.FusedMultiplyAdd(twice, next, c[k] - afterNext);
            (next, afterNext) = (current, next);
        }

        return Math.FusedMultiplyAdd(t, next, c[0] - afterNext);
    }
}
