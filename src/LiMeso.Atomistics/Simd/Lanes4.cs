using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LiMeso.Atomistics.Simd;

/// <summary>Four lanes: AVX2 with fused multiply-add.</summary>
internal readonly unsafe struct Lanes4(Vector256<double> value) : ILanes<Lanes4>
{
    private readonly Vector256<double> _v = value;

    /// <summary>Whether this processor has what is needed.</summary>
    public static bool IsSupported => Avx2.IsSupported && Fma.IsSupported;

    public static int Width => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator +(Lanes4 a, Lanes4 b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 a, Lanes4 b) => new(a._v - b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator *(Lanes4 a, Lanes4 b) => new(a._v * b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator /(Lanes4 a, Lanes4 b) => new(a._v / b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 All(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Load(double* source) => new(Vector256.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes4 value, double* target) => value._v.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Compress(Lanes4 value, uint bits, double* target) =>
        Avx2.PermuteVar8x32(value._v.AsInt32(), Avx2.ConvertToVector256Int32(Packing.Halves(bits))).AsDouble().Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CompressWhole(int* source, int add, uint bits, int* target) =>
        Avx.PermuteVar((Vector128.Load(source) + Vector128.Create(add)).AsSingle(), Sse41.ConvertToVector128Int32(Packing.Lanes(bits))).AsInt32().Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Lanes4 value, float* target) => Avx.ConvertToVector128Single(value._v).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 LoadIndex(int* source, int shift, int bits) =>
        new(Avx2.ConvertToVector256Int64((Vector128.Load(source) >> shift) & Vector128.Create((1 << bits) - 1)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Lookup(double* table, int groups, Lanes4 index)
    {
        Vector256<long> at = index._v.AsInt64();
        return new(Vector256.Create(table[at[0]], table[at[1]], table[at[2]], table[at[3]]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Expand(double* source, uint bits)
    {
        Vector256<double> spread = Avx2.PermuteVar8x32(Vector256.Load(source).AsInt32(), Avx2.ConvertToVector256Int32(Packing.Spread(bits))).AsDouble();
        Vector256<long> lane = Vector256.Create(1L, 2, 4, 8);
        return new(Vector256.Equals(Vector256.Create((long)bits) & lane, lane).AsDouble() & spread);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 MultiplyAdd(Lanes4 a, Lanes4 b, Lanes4 c) => new(Fma.MultiplyAdd(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 NegateMultiplyAdd(Lanes4 a, Lanes4 b, Lanes4 c) => new(Fma.MultiplyAddNegated(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Reciprocal(Lanes4 value) => new(Vector256<double>.One / value._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 ReciprocalSqrt(Lanes4 value) => new(Vector256<double>.One / Vector256.Sqrt(value._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Max(Lanes4 a, Lanes4 b) => new(Avx.Max(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Min(Lanes4 a, Lanes4 b) => new(Avx.Min(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Negative(Lanes4 value) => value._v.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes4 value) => Vector256.Sum(value._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Least(Lanes4 value)
    {
        Vector128<double> two = Sse2.Min(value._v.GetLower(), value._v.GetUpper());
        return Math.Min(two[0], two[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Greatest(Lanes4 value)
    {
        Vector128<double> two = Sse2.Max(value._v.GetLower(), value._v.GetUpper());
        return Math.Max(two[0], two[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Floor(Lanes4 value) => new(Vector256.Floor(value._v));

    // The power goes into the exponent bits, through the last bits of a number of the size of 2⁵².
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 TwoToThe(Lanes4 power) =>
        new(Vector256.ShiftLeft((power._v + Vector256.Create(4503599627370496.0 + 1023)).AsInt64(), 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyRows(double* rows, int* index, double* origin, double* target, out Lanes4 x, out Lanes4 y, out Lanes4 z)
    {
        Vector256<double> from = Vector256.Load(origin) & Vector256.Create(-1L, -1, -1, 0).AsDouble();
        Vector256<double> a = Vector256.Load(rows + 4 * index[0]) - from, b = Vector256.Load(rows + 4 * index[1]) - from,
            c = Vector256.Load(rows + 4 * index[2]) - from, d = Vector256.Load(rows + 4 * index[3]) - from;
        a.Store(target);
        b.Store(target + 4);
        c.Store(target + 8);
        d.Store(target + 12);
        Vector256<double> ab = Avx.UnpackLow(a, b), cd = Avx.UnpackLow(c, d);
        x = new(Avx.Permute2x128(ab, cd, 0x20));
        z = new(Avx.Permute2x128(ab, cd, 0x31));
        y = new(Avx.Permute2x128(Avx.UnpackHigh(a, b), Avx.UnpackHigh(c, d), 0x20));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(double* target, Lanes4 x, Lanes4 y, Lanes4 z, Lanes4 w)
    {
        Vector256<double> xyEven = Avx.UnpackLow(x._v, y._v), xyOdd = Avx.UnpackHigh(x._v, y._v),
            zwEven = Avx.UnpackLow(z._v, w._v), zwOdd = Avx.UnpackHigh(z._v, w._v);
        Avx.Permute2x128(xyEven, zwEven, 0x20).Store(target);
        Avx.Permute2x128(xyOdd, zwOdd, 0x20).Store(target + 4);
        Avx.Permute2x128(xyEven, zwEven, 0x31).Store(target + 8);
        Avx.Permute2x128(xyOdd, zwOdd, 0x31).Store(target + 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Pick(double* table, int groups, Lanes4 index)
    {
        Vector128<int> at = Avx.ConvertToVector128Int32WithTruncation(index._v);
        return new(Vector256.Create(table[at[0]], table[at[1]], table[at[2]], table[at[3]]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 SumEach(double* first, int stride)
    {
        Vector256<double> ab = Avx.HorizontalAdd(Vector256.Load(first), Vector256.Load(first + stride)), cd = Avx.HorizontalAdd(Vector256.Load(first + 2 * stride), Vector256.Load(first + 3 * stride));
        return new(Avx.Permute2x128(ab, cd, 0x20) + Avx.Permute2x128(ab, cd, 0x31));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Log(Lanes4 value) => new(Vector256.Log(value._v));

    // Which lanes go first, by the bits that are set: for each of the 16 patterns four lane numbers, and the eight numbers of their halves; and the halves that consecutive numbers go to.
    private static class Packing
    {
        private static ReadOnlySpan<byte> LaneTable =>
        [
            0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 1, 2, 0, 0, 0, 1, 2, 0,
            3, 0, 0, 0, 0, 3, 0, 0, 1, 3, 0, 0, 0, 1, 3, 0, 2, 3, 0, 0, 0, 2, 3, 0, 1, 2, 3, 0, 0, 1, 2, 3,
        ];

        private static ReadOnlySpan<byte> HalfTable =>
        [
            0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2, 3, 0, 1, 0, 1, 0, 1, 0, 1, 2, 3, 0, 1, 0, 1,
            4, 5, 0, 1, 0, 1, 0, 1, 0, 1, 4, 5, 0, 1, 0, 1, 2, 3, 4, 5, 0, 1, 0, 1, 0, 1, 2, 3, 4, 5, 0, 1,
            6, 7, 0, 1, 0, 1, 0, 1, 0, 1, 6, 7, 0, 1, 0, 1, 2, 3, 6, 7, 0, 1, 0, 1, 0, 1, 2, 3, 6, 7, 0, 1,
            4, 5, 6, 7, 0, 1, 0, 1, 0, 1, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 0, 1, 2, 3, 4, 5, 6, 7,
        ];

        private static ReadOnlySpan<byte> SpreadTable =>
        [
            0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2, 3, 0, 1, 0, 1,
            0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2, 3, 0, 1, 0, 1, 0, 1, 2, 3, 0, 1, 0, 1, 2, 3, 4, 5, 0, 1,
            0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2, 3, 0, 1, 0, 1, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 4, 5,
            0, 1, 0, 1, 0, 1, 2, 3, 0, 1, 0, 1, 2, 3, 4, 5, 0, 1, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 6, 7,
        ];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static byte* Lanes(uint bits) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(LaneTable)) + 4 * bits;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static byte* Halves(uint bits) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(HalfTable)) + 8 * bits;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static byte* Spread(uint bits) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(SpreadTable)) + 8 * bits;
    }
}
