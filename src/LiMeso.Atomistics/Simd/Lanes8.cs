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
    public static void Compress(Lanes8 value, uint bits, double* target) => Avx512F.Compress(value._v, MaskOf(bits), value._v).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Compress(int* source, uint bits, int* target)
    {
        Vector256<int> value = Vector256.Load(source), lane = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        Avx512F.VL.Compress(value, Vector256.Equals(Vector256.Create((int)bits) & lane, lane), value).Store(target);
    }

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
    public static uint Less(Lanes8 a, Lanes8 b) => (uint)Vector512.LessThan(a._v, b._v).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWhole(Lanes8 value, int* target) => Avx512F.ConvertToVector256Int32WithTruncation(value._v).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 LoadWhole(int* source) => new(Avx512F.ConvertToVector512Double(Vector256.Load(source)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes8 value) => Vector256.Sum(value._v.GetLower() + value._v.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Least(Lanes8 value) => Lanes4.Least(new(Avx.Min(value._v.GetLower(), value._v.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Floor(Lanes8 value) => new(Vector512.Floor(value._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 TwoToThe(Lanes8 power) => new(Avx512F.Scale(Vector512<double>.One, power._v));

    // A transposition: rows 0|2, 1|3, 4|6, 5|7 side by side, so that two rounds of shuffles put the lanes in order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void GatherRows(double* rows, int* index, out Lanes8 x, out Lanes8 y, out Lanes8 z)
    {
        Vector512<double> a = Two(rows + 4 * index[0], rows + 4 * index[2]), b = Two(rows + 4 * index[1], rows + 4 * index[3]),
            c = Two(rows + 4 * index[4], rows + 4 * index[6]), d = Two(rows + 4 * index[5], rows + 4 * index[7]);
        Vector512<double> ab = Avx512F.UnpackLow(a, b), cd = Avx512F.UnpackLow(c, d);
        x = new(Avx512F.Shuffle4x128(ab, cd, 0b10_00_10_00));
        z = new(Avx512F.Shuffle4x128(ab, cd, 0b11_01_11_01));
        y = new(Avx512F.Shuffle4x128(Avx512F.UnpackHigh(a, b), Avx512F.UnpackHigh(c, d), 0b10_00_10_00));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFromRows(double* rows, int* index, Lanes8 x, Lanes8 y, Lanes8 z, Lanes8 w)
    {
        Vector512<double> xyEven = Avx512F.UnpackLow(x._v, y._v), xyOdd = Avx512F.UnpackHigh(x._v, y._v),
            zwEven = Avx512F.UnpackLow(z._v, w._v), zwOdd = Avx512F.UnpackHigh(z._v, w._v);
        Vector512<long> low = Vector512.Create(0L, 1, 8, 9, 2, 3, 10, 11), high = Vector512.Create(4L, 5, 12, 13, 6, 7, 14, 15);
        Vector512<double> rows02 = Avx512F.PermuteVar8x64x2(xyEven, low, zwEven), rows13 = Avx512F.PermuteVar8x64x2(xyOdd, low, zwOdd),
            rows46 = Avx512F.PermuteVar8x64x2(xyEven, high, zwEven), rows57 = Avx512F.PermuteVar8x64x2(xyOdd, high, zwOdd);
        Subtract(rows + 4 * index[0], rows02.GetLower());
        Subtract(rows + 4 * index[1], rows13.GetLower());
        Subtract(rows + 4 * index[2], rows02.GetUpper());
        Subtract(rows + 4 * index[3], rows13.GetUpper());
        Subtract(rows + 4 * index[4], rows46.GetLower());
        Subtract(rows + 4 * index[5], rows57.GetLower());
        Subtract(rows + 4 * index[6], rows46.GetUpper());
        Subtract(rows + 4 * index[7], rows57.GetUpper());
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(double* row, Vector256<double> value) => (Vector256.Load(row) - value).Store(row);

    // Bit k of the mask becomes the sign of lane k.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> MaskOf(uint bits) =>
        Vector512.Equals(Vector512.Create((long)bits) & Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128), Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128)).AsDouble();
}
