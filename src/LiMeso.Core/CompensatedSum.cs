using System.Runtime.Intrinsics;

namespace LiMeso.Core;

/// <summary>A running sum that carries its rounding error along (Neumaier, ZAMM 54 (1974) 39).</summary>
public struct CompensatedSum
{
    private double _sum, _lost;

    /// <summary>A sum continued from its two parts.</summary>
    /// <param name="sum">The rounded sum.</param>
    /// <param name="lost">What rounding has lost.</param>
    public CompensatedSum(double sum, double lost) => (_sum, _lost) = (sum, lost);

    /// <summary>The sum.</summary>
    public readonly double Value => _sum + _lost;

    /// <summary>The two parts, for storage.</summary>
    public readonly (double Sum, double Lost) Parts => (_sum, _lost);

    /// <summary>Adds a term.</summary>
    /// <param name="term">The term.</param>
    public void Add(double term)
    {
        double next = _sum + term;
        _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - next + term : term - next + _sum;
        _sum = next;
    }

    /// <summary>
    /// Σ aᵢ bᵢ as if summed in twice the precision (Ogita, Rump &amp; Oishi, SIAM J. Sci. Comput. 26 (2005) 1955), in four
    /// interleaved partial sums whatever the processor, so that every machine gets the same bits.
    /// </summary>
    /// <param name="a">First factors.</param>
    /// <param name="b">Second factors, as many.</param>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector256<double> sum = default, lost = default;
        int i = 0;
        for (; i + 4 <= a.Length; i += 4)
        {
            Vector256<double> x = Vector256.Create(a[i..]), y = Vector256.Create(b[i..]);
            Vector256<double> product = x * y, next = sum + product, part = next - sum;
            lost += Vector256.FusedMultiplyAdd(x, y, -product) + (sum - (next - part) + (product - part));
            sum = next;
        }

        var total = default(CompensatedSum);
        for (int lane = 0; lane < 4; lane++) total.Add(sum[lane]);
        for (int lane = 0; lane < 4; lane++) total.Add(lost[lane]);
        for (; i < a.Length; i++)
        {
            double product = a[i] * b[i];
            total.Add(product);
            total.Add(Math.FusedMultiplyAdd(a[i], b[i], -product));
        }

        return total.Value;
    }

    /// <summary>Σ aᵢ as if summed in twice the precision, in four interleaved partial sums.</summary>
    /// <param name="a">The terms.</param>
    public static double Of(ReadOnlySpan<double> a)
    {
        Vector256<double> sum = default, lost = default;
        int i = 0;
        for (; i + 4 <= a.Length; i += 4)
        {
            Vector256<double> x = Vector256.Create(a[i..]), next = sum + x, part = next - sum;
            lost += sum - (next - part) + (x - part);
            sum = next;
        }

        var total = default(CompensatedSum);
        for (int lane = 0; lane < 4; lane++) total.Add(sum[lane]);
        for (int lane = 0; lane < 4; lane++) total.Add(lost[lane]);
        for (; i < a.Length; i++) total.Add(a[i]);
        return total.Value;
    }
}
