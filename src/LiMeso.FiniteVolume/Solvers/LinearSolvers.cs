using LiMeso.Core.Registries;
using LiMeso.FiniteVolume.Operators;

namespace LiMeso.FiniteVolume.Solvers;

/// <summary>Builds a linear solver for an operator.</summary>
/// <param name="diffusion">The operator.</param>
/// <param name="settings">How exactly, and with how many threads, it solves.</param>
public delegate ILinearSolver LinearSolverFactory(DiffusionOperator diffusion, LinearSolverSettings settings);

/// <summary>What every linear solver is told.</summary>
/// <param name="Tolerance">Relative residual at which iterations stop; direct solvers need none.</param>
/// <param name="Threads">Threads to use.</param>
public sealed record LinearSolverSettings(double Tolerance = ConjugateGradients.DefaultTolerance, int Threads = 1);

/// <summary>The linear solvers by name.</summary>
public static class LinearSolvers
{
    /// <summary>Every linear solver.</summary>
    public static readonly Registry<LinearSolverFactory> All = new("linear solver")
    {
        { "automatic", "thomas in one dimension, multigrid in two", (diffusion, settings) => diffusion.Mesh.Dimensions == 1 && !diffusion.IsPeriodic ? new Thomas(diffusion) : Multigrid(diffusion, settings) },
        { "thomas", "direct, one dimension: factorises once per step size", (diffusion, _) => new Thomas(diffusion) },
        { "multigrid", "iterative: conjugate gradients, preconditioned with a multigrid cycle", Multigrid },
    };

    private static MultigridSolver Multigrid(DiffusionOperator diffusion, LinearSolverSettings settings) => new(diffusion, settings.Tolerance);
}
