using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LiMeso.Atomistics.Simd;

/// <summary>Eight numbers: AVX2 with fused multiply-add.</summary>
internal readonly unsafe struct Singles8(Vector256<float> value) : ISingles<Singles8>
{
    private readonly Vector256<float> _v = value;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles8 operator +(Singles8 a, Singles8 b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles8 All(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles8 Load(float* source) => new(Vector256.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles8 MultiplyAdd(Singles8 a, Singles8 b, Singles8 c) => new(Fma.MultiplyAdd(a._v, b._v, c._v));

    // In two halves, each by the table of the sixteen patterns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CompressNegative(Singles8 sign, int* source, int add, int* target)
    {
        uint bits = sign._v.ExtractMostSignificantBits(), low = bits & 15, high = bits >> 4;
        Lanes4.CompressWhole(source, add, low, target);
        int count = BitOperations.PopCount(low);
        Lanes4.CompressWhole(source + 4, add, high, target + count);
        return count + BitOperations.PopCount(high);
    }
}
