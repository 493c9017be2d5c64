using LiMeso.Core.Threading;

namespace LiMeso.FiniteVolume.Solvers.Multigrid;

/// <summary>An approximate inverse of a <see cref="FivePointMatrix"/>, symmetric and positive definite. Rows are handed over one by one, by any thread.</summary>
internal interface IPreconditioner
{
    /// <summary>Prepares for a matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="largestDiagonal">Largest element of its diagonal.</param>
    void Prepare(FivePointMatrix matrix, double largestDiagonal);

    /// <summary>Takes a row of the residual.</summary>
    /// <param name="member">Number of the thread.</param>
    /// <param name="row">The row.</param>
    /// <param name="residual">Its values.</param>
    /// <param name="scale">Factor that brings them to a size near 1.</param>
    void SetResidual(int member, int row, ReadOnlySpan<double> residual, double scale);

    /// <summary>Applies the approximate inverse.</summary>
    /// <param name="team">Who does it.</param>
    void Apply(ThreadTeam team);

    /// <summary>Gives a row of the result.</summary>
    /// <param name="member">Number of the thread.</param>
    /// <param name="row">The row.</param>
    /// <param name="correction">Receives its values.</param>
    /// <param name="scale">The factor that the residual was given.</param>
    void GetCorrection(int member, int row, Span<double> correction, double scale);
}
