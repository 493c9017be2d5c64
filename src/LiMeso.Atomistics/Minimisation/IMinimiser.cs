using LiMeso.Atomistics.Dynamics;
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

    /// <summary>Begins a walk, and evaluates its start.</summary>
    /// <param name="landscape">The energy; the last point evaluated is always the one reached.</param>
    /// <param name="x">The start; the point reached after each step.</param>
    /// <param name="options">When to stop.</param>
    IDescent Begin(IEnergyLandscape landscape, double[] x, MinimiserOptions options);

    /// <summary>Goes on with a walk to the same bits, and evaluates the point that it had reached.</summary>
    /// <param name="landscape">The same energy.</param>
    /// <param name="x">Takes on the point.</param>
    /// <param name="options">When to stop.</param>
    /// <param name="state">What <see cref="IDescent.Save"/> stored.</param>
    /// <exception cref="StateMismatchException">The state belongs to another method, or to another number of variables.</exception>
    IDescent Resume(IEnergyLandscape landscape, double[] x, MinimiserOptions options, SavedState state);
}

/// <summary>A walk downhill under way.</summary>
public interface IDescent
{
    /// <summary>Where it has come to.</summary>
    MinimisationStep Reached { get; }

    /// <summary>Goes a step on.</summary>
    /// <exception cref="ConvergenceException">No evaluations are left, or no step leads further down.</exception>
    void Advance();

    /// <summary>Stores all that is needed to go on to the same bits.</summary>
    /// <param name="state">Where to.</param>
    void Save(SavedState state);
}
