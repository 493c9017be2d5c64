using System.Numerics;

namespace LiMeso.FiniteVolume.Solvers.Multigrid;

/// <summary>What flows into the first and the last column of a colour through the seam of a periodic direction: one value per row each, or none.</summary>
/// <typeparam name="T">Precision of the numbers.</typeparam>
/// <param name="First">Into the first column; empty when nothing does.</param>
/// <param name="Last">Into the last column; empty when nothing does.</param>
/// <param name="LastColumn">The last column.</param>
internal readonly record struct EndInflow<T>(T[] First, T[] Last, int LastColumn)
    where T : unmanaged, INumber<T>
{
    /// <summary>Adds a row's inflow to those columns that lie in a range.</summary>
    /// <param name="values">Is added to.</param>
    /// <param name="start">Place of column 0.</param>
    /// <param name="row">The row.</param>
    /// <param name="from">First column of the range.</param>
    /// <param name="to">Column after the last.</param>
    public void AddTo(Span<T> values, int start, int row, int from, int to)
    {
        if (First.Length != 0 && from == 0) values[start] += First[row];
        if (Last.Length != 0 && from <= LastColumn && LastColumn < to) values[start + LastColumn] += Last[row];
    }
}
