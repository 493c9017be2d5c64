using LiMeso.Core;
using static LiMeso.Atomistics.Minimisation.VectorAlgebra;

namespace LiMeso.Atomistics.Minimisation;

/// <summary>
/// FIRE 2.0: dynamics of unit masses whose velocity is bent towards the force. The time step grows while the power F·v stays positive; when it turns negative, half a step is taken back and the motion starts anew.
/// </summary>
public sealed class Fire : IMinimiser
{
    // Parameters of Guénolé et al.; times in √(u Å²/eV). The stiffest modes of soft metals (some 3 eV/Å²) are stable up to a step of 1.1.
    private const double FirstStep = 0.1, LongestStep = 1.0, ShortestStep = 0.002, Growth = 1.1, Shrinkage = 0.5, FirstMixing = 0.25, MixingDecay = 0.99;
    private const int Delay = 20;

    /// <inheritdoc/>
    public string Source => "Bitzek et al., Phys. Rev. Lett. 97 (2006) 170201; Guénolé et al., Comput. Mater. Sci. 175 (2020) 109584";

    /// <inheritdoc/>
    public MinimisationStep Minimise(IEnergyLandscape landscape, Span<double> x, MinimiserOptions options, Action<MinimisationStep>? observer = null)
    {
        double[] force = new double[landscape.Variables], velocity = new double[landscape.Variables];
        double step = FirstStep, mixing = FirstMixing, moved = 0;
        int downhill = 0;
        for (int evaluations = 1; ; evaluations++)
        {
            double energy = landscape.Evaluate(x, force);
            var reached = new MinimisationStep(evaluations, energy, landscape.Residual);
            observer?.Invoke(reached);
            if (reached.Residual <= options.Tolerance) return reached;
            if (evaluations >= options.MaxEvaluations || !double.IsFinite(energy))
                throw new ConvergenceException("FIRE minimisation (largest force in eV/Å)", evaluations, reached.Residual, options.Tolerance);

            if (Dot(force, velocity) > 0)
            {
                if (++downhill > Delay)
                {
                    step = Math.Min(step * Growth, LongestStep);
                    mixing *= MixingDecay;
                }
            }
            else
            {
                downhill = 0;
                // A first step begins at rest: that is no reason for a shorter one.
                if (evaluations > Delay) step = Math.Max(step * Shrinkage, ShortestStep);
                mixing = FirstMixing;
                AddScaled(x, -0.5 * moved, velocity, x);
                Array.Clear(velocity);
            }

            moved = Advance(x, velocity, force, step, mixing, options.LargestStep);
        }
    }

    // v ← v + F Δt, then v ← (1 − α) v + α |v| F/|F|, then x ← x + v Δt: semi-implicit Euler with the mixing between.
    // Returns the time for which the atoms moved: less than Δt where they would have gone too far.
    private static double Advance(Span<double> x, Span<double> velocity, ReadOnlySpan<double> force, double step, double mixing, double largestStep)
    {
        AddScaled(velocity, step, force, velocity);
        Combine(1 - mixing, velocity, mixing * Norm(velocity) / Norm(force), force, velocity);
        double time = Math.Min(step, largestStep / LargestMagnitude(velocity));
        AddScaled(x, time, velocity, x);
        return time;
    }
}
