namespace LiMeso.Atomistics.Minimisation;

/// <summary>Sums and products of long vectors, in an order that does not depend on the machine.</summary>
internal static class VectorAlgebra
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    public static double Norm(ReadOnlySpan<double> a) => Math.Sqrt(Dot(a, a));

    public static double LargestMagnitude(ReadOnlySpan<double> a)
    {
        double largest = 0;
        foreach (double value in a) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    /// <summary>target = a + factor b; the target may be a.</summary>
    public static void AddScaled(ReadOnlySpan<double> a, double factor, ReadOnlySpan<double> b, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++) target[i] = a[i] + factor * b[i];
    }

    /// <summary>target = p a + q b; the target may be a.</summary>
    public static void Combine(double p, ReadOnlySpan<double> a, double q, ReadOnlySpan<double> b, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++) target[i] = p * a[i] + q * b[i];
    }
}
