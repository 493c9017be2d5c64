using System.Runtime.CompilerServices;

namespace LiMeso.Atomistics.Simd;

/// <summary>One lane: plain doubles, for processors without wide registers and as the measure of the others.</summary>
internal readonly unsafe struct Lanes1(double value) : ILanes<Lanes1>
{
    private readonly double _v = value;

    public static int Width => 1;

    public static Lanes1 operator +(Lanes1 a, Lanes1 b) => new(a._v + b._v);

    public static Lanes1 operator -(Lanes1 a, Lanes1 b) => new(a._v - b._v);

    public static Lanes1 operator *(Lanes1 a, Lanes1 b) => new(a._v * b._v);

    public static Lanes1 operator /(Lanes1 a, Lanes1 b) => new(a._v / b._v);

    public static Lanes1 All(double value) => new(value);

    public static Lanes1 Load(double* source) => new(*source);

    public static void Store(Lanes1 value, double* target) => *target = value._v;

    public static void Compress(Lanes1 value, uint bits, double* target) => *target = value._v;

    public static void CompressWhole(int* source, int add, uint bits, int* target) => *target = *source + add;

    public static void StoreSingles(Lanes1 value, float* target) => *target = (float)value._v;

    public static Lanes1 LoadIndex(int* source, int shift, int bits) => new((*source >> shift) & ((1 << bits) - 1));

    public static Lanes1 Lookup(double* table, int groups, Lanes1 index) => new(table[(int)index._v]);

    public static Lanes1 Expand(double* source, uint bits) => new(bits == 0 ? 0 : *source);

    // Two roundings: without the instruction, one rounding is a slow function call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 MultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c) => new(a._v * b._v + c._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 NegateMultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c) => new(c._v - a._v * b._v);

    public static Lanes1 Reciprocal(Lanes1 value) => new(1 / value._v);

    public static Lanes1 ReciprocalSqrt(Lanes1 value) => new(1 / Math.Sqrt(value._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 TwoToThe(Lanes1 power) => new(BitConverter.Int64BitsToDouble(((long)power._v + 1023) << 52));

    public static Lanes1 Max(Lanes1 a, Lanes1 b) => a._v > b._v ? a : b;

    public static Lanes1 Min(Lanes1 a, Lanes1 b) => a._v < b._v ? a : b;

    public static uint Negative(Lanes1 value) => double.IsNegative(value._v) ? 1u : 0u;

    public static double Sum(Lanes1 value) => value._v;

    public static double Least(Lanes1 value) => value._v;

    public static double Greatest(Lanes1 value) => value._v;

    public static Lanes1 Floor(Lanes1 value) => new(Math.Floor(value._v));

    public static void CopyRows(double* rows, int* index, double* origin, double* target, out Lanes1 x, out Lanes1 y, out Lanes1 z)
    {
        double* row = rows + 4 * *index;
        (target[0], target[1], target[2], target[3]) = (row[0] - origin[0], row[1] - origin[1], row[2] - origin[2], row[3]);
        (x, y, z) = (new(target[0]), new(target[1]), new(target[2]));
    }

    public static void StoreRows(double* target, Lanes1 x, Lanes1 y, Lanes1 z, Lanes1 w) => (target[0], target[1], target[2], target[3]) = (x._v, y._v, z._v, w._v);

    public static Lanes1 Pick(double* table, int groups, Lanes1 index) => new(table[(int)index._v]);

    public static Lanes1 SumEach(double* first, int stride) => new(*first);

    public static Lanes1 Log(Lanes1 value) => new(Math.Log(value._v));
}
