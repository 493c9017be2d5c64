using System.Numerics;

namespace LiMeso.FiniteVolume.TimeSchemes;

// Element by element over whole fields: the same bits at any vector width. A maximum does not depend on the order either.

/// <summary>Arithmetic on time levels and stages. Allocates nothing.</summary>
internal static class LevelArithmetic
{
    /// <summary>result = a b.</summary>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        int wide = Vector<double>.Count, i = 0;
        for (; i + wide <= result.Length; i += wide) (new Vector<double>(a[i..]) * new Vector<double>(b[i..])).CopyTo(result[i..]);
        for (; i < result.Length; i++) result[i] = a[i] * b[i];
    }

    /// <summary>result = a + s b.</summary>
    public static void AddScaled(ReadOnlySpan<double> a, double s, ReadOnlySpan<double> b, Span<double> result)
    {
        int wide = Vector<double>.Count, i = 0;
        for (; i + wide <= result.Length; i += wide) (new Vector<double>(a[i..]) + s * new Vector<double>(b[i..])).CopyTo(result[i..]);
        for (; i < result.Length; i++) result[i] = a[i] + s * b[i];
    }

    /// <summary>result = s a.</summary>
    public static void Scale(double s, ReadOnlySpan<double> a, Span<double> result)
    {
        int wide = Vector<double>.Count, i = 0;
        for (; i + wide <= result.Length; i += wide) (s * new Vector<double>(a[i..])).CopyTo(result[i..]);
        for (; i < result.Length; i++) result[i] = s * a[i];
    }

    /// <summary>result = s (a − b).</summary>
    public static void ScaledDifference(double s, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        int wide = Vector<double>.Count, i = 0;
        for (; i + wide <= result.Length; i += wide) (s * (new Vector<double>(a[i..]) - new Vector<double>(b[i..]))).CopyTo(result[i..]);
        for (; i < result.Length; i++) result[i] = s * (a[i] - b[i]);
    }

    /// <summary>Largest |a|; NaN if any is.</summary>
    public static double LargestMagnitude(ReadOnlySpan<double> a)
    {
        int wide = Vector<double>.Count, i = 0;
        var largest = Vector<double>.Zero;
        for (; i + wide <= a.Length; i += wide) largest = Vector.Max(largest, Vector.Abs(new Vector<double>(a[i..])));
        double result = 0;
        for (int lane = 0; lane < wide; lane++) result = Math.Max(result, largest[lane]);
        for (; i < a.Length; i++) result = Math.Max(result, Math.Abs(a[i]));
        return result;
    }
}
