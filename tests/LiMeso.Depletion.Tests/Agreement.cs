using System.Globalization;

namespace LiMeso.Depletion.Tests;

/// <summary>Comparisons that say what disagreed, and units of the reference tables in SI.</summary>
public static class Agreement
{
    public const double SquareCentimetre = 1e-4;
    public const double Micrometre = 1e-6;
    public const double MilliampPerSquareCentimetre = 10;
    public const double MolPerCubicCentimetre = 1e6;

    public static void Relative(double expected, double actual, double tolerance, string what = "")
    {
        double error = expected == actual ? 0 : Math.Abs(actual - expected) / Math.Abs(expected);
        Assert.True(
            error <= tolerance,
            string.Create(CultureInfo.InvariantCulture, $"{what}: {actual:r} for {expected:r}, relative error {error:g3} > {tolerance:g3}"));
    }

    public static void Absolute(double expected, double actual, double tolerance, string what = "")
    {
        double error = Math.Abs(actual - expected);
        Assert.True(error <= tolerance, string.Create(CultureInfo.InvariantCulture, $"{what}: {actual:r} for {expected:r}, error {error:g3} > {tolerance:g3}"));
    }
}
