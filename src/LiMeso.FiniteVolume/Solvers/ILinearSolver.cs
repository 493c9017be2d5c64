namespace LiMeso.FiniteVolume.Solvers;

/// <summary>Solves the equations of an implicit step, (k V + shift K) x = b, for the activities x = c/k; a plug-in.</summary>
public interface ILinearSolver
{
    /// <summary>Prepares for a shift. Does nothing when the shift is the one prepared for.</summary>
    /// <param name="shift">Coefficient × step size, s; not negative.</param>
    void Prepare(double shift);

    /// <summary>
    /// Solves for one right-hand side. The residuals of all cells must add up to zero within rounding, whatever the
    /// tolerance: that is what keeps the mass balance exact.
    /// </summary>
    /// <param name="rightHandSide">b, one per cell.</param>
    /// <param name="solution">Holds a first guess, receives x.</param>
    /// <exception cref="Core.ConvergenceException">An iterative solver did not reach its tolerance.</exception>
    void Solve(double[] rightHandSide, double[] solution);

    /// <summary>Iterations of the last solve; 0 for a direct solver.</summary>
    int LastIterations { get; }

    /// <summary>Relative residual after the last solve; 0 for a direct solver.</summary>
    double LastResidual { get; }
}
