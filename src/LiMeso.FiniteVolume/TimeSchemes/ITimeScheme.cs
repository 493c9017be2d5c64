using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.FiniteVolume.TimeSchemes;

/// <summary>A time scheme, a plug-in: creates the object that takes its steps.</summary>
public interface ITimeScheme
{
    /// <summary>Order of accuracy in the step size, for data that is smooth between breaks.</summary>
    int Order { get; }

    /// <summary>The local error estimate falls as the step size to this power.</summary>
    int ErrorPower { get; }

    /// <summary>How many times longer than the step before a step may be, for stability or for the estimate's sake.</summary>
    double LargestGrowth { get; }

    /// <summary>A stepper for one simulation.</summary>
    /// <param name="diffusion">The equations.</param>
    /// <param name="solver">Solver of the implicit equations.</param>
    TimeStepper CreateStepper(DiffusionOperator diffusion, ILinearSolver solver);
}
