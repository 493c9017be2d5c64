using LiMeso.Core.Registries;
using LiMeso.FiniteVolume.Operators;

namespace LiMeso.FiniteVolume.Solvers;

/// <summary>Builds a linear solver for an operator.</summary>
/// <param name="diffusion">The operator.</param>
public delegate ILinearSolver LinearSolverFactory(DiffusionOperator diffusion);

/// <summary>The linear solvers by name.</summary>
public static class LinearSolvers
{
    /// <summary>Every linear solver.</summary>
    public static readonly Registry<LinearSolverFactory> All = new("linear solver")
    {
        { "automatic", "thomas in one dimension, conjugate-gradients in two", Automatic },
        { "thomas", "direct, one dimension: factorises once per step size", diffusion => new Thomas(diffusion) },
        { "conjugate-gradients", "iterative, with modified incomplete Cholesky preconditioning", diffusion => new ConjugateGradients(diffusion) },
    };

    private static ILinearSolver Automatic(DiffusionOperator diffusion) => diffusion.Mesh.Dimensions == 1 ? new Thomas(diffusion) : new ConjugateGradients(diffusion);
}
