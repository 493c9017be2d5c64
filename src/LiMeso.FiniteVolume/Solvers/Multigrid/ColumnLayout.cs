using System.Numerics;

namespace LiMeso.FiniteVolume.Solvers.Multigrid;

/// <summary>
/// Where the values of every other column of a grid lie in memory: row by row, each row padded to whole vectors with at least one
/// spare place after it. Spare places hold zeros, so that kernels may read one place beside a row and work on whole vectors.
/// </summary>
/// <typeparam name="T">Precision of the numbers.</typeparam>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Columns of the larger half.</param>
internal readonly record struct ColumnLayout<T>(int Rows, int Columns)
    where T : unmanaged
{
    /// <summary>Places from one row to the next.</summary>
    public int Stride { get; } = (Columns / Vector<T>.Count + 1) * Vector<T>.Count;

    /// <summary>Places for the columns, in whole vectors.</summary>
    public int Width { get; } = (Columns + Vector<T>.Count - 1) / Vector<T>.Count * Vector<T>.Count;

    /// <summary>Place of the first column of a row.</summary>
    /// <param name="row">The row.</param>
    public int Start(int row) => Vector<T>.Count + row * Stride;

    /// <summary>An array of zeros for all of it.</summary>
    public T[] NewArray() => new T[(Rows * Stride) + 2 * Vector<T>.Count];

    /// <summary>The columns of a row.</summary>
    /// <param name="array">An array of this layout.</param>
    /// <param name="row">The row.</param>
    public Span<T> Row(T[] array, int row) => array.AsSpan(Start(row), Width);
}
