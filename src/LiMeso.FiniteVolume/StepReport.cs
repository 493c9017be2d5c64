namespace LiMeso.FiniteVolume;

/// <summary>One accepted step, for logs and monitors.</summary>
/// <param name="Step">Number of the step, from 1.</param>
/// <param name="Time">Time at its end, s.</param>
/// <param name="StepSize">Its length, s.</param>
/// <param name="Error">Estimated local error over the allowed one; NaN with fixed steps.</param>
/// <param name="Rejections">Attempts thrown away before it.</param>
/// <param name="SolverIterations">Iterations of the linear solver; 0 for a direct one.</param>
/// <param name="SolverResidual">Largest relative residual it left; 0 for a direct one.</param>
/// <param name="BalanceError">Relative error of the mass balance since the start.</param>
public readonly record struct StepReport(
    long Step, double Time, double StepSize, double Error, int Rejections, int SolverIterations, double SolverResidual, double BalanceError);
