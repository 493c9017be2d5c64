using System.Numerics;
using System.Runtime.InteropServices;

namespace LiMeso.FiniteVolume.Fields;

// Element by element over whole fields: the same bits at any vector width, and a maximum does not depend on the order either.
// The fields are seen as vectors (Wide) with a scalar rest; cut to one length, they need no bounds checks in the loops.

/// <summary>Arithmetic on whole fields. Allocates nothing.</summary>
internal static class FieldArithmetic
{
    /// <summary>result = a b.</summary>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(result);
        ReadOnlySpan<Vector<double>> x = Wide(a, wide.Length), y = Wide(b, wide.Length);
        for (int k = 0; k < wide.Length; k++) wide[k] = x[k] * y[k];
        for (int i = wide.Length * Vector<double>.Count; i < result.Length; i++) result[i] = a[i] * b[i];
    }

    /// <summary>result = a + s b.</summary>
    public static void AddScaled(ReadOnlySpan<double> a, double s, ReadOnlySpan<double> b, Span<double> result)
    {
        Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(result);
        ReadOnlySpan<Vector<double>> x = Wide(a, wide.Length), y = Wide(b, wide.Length);
        for (int k = 0; k < wide.Length; k++) wide[k] = x[k] + s * y[k];
        for (int i = wide.Length * Vector<double>.Count; i < result.Length; i++) result[i] = a[i] + s * b[i];
    }

    /// <summary>result = a + s b + t c.</summary>
    public static void AddTwoScaled(ReadOnlySpan<double> a, double s, ReadOnlySpan<double> b, double t, ReadOnlySpan<double> c, Span<double> result)
    {
        Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(result);
        ReadOnlySpan<Vector<double>> x = Wide(a, wide.Length), y = Wide(b, wide.Length), z = Wide(c, wide.Length);
        for (int k = 0; k < wide.Length; k++) wide[k] = x[k] + s * y[k] + t * z[k];
        for (int i = wide.Length * Vector<double>.Count; i < result.Length; i++) result[i] = a[i] + s * b[i] + t * c[i];
    }

    /// <summary>a = a + s, everywhere.</summary>
    public static void AddToAll(double s, Span<double> a)
    {
        Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(a);
        for (int k = 0; k < wide.Length; k++) wide[k] += new Vector<double>(s);
        for (int i = wide.Length * Vector<double>.Count; i < a.Length; i++) a[i] += s;
    }

    /// <summary>result = s a.</summary>
    public static void Scale(double s, ReadOnlySpan<double> a, Span<double> result)
    {
        Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(result);
        ReadOnlySpan<Vector<double>> x = Wide(a, wide.Length);
        for (int k = 0; k < wide.Length; k++) wide[k] = s * x[k];
        for (int i = wide.Length * Vector<double>.Count; i < result.Length; i++) result[i] = s * a[i];
    }

    /// <summary>result = s (a − b).</summary>
    public static void ScaledDifference(double s, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(result);
        ReadOnlySpan<Vector<double>> x = Wide(a, wide.Length), y = Wide(b, wide.Length);
        for (int k = 0; k < wide.Length; k++) wide[k] = s * (x[k] - y[k]);
        for (int i = wide.Length * Vector<double>.Count; i < result.Length; i++) result[i] = s * (a[i] - b[i]);
    }

    /// <summary>Largest |a|; NaN if any is.</summary>
    public static double LargestMagnitude(ReadOnlySpan<double> a)
    {
        ReadOnlySpan<Vector<double>> wide = Wide(a, a.Length / Vector<double>.Count);
        var largest = Vector<double>.Zero;
        for (int k = 0; k < wide.Length; k++) largest = Vector.Max(largest, Vector.Abs(wide[k]));
        double result = 0;
        for (int lane = 0; lane < Vector<double>.Count; lane++) result = Math.Max(result, largest[lane]);
        for (int i = wide.Length * Vector<double>.Count; i < a.Length; i++) result = Math.Max(result, Math.Abs(a[i]));
        return result;
    }

    private static ReadOnlySpan<Vector<double>> Wide(ReadOnlySpan<double> a, int vectors) => MemoryMarshal.Cast<double, Vector<double>>(a)[..vectors];
}
