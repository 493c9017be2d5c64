using LiMeso.Core;

namespace LiMeso.Depletion;

/// <summary>
/// Newton's iteration inside a shrinking bracket, bisecting whenever a step would leave it or gain too little. MathNet's finders take delegates and
/// absolute tolerances; the depletion times here span forty decades and are solved a hundred thousand at a time.
/// </summary>
internal static class BracketedNewton
{
    /// <summary>The root of an increasing function.</summary>
    /// <param name="function">f with f(lower) ≤ 0 ≤ f(upper).</param>
    /// <param name="lower">Lower end of the bracket.</param>
    /// <param name="upper">Upper end.</param>
    /// <param name="start">First iterate, inside the bracket.</param>
    /// <param name="lastStep">Relative step below which the iterate after it is taken as converged. Near a simple root the error is the square of the step:
    /// 1e-8 where the
    /// curvature is known to be mild, a few units in the last place where it is not.</param>
    /// <param name="lastValue">|f| taken as zero: the rounding error of f, or 0 where the last step decides.</param>
    /// <param name="method">Name for the exception.</param>
    /// <exception cref="ConvergenceException">Not converged in 200 steps: the function is not increasing, or not a number.</exception>
    public static double Solve<T>(in T function, double lower, double upper, double start, double lastStep, double lastValue, string method)
        where T : struct, IIncreasingFunction
    {
        const int MaximumSteps = 200;
        double x = start, previousStep = double.PositiveInfinity, stepBefore = double.PositiveInfinity, value = double.NaN;
        for (int iteration = 0; iteration < MaximumSteps; iteration++)
        {
            value = function.At(x, out double slope);
            if (Math.Abs(value) <= lastValue) return x;
            if (value < 0) lower = x;
            else upper = x;

            double step = -value / slope, next = x + step;
            // A step that would leave the bracket, or is not half of the last but one, is replaced by a bisection (also when the slope is 0 or NaN).
            bool bisect = !(next >= lower && next <= upper && Math.Abs(step) <= 0.5 * Math.Abs(stepBefore));
            if (bisect)
            {
                next = lower + 0.5 * (upper - lower);
                step = next - x;
            }

            if (Math.Abs(step) <= (bisect ? 4e-16 : lastStep) * Math.Abs(next) || next == lower && next == upper) return next;
            (x, previousStep, stepBefore) = (next, step, previousStep);
        }

        throw new ConvergenceException(method, MaximumSteps, Math.Abs(value), 0);
    }
}
