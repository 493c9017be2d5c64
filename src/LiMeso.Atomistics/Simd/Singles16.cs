using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LiMeso.Atomistics.Simd;

/// <summary>Sixteen numbers: AVX-512.</summary>
internal readonly unsafe struct Singles16(Vector512<float> value) : ISingles<Singles16>
{
    private readonly Vector512<float> _v = value;

    public static int Width => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles16 operator +(Singles16 a, Singles16 b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles16 All(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles16 Load(float* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles16 MultiplyAdd(Singles16 a, Singles16 b, Singles16 c) => new(Avx512F.FusedMultiplyAdd(a._v, b._v, c._v));

    // Most often no more than eight are negative, and it is the stores that cost.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CompressNegative(Singles16 sign, int* source, int add, int* target)
    {
        int count = BitOperations.PopCount((uint)sign._v.ExtractMostSignificantBits());
        Vector512<int> packed = Avx512F.Compress(Vector512<int>.Zero, sign._v.AsInt32(), Vector512.Load(source) + Vector512.Create(add));
        packed.GetLower().Store(target);
        if (count > 8) packed.GetUpper().Store(target + 8);
        return count;
    }
}
