namespace LiMeso.Transport.Tests;

internal static class Close
{
    public static double RelativeError(double actual, double exact) => actual == exact ? 0 : Math.Abs(actual / exact - 1);

    public static bool To(double actual, double exact, double tolerance) => RelativeError(actual, exact) <= tolerance;

    /// <summary>a ≤ b but for rounding: tolerance 1e-14, a few dozen units in the last place.</summary>
    public static bool NotAbove(double a, double b) => a <= b * (1 + 1e-14);
}
