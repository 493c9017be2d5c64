using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LiMeso.Core.Threading;

namespace LiMeso.FiniteVolume.Solvers.Multigrid;

/// <summary>One multigrid cycle as a preconditioner. The matrix is scaled to a largest element of about 1, by a power of two.</summary>
/// <typeparam name="T">Precision of the grids: single halves the memory they take and the time to read it.</typeparam>
internal sealed class VCycle<T> : IPreconditioner
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly GridLevel<T> _finest;
    private readonly T[][] _rows;
    private double _matrixScale = 1;

    /// <summary>Room for the grids of a matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="members">Threads that will do the work.</param>
    public VCycle(FivePointMatrix matrix, int members)
    {
        bool closed = matrix.IsPeriodicY && matrix.Rows > 1;
        _finest = matrix.Columns <= BlockLevel<T>.MostColumns
            ? new BlockLevel<T>(matrix.Rows, matrix.Columns, matrix.IsPeriodicX, closed)
            : new SplitLevel<T>(matrix.Rows, matrix.Columns, matrix.IsPeriodicX, closed, members);
        _rows = [.. Enumerable.Range(0, 3 * members).Select(_ => new T[matrix.Columns])];
    }

    /// <inheritdoc/>
    public void Prepare(FivePointMatrix matrix, double largestDiagonal)
    {
        _matrixScale = double.ScaleB(1, -Math.ILogB(largestDiagonal));
        double faces = _matrixScale * matrix.Scale;
        for (int row = 0; row < matrix.Rows; row++)
        {
            Scale(matrix.East(row), faces, _rows[0]);
            Scale(matrix.North(row), faces, _rows[1]);
            Scale(matrix.Ground.AsSpan(row * matrix.Columns, matrix.Columns), _matrixScale, _rows[2]);
            _finest.SetCoefficients(row, _rows[0], _rows[1], _rows[2], T.CreateTruncating(faces * matrix.SeamX(row)));
        }

        _finest.Factorise();
    }

    /// <inheritdoc/>
    public void SetResidual(int member, int row, ReadOnlySpan<double> residual, double scale)
    {
        T[] values = _rows[member];
        Scale(residual, scale, values);
        _finest.SetRightHandSide(row, 0, values);
    }

    /// <inheritdoc/>
    public void Apply(ThreadTeam team) => _finest.Solve(team);

    /// <inheritdoc/>
    public void GetCorrection(int member, int row, Span<double> correction, double scale)
    {
        T[] values = _rows[member];
        _finest.GetSolution(row, 0, values);
        double factor = _matrixScale / scale;
        int i = 0;
        if (typeof(T) == typeof(float))
        {
            Span<float> single = MemoryMarshal.Cast<T, float>(values.AsSpan());
            for (; i + 8 <= single.Length; i += 8)
            {
                (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(Vector256.Create<float>(single[i..]));
                (factor * lower).CopyTo(correction[i..]);
                (factor * upper).CopyTo(correction[(i + 4)..]);
            }
        }

        for (; i < values.Length; i++) correction[i] = factor * double.CreateTruncating(values[i]);
    }

    private static void Scale(ReadOnlySpan<double> values, double factor, T[] result)
    {
        int i = 0;
        if (typeof(T) == typeof(float))
        {
            Span<float> single = MemoryMarshal.Cast<T, float>(result.AsSpan());
            for (; i + 8 <= single.Length; i += 8)
                Vector256.Narrow(factor * Vector256.Create(values[i..]), factor * Vector256.Create(values[(i + 4)..])).CopyTo(single[i..]);
        }

        for (; i < result.Length; i++) result[i] = T.CreateTruncating(factor * values[i]);
    }
}
