using System.Numerics;
using LiMeso.Core.Threading;

namespace LiMeso.FiniteVolume.Solvers.Multigrid;

/// <summary>One grid of the hierarchy: a five-point matrix with the same rows as all others and some of the columns. Rows are handed over in their natural order.</summary>
/// <typeparam name="T">Precision of the numbers.</typeparam>
internal abstract class GridLevel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Cells below which sharing out the work among threads costs more than it gains.</summary>
    protected const int LeastCellsForTeam = 4_096;

    /// <summary>Takes a row of the matrix.</summary>
    /// <param name="row">The row.</param>
    /// <param name="east">Conductances to the next column.</param>
    /// <param name="north">Conductances to the next row; of the last row to the first, in a periodic direction.</param>
    /// <param name="ground">Conductances to the ground.</param>
    /// <param name="seam">Conductance between the ends of the row.</param>
    public abstract void SetCoefficients(int row, ReadOnlySpan<T> east, ReadOnlySpan<T> north, ReadOnlySpan<T> ground, T seam);

    /// <summary>Makes the factors from the matrix, and the coarser grids.</summary>
    public abstract void Factorise();

    /// <summary>Takes a part of a row of the right-hand side.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">Its first column: an even number.</param>
    /// <param name="values">The values from there on.</param>
    public abstract void SetRightHandSide(int row, int first, ReadOnlySpan<T> values);

    /// <summary>Finds an approximate solution: a symmetric positive definite operation on the right-hand side.</summary>
    /// <param name="team">Who does it.</param>
    public abstract void Solve(ThreadTeam team);

    /// <summary>Gives a part of a row of the solution.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">Its first column: an even number.</param>
    /// <param name="values">Receives the values from there on.</param>
    public abstract void GetSolution(int row, int first, Span<T> values);
}
