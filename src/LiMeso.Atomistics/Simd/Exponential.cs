using System.Runtime.CompilerServices;

namespace LiMeso.Atomistics.Simd;

/// <summary>
/// e to the power x as 2ⁿ eᶠ with n the whole number nearest to x/ln 2, so that |f| ≤ ln 2 / 2, and the Taylor series of eᶠ to its twelfth power,
/// whose remainder is below 2e-16 of the result. The error is within two units in the last place.
/// </summary>
internal static class Exponential
{
    // ln 2 in two parts, the first with enough zeros at its end that its products with n are exact.
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    // Beyond, results would leave the range of normal numbers.
    private const double Largest = 708;

    /// <summary>e to the power x; powers are held within ±708.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        x = TLanes.Min(TLanes.Max(x, TLanes.All(-Largest)), TLanes.All(Largest));
        TLanes n = TLanes.Floor(TLanes.MultiplyAdd(x, TLanes.All(1.44269504088896340736), TLanes.All(0.5)));
        TLanes f = TLanes.NegateMultiplyAdd(n, TLanes.All(Ln2Low), TLanes.NegateMultiplyAdd(n, TLanes.All(Ln2High), x));

        // In pairs and pairs of pairs (Estrin): a third of the waiting of Horner's chain.
        TLanes f2 = f * f, f4 = f2 * f2;
        TLanes p01 = TLanes.All(1) + f, p23 = Pair(f, 1.0 / 2, 1.0 / 6), p45 = Pair(f, 1.0 / 24, 1.0 / 120), p67 = Pair(f, 1.0 / 720, 1.0 / 5040);
        TLanes p89 = Pair(f, 1.0 / 40320, 1.0 / 362880), pAB = Pair(f, 1.0 / 3628800, 1.0 / 39916800);
        TLanes high = TLanes.MultiplyAdd(f4, TLanes.All(1.0 / 479001600), TLanes.MultiplyAdd(f2, pAB, p89));
        TLanes middle = TLanes.MultiplyAdd(f2, p67, p45), low = TLanes.MultiplyAdd(f2, p23, p01);
        return TLanes.MultiplyAdd(f4, TLanes.MultiplyAdd(f4, high, middle), low) * TLanes.TwoToThe(n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Pair<TLanes>(TLanes f, double low, double high)
        where TLanes : struct, ILanes<TLanes> => TLanes.MultiplyAdd(f, TLanes.All(high), TLanes.All(low));
}
