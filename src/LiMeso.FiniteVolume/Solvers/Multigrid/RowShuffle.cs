using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LiMeso.FiniteVolume.Solvers.Multigrid;

// Eight floats or four doubles at a time: both vectors are sorted into even places first, odd places after; then halves are exchanged.

/// <summary>Takes rows apart into their even and odd columns, and puts them together again.</summary>
internal static class RowShuffle
{
    /// <summary>even = row[0], row[2], …; odd = row[1], row[3], …</summary>
    public static void Split<T>(ReadOnlySpan<T> row, Span<T> even, Span<T> odd)
        where T : unmanaged
    {
        int done = 0;
        if (typeof(T) == typeof(float)) done = Split(As<T, float>(row), As<T, float>(even), As<T, float>(odd));
        if (typeof(T) == typeof(double)) done = Split(As<T, double>(row), As<T, double>(even), As<T, double>(odd));
        for (int i = done; i < row.Length; i++)
        {
            if ((i & 1) == 0) even[i >> 1] = row[i];
            else odd[i >> 1] = row[i];
        }
    }

    /// <summary>row = even[0], odd[0], even[1], …</summary>
    public static void Merge<T>(ReadOnlySpan<T> even, ReadOnlySpan<T> odd, Span<T> row)
        where T : unmanaged
    {
        int done = 0;
        if (typeof(T) == typeof(float)) done = Merge(As<T, float>(even), As<T, float>(odd), As<T, float>(row));
        if (typeof(T) == typeof(double)) done = Merge(As<T, double>(even), As<T, double>(odd), As<T, double>(row));
        for (int i = done; i < row.Length; i++) row[i] = (i & 1) == 0 ? even[i >> 1] : odd[i >> 1];
    }

    private static int Split(ReadOnlySpan<float> row, Span<float> even, Span<float> odd)
    {
        int i = 0;
        for (; i + 16 <= row.Length; i += 16)
        {
            Vector256<float> a = Sorted(Vector256.Create(row[i..])), b = Sorted(Vector256.Create(row[(i + 8)..]));
            Vector256.Create(a.GetLower(), b.GetLower()).CopyTo(even[(i >> 1)..]);
            Vector256.Create(a.GetUpper(), b.GetUpper()).CopyTo(odd[(i >> 1)..]);
        }

        return i;
    }

    private static int Split(ReadOnlySpan<double> row, Span<double> even, Span<double> odd)
    {
        int i = 0;
        for (; i + 8 <= row.Length; i += 8)
        {
            Vector256<double> a = Sorted(Vector256.Create(row[i..])), b = Sorted(Vector256.Create(row[(i + 4)..]));
            Vector256.Create(a.GetLower(), b.GetLower()).CopyTo(even[(i >> 1)..]);
            Vector256.Create(a.GetUpper(), b.GetUpper()).CopyTo(odd[(i >> 1)..]);
        }

        return i;
    }

    private static int Merge(ReadOnlySpan<float> even, ReadOnlySpan<float> odd, Span<float> row)
    {
        int i = 0;
        for (; i + 16 <= row.Length; i += 16)
        {
            Vector256<float> a = Vector256.Create(even[(i >> 1)..]), b = Vector256.Create(odd[(i >> 1)..]);
            Unsorted(Vector256.Create(a.GetLower(), b.GetLower())).CopyTo(row[i..]);
            Unsorted(Vector256.Create(a.GetUpper(), b.GetUpper())).CopyTo(row[(i + 8)..]);
        }

        return i;
    }

    private static int Merge(ReadOnlySpan<double> even, ReadOnlySpan<double> odd, Span<double> row)
    {
        int i = 0;
        for (; i + 8 <= row.Length; i += 8)
        {
            Vector256<double> a = Vector256.Create(even[(i >> 1)..]), b = Vector256.Create(odd[(i >> 1)..]);
            Unsorted(Vector256.Create(a.GetLower(), b.GetLower())).CopyTo(row[i..]);
            Unsorted(Vector256.Create(a.GetUpper(), b.GetUpper())).CopyTo(row[(i + 4)..]);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Sorted(Vector256<float> v) => Vector256.Shuffle(v, Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Sorted(Vector256<double> v) => Vector256.Shuffle(v, Vector256.Create(0L, 2, 1, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Unsorted(Vector256<float> v) => Vector256.Shuffle(v, Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Unsorted(Vector256<double> v) => Vector256.Shuffle(v, Vector256.Create(0L, 2, 1, 3));

    private static ReadOnlySpan<TTo> As<TFrom, TTo>(ReadOnlySpan<TFrom> span)
        where TFrom : unmanaged
        where TTo : unmanaged => MemoryMarshal.Cast<TFrom, TTo>(span);

    private static Span<TTo> As<TFrom, TTo>(Span<TFrom> span)
        where TFrom : unmanaged
        where TTo : unmanaged => MemoryMarshal.Cast<TFrom, TTo>(span);
}
