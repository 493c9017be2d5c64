using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Core;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>How far a structure is relaxed.</summary>
/// <param name="ForceTolerance">Largest force component that may remain, eV/Å.</param>
/// <param name="MaxEvaluations">Evaluations after which it is left as it is.</param>
public sealed record RelaxationEffort(double ForceTolerance, int MaxEvaluations);

/// <summary>Where a relaxation has come to.</summary>
/// <param name="Energy">eV.</param>
/// <param name="Evaluations">Evaluations of the potential.</param>
/// <param name="Residual">Largest force, or stress on the scale where its tolerance is that of the forces, eV/Å.</param>
/// <param name="Converged">Whether the tolerance was reached.</param>
public readonly record struct RelaxedBoundary(double Energy, int Evaluations, double Residual, bool Converged);

/// <summary>Relaxes bicrystals, as far as the effort goes.</summary>
public static class BoundaryRelaxation
{
    // A stress that costs about as much energy as a force: bar per eV/Å.
    private const double StressPerForce = 1e4;

    /// <summary>Freedom of the box for the first relaxation: the length along the normal.</summary>
    public static BoxFreedom Normal => BoxFreedom.All["y"];

    /// <summary>Relaxes atoms, and as much of the box as is free, in place.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="evaluator">The potential.</param>
    /// <param name="box">Freedom of the box.</param>
    /// <param name="effort">How far.</param>
    /// <param name="cancellation">Asked for to stop.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static RelaxedBoundary Run(AtomicSystem system, IForceEvaluator evaluator, BoxFreedom box, RelaxationEffort effort, CancellationToken cancellation)
    {
        var options = new RelaxationOptions
        {
            Minimiser = new ConjugateGradients(),
            Box = box,
            ForceTolerance = effort.ForceTolerance,
            StressTolerance = StressPerForce * effort.ForceTolerance,
            MaxEvaluations = effort.MaxEvaluations,
        };
        MinimisationStep last = default;
        try
        {
            RelaxationResult result = Relaxation.Run(system, evaluator, options, step =>
            {
                cancellation.ThrowIfCancellationRequested();
                last = step;
            });
            return new RelaxedBoundary(result.Energy, result.Evaluations, last.Residual, Converged: true);
        }
        catch (ConvergenceException)
        {
            // an effort that ends is no failure here; the atoms are where the minimiser left them
            var left = new Interactions(system.Count);
            evaluator.Evaluate(system, left);
            return new RelaxedBoundary(left.Energy, last.Evaluations + 1, last.Residual, Converged: false);
        }
    }
}
