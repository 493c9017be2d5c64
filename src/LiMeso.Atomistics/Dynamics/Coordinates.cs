using System.Numerics;
using System.Runtime.InteropServices;
using Vector3 = LiMeso.Atomistics.Structures.Vector3;

namespace LiMeso.Atomistics.Dynamics;

/// <summary>Arithmetic on vectors of atoms as they lie in memory, x, y, z of one after the other, with a number of its own for each direction.</summary>
internal static class Coordinates
{
    /// <summary>Makes y to keep y + (shift + factor x), direction by direction.</summary>
    /// <param name="y">3 n numbers, changed.</param>
    /// <param name="keep">What of y is kept.</param>
    /// <param name="factor">What of x is added.</param>
    /// <param name="x">3 n numbers.</param>
    /// <param name="shift">What is added to each.</param>
    public static void Update(Span<double> y, Vector3 keep, Vector3 factor, ReadOnlySpan<double> x, Vector3 shift)
    {
        Span<Vector<double>> wideY = MemoryMarshal.Cast<double, Vector<double>>(y);
        ReadOnlySpan<Vector<double>> wideX = MemoryMarshal.Cast<double, Vector<double>>(x[..y.Length]);
        // Three vectors hold whole atoms: as many as a vector has places.
        Triple keeps = new(keep), factors = new(factor), shifts = new(shift);
        int k = 0;
        for (; k + 3 <= wideY.Length && k + 3 <= wideX.Length; k += 3)
        {
            wideY[k] = keeps.First * wideY[k] + (shifts.First + factors.First * wideX[k]);
            wideY[k + 1] = keeps.Second * wideY[k + 1] + (shifts.Second + factors.Second * wideX[k + 1]);
            wideY[k + 2] = keeps.Third * wideY[k + 2] + (shifts.Third + factors.Third * wideX[k + 2]);
        }

        for (int i = k * Vector<double>.Count; i + 2 < y.Length; i += 3)
        {
            y[i] = keep.X * y[i] + (shift.X + factor.X * x[i]);
            y[i + 1] = keep.Y * y[i + 1] + (shift.Y + factor.Y * x[i + 1]);
            y[i + 2] = keep.Z * y[i + 2] + (shift.Z + factor.Z * x[i + 2]);
        }
    }

    // x, y, z, x, y, z … over three vectors
    private readonly struct Triple
    {
        public readonly Vector<double> First, Second, Third;

        public Triple(Vector3 v)
        {
            int width = Vector<double>.Count;
            Span<double> all = stackalloc double[3 * width];
            for (int n = 0; n < width; n++) v.CopyTo(all[(3 * n)..]);
            (First, Second, Third) = (new(all), new(all[width..]), new(all[(2 * width)..]));
        }
    }
}
