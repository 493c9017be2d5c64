using System.Globalization;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>Where a scale carries numbers, and which. Labels have the marks of <see cref="Model.InlineText"/>.</summary>
internal static class AxisTicks
{
    /// <summary>Ticks of a linear scale, about six, at multiples of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <returns>Places and labels, and the power of ten by which the labels are to be multiplied where they would be too long otherwise.</returns>
    public static (List<(double Place, string Label)> Ticks, int PowerOfTen) Linear(double low, double high)
    {
        // Multiples are counted in whole numbers of 10^decade, so that 0.3 is 3e-1 and not 0.30000000000000004.
        (int step, int decade) = RoundStep(high - low);
        int largest = (int)Math.Floor(Math.Log10(Math.Max(Math.Abs(low), Math.Abs(high))));
        int powerOfTen = largest is < -3 or > 4 ? largest : 0;
        var ticks = new List<(double, string)>();
        for (long n = (long)Math.Ceiling(low / (step * Power(decade)) - 1e-9) * step; n * Power(decade) <= high + 1e-9 * (high - low); n += step)
            ticks.Add((Value(n, decade), NumberText.Format(Value(n, decade - powerOfTen), 6)));
        return (ticks, powerOfTen);
    }

    /// <summary>Distance of the ticks of a linear scale.</summary>
    /// <param name="span">Its length.</param>
    public static double Step(double span)
    {
        (int digit, int decade) = RoundStep(span);
        return Value(digit, decade);
    }

    /// <summary>Ticks of a logarithmic scale: whole decades or, where fewer than three are in view, 1, 2 and 5 of each.</summary>
    /// <param name="low">Decimal logarithm at the lower end.</param>
    /// <param name="high">Decimal logarithm at the upper end.</param>
    /// <returns>Decimal logarithms and labels.</returns>
    public static List<(double Place, string Label)> Logarithmic(double low, double high)
    {
        int[] digits = high - low < 3 ? [1, 2, 5] : [1];
        var ticks = new List<(double, string)>();
        for (int decade = (int)Math.Floor(low); decade <= (int)Math.Floor(high); decade++)
        {
            foreach (int digit in digits)
            {
                double place = decade + Math.Log10(digit);
                if (place >= low - 1e-9 && place <= high + 1e-9) ticks.Add((place, digits.Length == 1 && decade is < -2 or > 3 ? PowerOfTen(decade) : NumberText.Format(Value(digit, decade))));
            }
        }

        return ticks;
    }

    private static (int Digit, int Decade) RoundStep(double span)
    {
        double rough = span / 6;
        int decade = (int)Math.Floor(Math.Log10(rough));
        double mantissa = rough / Power(decade) * 0.999;
        return (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10, decade);
    }

    private static string PowerOfTen(int exponent) => $"10^{{{exponent.ToString(CultureInfo.InvariantCulture).Replace('-', '\u2212')}}}";

    private static double Power(int exponent) => Value(1, exponent);

    private static double Value(long mantissa, int exponent) =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{exponent}"), CultureInfo.InvariantCulture);
}
