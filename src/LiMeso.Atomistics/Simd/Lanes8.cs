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

    // Compressed in a register and stored whole: a compressing store to memory is far slower on some processors. Most often half of it is enough, and stores are what it costs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Compress(Lanes8 value, uint bits, double* target)
    {
        Vector512<double> packed = Avx512F.Compress(Vector512<double>.Zero, MaskOf(bits), value._v);
        packed.Store(target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CompressSum(int* source, int add, uint bits, int* target)
    {
        Vector256<int> value = Vector256.Load(source) + Vector256.Create(add), lane = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        Avx512F.VL.Compress(value, ~Vector256.Equals(Vector256.Create((int)bits) & lane, Vector256<int>.Zero), value).Store(target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Expand(double* source, uint bits) => new(Avx512F.Expand(Vector512<double>.Zero, MaskOf(bits), Vector512.Load(source)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 MultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 c) => new(Avx512F.FusedMultiplyAdd(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 NegateMultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 c) => new(Avx512F.FusedMultiplyAddNegated(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Sqrt(Lanes8 value) => new(Vector512.Sqrt(value._v));

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
    public static void LoadQuintics(double* table, Lanes8 index, out Quintic<Lanes8> c)
    {
        int* row = stackalloc int[8];
        Avx512F.ConvertToVector256Int32WithTruncation(index._v).Store(row);
        double* r0 = table + 8 * row[0], r1 = table + 8 * row[1], r2 = table + 8 * row[2], r3 = table + 8 * row[3],
            r4 = table + 8 * row[4], r5 = table + 8 * row[5], r6 = table + 8 * row[6], r7 = table + 8 * row[7];
        Vector512<double> a = Two(r0, r2), b = Two(r1, r3), d = Two(r4, r6), e = Two(r5, r7);
        Vector512<double> ab = Avx512F.UnpackLow(a, b), de = Avx512F.UnpackLow(d, e);
        c.C0 = new(Avx512F.Shuffle4x128(ab, de, 0b10_00_10_00));
        c.C2 = new(Avx512F.Shuffle4x128(ab, de, 0b11_01_11_01));
        (ab, de) = (Avx512F.UnpackHigh(a, b), Avx512F.UnpackHigh(d, e));
        c.C1 = new(Avx512F.Shuffle4x128(ab, de, 0b10_00_10_00));
        c.C3 = new(Avx512F.Shuffle4x128(ab, de, 0b11_01_11_01));
        (a, b, d, e) = (Two(r0 + 4, r2 + 4), Two(r1 + 4, r3 + 4), Two(r4 + 4, r6 + 4), Two(r5 + 4, r7 + 4));
        c.C4 = new(Avx512F.Shuffle4x128(Avx512F.UnpackLow(a, b), Avx512F.UnpackLow(d, e), 0b10_00_10_00));
        c.C5 = new(Avx512F.Shuffle4x128(Avx512F.UnpackHigh(a, b), Avx512F.UnpackHigh(d, e), 0b10_00_10_00));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Two(double* lower, double* upper) => Vector512.Create(Vector256.Load(lower), Vector256.Load(upper));

    // Bit k of the mask becomes the sign of lane k.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> MaskOf(uint bits) =>
        (~Vector512.Equals(Vector512.Create((long)bits) & Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128), Vector512<long>.Zero)).AsDouble();
}
