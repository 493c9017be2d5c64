using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LiMeso.Atomistics.Simd;

/// <summary>Eight lanes: AVX-512.</summary>
internal readonly unsafe struct Lanes8(Vector512<double> value) : ILanes<Lanes8>
{
    private readonly Vector512<double> _v = value;

    /// <summary>Whether this processor has what is needed.</summary>
    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512DQ.IsSupported && Avx512F.VL.IsSupported;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator +(Lanes8 a, Lanes8 b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator -(Lanes8 a, Lanes8 b) => new(a._v - b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator *(Lanes8 a, Lanes8 b) => new(a._v * b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator /(Lanes8 a, Lanes8 b) => new(a._v / b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 All(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Load(double* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes8 value, double* target) => value._v.Store(target);

    // Compressed in a register and stored whole: a compressing store to memory is far slower on some processors.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Compress(Lanes8 value, uint bits, double* target) => Avx512F.Compress(Vector512<double>.Zero, MaskOf(bits), value._v).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CompressWhole(int* source, int add, uint bits, int* target)
    {
        Vector256<int> lane = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128), mask = ~Vector256.Equals(Vector256.Create((int)bits) & lane, Vector256<int>.Zero);
        Avx512F.VL.Compress(Vector256<int>.Zero, mask, Vector256.Load(source) + Vector256.Create(add)).Store(target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Lanes8 value, float* target) => Avx512F.ConvertToVector256Single(value._v).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 LoadIndex(int* source, int shift, int bits) =>
        new(Avx512F.ConvertToVector512Int64((Vector256.Load(source) >> shift) & Vector256.Create((1 << bits) - 1)).AsDouble());

    // From four groups, which most atoms have at the most, by two permutations of two registers each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Lookup(double* table, int groups, Lanes8 index)
    {
        Vector512<long> at = index._v.AsInt64();
        if (groups > 4)
        {
            return new(Vector512.Create(Vector256.Create(table[at[0]], table[at[1]], table[at[2]], table[at[3]]), Vector256.Create(table[at[4]], table[at[5]], table[at[6]], table[at[7]])));
        }

        Vector512<double> low = Avx512F.PermuteVar8x64x2(Vector512.Load(table), at, Vector512.Load(table + 8));
        Vector512<double> high = Avx512F.PermuteVar8x64x2(Vector512.Load(table + 16), at, Vector512.Load(table + 24));
        return new(Vector512.ConditionalSelect(Vector512.LessThan(at, Vector512.Create(16L)).AsDouble(), low, high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Expand(double* source, uint bits) => new(Avx512F.Expand(Vector512<double>.Zero, MaskOf(bits), Vector512.Load(source)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 MultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 c) => new(Avx512F.FusedMultiplyAdd(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 NegateMultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 c) => new(Avx512F.FusedMultiplyAddNegated(a._v, b._v, c._v));

    // From 14 bits by two of Newton's steps, y' = y + y (1 − x y): a division takes as long as some twelve multiplications.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Reciprocal(Lanes8 value)
    {
        Vector512<double> y = Avx512F.Reciprocal14(value._v);
        y = Avx512F.FusedMultiplyAdd(y, Avx512F.FusedMultiplyAddNegated(value._v, y, Vector512<double>.One), y);
        return new(Avx512F.FusedMultiplyAdd(y, Avx512F.FusedMultiplyAddNegated(value._v, y, Vector512<double>.One), y));
    }

    // Likewise, y' = y + y/2 (1 − x y²).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 ReciprocalSqrt(Lanes8 value)
    {
        Vector512<double> y = Avx512F.ReciprocalSqrt14(value._v), half = Vector512.Create(0.5);
        y = Avx512F.FusedMultiplyAdd(y * half, Avx512F.FusedMultiplyAddNegated(value._v * y, y, Vector512<double>.One), y);
        return new(Avx512F.FusedMultiplyAdd(y * half, Avx512F.FusedMultiplyAddNegated(value._v * y, y, Vector512<double>.One), y));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Max(Lanes8 a, Lanes8 b) => new(Avx512F.Max(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Min(Lanes8 a, Lanes8 b) => new(Avx512F.Min(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Negative(Lanes8 value) => (uint)value._v.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes8 value) => Vector256.Sum(value._v.GetLower() + value._v.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Least(Lanes8 value) => Lanes4.Least(new(Avx.Min(value._v.GetLower(), value._v.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Greatest(Lanes8 value) => Lanes4.Greatest(new(Avx.Max(value._v.GetLower(), value._v.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Floor(Lanes8 value) => new(Vector512.Floor(value._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 TwoToThe(Lanes8 power) => new(Avx512F.Scale(Vector512<double>.One, power._v));

    // Rows 0|2, 1|3, 4|6, 5|7 side by side, so that two rounds of shuffles put the lanes in order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyRows(double* rows, int* index, double* origin, double* target, out Lanes8 x, out Lanes8 y, out Lanes8 z)
    {
        Vector256<double> half = Vector256.Load(origin) & Vector256.Create(-1L, -1, -1, 0).AsDouble();
        Vector512<double> from = Vector512.Create(half, half);
        Vector512<double> a = Two(rows + 4 * index[0], rows + 4 * index[2]) - from, b = Two(rows + 4 * index[1], rows + 4 * index[3]) - from,
            c = Two(rows + 4 * index[4], rows + 4 * index[6]) - from, d = Two(rows + 4 * index[5], rows + 4 * index[7]) - from;
        a.GetLower().Store(target);
        b.GetLower().Store(target + 4);
        a.GetUpper().Store(target + 8);
        b.GetUpper().Store(target + 12);
        c.GetLower().Store(target + 16);
        d.GetLower().Store(target + 20);
        c.GetUpper().Store(target + 24);
        d.GetUpper().Store(target + 28);
        Vector512<double> ab = Avx512F.UnpackLow(a, b), cd = Avx512F.UnpackLow(c, d);
        x = new(Avx512F.Shuffle4x128(ab, cd, 0b10_00_10_00));
        z = new(Avx512F.Shuffle4x128(ab, cd, 0b11_01_11_01));
        y = new(Avx512F.Shuffle4x128(Avx512F.UnpackHigh(a, b), Avx512F.UnpackHigh(c, d), 0b10_00_10_00));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(double* target, Lanes8 x, Lanes8 y, Lanes8 z, Lanes8 w)
    {
        Vector512<double> xyEven = Avx512F.UnpackLow(x._v, y._v), xyOdd = Avx512F.UnpackHigh(x._v, y._v),
            zwEven = Avx512F.UnpackLow(z._v, w._v), zwOdd = Avx512F.UnpackHigh(z._v, w._v);
        Vector512<double> even01 = Avx512F.Shuffle4x128(xyEven, zwEven, 0b01_00_01_00), odd01 = Avx512F.Shuffle4x128(xyOdd, zwOdd, 0b01_00_01_00),
            even23 = Avx512F.Shuffle4x128(xyEven, zwEven, 0b11_10_11_10), odd23 = Avx512F.Shuffle4x128(xyOdd, zwOdd, 0b11_10_11_10);
        Vector512<long> low = Vector512.Create(0L, 1, 4, 5, 8, 9, 12, 13), high = Vector512.Create(2L, 3, 6, 7, 10, 11, 14, 15);
        Avx512F.PermuteVar8x64x2(even01, low, odd01).Store(target);
        Avx512F.PermuteVar8x64x2(even01, high, odd01).Store(target + 8);
        Avx512F.PermuteVar8x64x2(even23, low, odd23).Store(target + 16);
        Avx512F.PermuteVar8x64x2(even23, high, odd23).Store(target + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Pick(double* table, int groups, Lanes8 index)
    {
        if (groups == 2) return new(Avx512F.PermuteVar8x64x2(Vector512.Load(table), Avx512DQ.ConvertToVector512Int64WithTruncation(index._v), Vector512.Load(table + 8)));
        Vector256<int> at = Avx512F.ConvertToVector256Int32WithTruncation(index._v);
        return new(Vector512.Create(Vector256.Create(table[at[0]], table[at[1]], table[at[2]], table[at[3]]), Vector256.Create(table[at[4]], table[at[5]], table[at[6]], table[at[7]])));
    }

    // Neighbouring lanes, then neighbouring pairs, then halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 SumEach(double* first, int stride)
    {
        Vector512<double> ab = SumPairs(first, stride), cd = SumPairs(first + 2 * stride, stride), ef = SumPairs(first + 4 * stride, stride), gh = SumPairs(first + 6 * stride, stride);
        Vector512<double> abcd = SumQuarters(ab, cd), efgh = SumQuarters(ef, gh);
        return new(Avx512F.Shuffle4x128(abcd, efgh, 0b10_00_10_00) + Avx512F.Shuffle4x128(abcd, efgh, 0b11_01_11_01));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Log(Lanes8 value) => new(Vector512.Log(value._v));

    // a0 + a1, b0 + b1, a2 + a3, …
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SumPairs(double* first, int stride)
    {
        Vector512<double> a = Vector512.Load(first), b = Vector512.Load(first + stride);
        return Avx512F.UnpackLow(a, b) + Avx512F.UnpackHigh(a, b);
    }

    // From a b | a b | a b | a b and c d | …: a b | a b | c d | c d, with half as many left to sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SumQuarters(Vector512<double> ab, Vector512<double> cd) =>
        Avx512F.Shuffle4x128(ab, cd, 0b01_00_01_00) + Avx512F.Shuffle4x128(ab, cd, 0b11_10_11_10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Two(double* lower, double* upper) => Vector512.Create(Vector256.Load(lower), Vector256.Load(upper));

    // Bit k of the mask becomes the sign of lane k.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> MaskOf(uint bits) =>
        (~Vector512.Equals(Vector512.Create((long)bits) & Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128), Vector512<long>.Zero)).AsDouble();
}
