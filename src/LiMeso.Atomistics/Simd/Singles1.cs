namespace LiMeso.Atomistics.Simd;

/// <summary>One number.</summary>
internal readonly unsafe struct Singles1(float value) : ISingles<Singles1>
{
    private readonly float _v = value;

    public static int Width => 1;

    public static Singles1 operator +(Singles1 a, Singles1 b) => new(a._v + b._v);

    public static Singles1 All(float value) => new(value);

    public static Singles1 Load(float* source) => new(*source);

    public static Singles1 MultiplyAdd(Singles1 a, Singles1 b, Singles1 c) => new(a._v * b._v + c._v);

    public static int CompressNegative(Singles1 sign, int* source, int add, int* target)
    {
        *target = *source + add;
        return sign._v < 0 ? 1 : 0;
    }
}
