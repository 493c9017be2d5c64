namespace LiMeso.Atomistics.Tests.Dynamics;

internal static class Distributions
{
    /// <summary>Kolmogorov and Smirnov: the largest distance of n sorted numbers from the normal distribution exceeds 1.63/√n once in a hundred samples.</summary>
    public static void AssertNormal(double[] values, double deviation)
    {
        double[] sorted = [.. values.Order()];
        double farthest = 0;
        for (int i = 0; i < sorted.Length; i++)
            farthest = Math.Max(farthest, Math.Abs((i + 0.5) / sorted.Length - 0.5 * (1 + MathNet.Numerics.SpecialFunctions.Erf(sorted[i] / deviation / Math.Sqrt(2)))));
        Assert.InRange(farthest, 0, 1.63 / Math.Sqrt(sorted.Length));
    }
}
