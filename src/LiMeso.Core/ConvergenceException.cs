namespace LiMeso.Core;

/// <summary>An iteration did not reach its tolerance.</summary>
/// <param name="method">The method, for the message: "depletion-time Newton iteration".</param>
/// <param name="iterations">Iterations done.</param>
/// <param name="lastResidual">Residual after the last one, in the method's own measure.</param>
/// <param name="tolerance">The residual asked for.</param>
/// <param name="residualHistory">Residual before the first iteration and after each, where the method keeps it.</param>
public sealed class ConvergenceException(string method, int iterations, double lastResidual, double tolerance, IReadOnlyList<double>? residualHistory = null)
    : Exception(FormattableString.Invariant($"{method} did not converge: residual {lastResidual:g3} after {iterations} iterations, {tolerance:g3} asked for.{OnTheWay(residualHistory)}"))
{
    private const int MostShown = 12;

    /// <summary>Iterations done.</summary>
    public int Iterations { get; } = iterations;

    /// <summary>Residual after the last iteration.</summary>
    public double LastResidual { get; } = lastResidual;

    /// <summary>The residual asked for.</summary>
    public double Tolerance { get; } = tolerance;

    /// <summary>Residual before the first iteration and after each; empty where the method does not keep it.</summary>
    public IReadOnlyList<double> ResidualHistory { get; } = residualHistory ?? [];

    // The whole history where it is short, else every so-many-th residual: whether it stalls or creeps can be seen.
    private static string OnTheWay(IReadOnlyList<double>? residuals)
    {
        if (residuals is not { Count: > 0 }) return "";
        int every = (residuals.Count - 1) / MostShown + 1;
        string[] shown = [.. residuals.Where((_, k) => k % every == 0).Select(r => FormattableString.Invariant($"{r:g2}"))];
        return $" Residuals on the way{(every == 1 ? "" : $", every {every} iterations")}: {string.Join(", ", shown)}.";
    }
}
