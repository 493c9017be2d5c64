using LiMeso.Core;

namespace LiMeso.Atomistics.Minimisation;

/// <summary>When a minimisation is done, and when it has failed.</summary>
/// <param name="Tolerance">Residual that ends it, eV/Å.</param>
/// <param name="MaxEvaluations">Evaluations of the energy before it counts as failed.</param>
/// <param name="LargestStep">No variable moves farther in one step, Å.</param>
public sealed record MinimiserOptions(double Tolerance, int MaxEvaluations, double LargestStep = 0.1);

/// <summary>Where a minimisation has come to.</summary>
/// <param name="Evaluations">Evaluations of the energy so far.</param>
/// <param name="Energy">Energy, eV.</param>
/// <param name="Residual">Residual, eV/Å.</param>
public readonly record struct MinimisationStep(int Evaluations, double Energy, double Residual);

/// <summary>A method that walks downhill to a local minimum.</summary>
public interface IMinimiser
{
    /// <summary>Where the method is published.</summary>
    string Source { get; }

    /// <summary>Walks to a minimum.</summary>
    /// <param name="landscape">The energy; the last point evaluated is the one returned.</param>
    /// <param name="x">The start; the minimum on return.</param>
    /// <param name="options">When to stop.</param>
    /// <param name="observer">Told the start and every step; may throw to stop.</param>
    /// <returns>The last step.</returns>
    /// <exception cref="ConvergenceException">The tolerance was not reached, or no step leads further down.</exception>
    MinimisationStep Minimise(IEnergyLandscape landscape, Span<double> x, MinimiserOptions options, Action<MinimisationStep>? observer = null);
}
