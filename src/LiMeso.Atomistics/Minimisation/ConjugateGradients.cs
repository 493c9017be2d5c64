using LiMeso.Core;
using static LiMeso.Atomistics.Minimisation.VectorAlgebra;

namespace LiMeso.Atomistics.Minimisation;

/// <summary>Nonlinear conjugate gradients, β = max(0, β of Polak and Ribière), which restarts along the force by itself when a direction has become useless.</summary>
public sealed class ConjugateGradients : IMinimiser
{
    // A length per force: the inverse of a soft metal's stiffness per atom, about 2 eV/Å². Only the first trial step depends on it.
    private const double FirstStep = 0.4;

    // A trial step is no longer than this many times the last one.
    private const double Boldness = 3;

    /// <inheritdoc/>
    public string Source => "Polak & Ribière, Rev. Fr. Inform. Rech. Opér. 3 (1969) 35; Gilbert & Nocedal, SIAM J. Optim. 2 (1992) 21";

    /// <inheritdoc/>
    public MinimisationStep Minimise(IEnergyLandscape landscape, Span<double> x, MinimiserOptions options, Action<MinimisationStep>? observer = null)
    {
        int n = landscape.Variables;
        var search = new LineSearch(landscape, options);
        double[] force = new double[n], direction = new double[n];
        double energy = search.Start(x, force), trial = FirstStep;
        bool alongForce = true;
        force.CopyTo(direction, 0);
        while (true)
        {
            var reached = new MinimisationStep(search.Evaluations, energy, landscape.Residual);
            observer?.Invoke(reached);
            if (reached.Residual <= options.Tolerance) return reached;

            double slope = Dot(force, direction), step;
            if (slope > 0 && (step = search.Go(x, force, direction, ref energy, trial)) > 0)
            {
                double[] next = search.Forces;
                double beta = Math.Max(0, (Dot(next, next) - Dot(next, force)) / Dot(force, force));
                AddScaled(next, beta, direction, direction);
                next.CopyTo(force, 0);
                // The next step gains about as much energy as this one did.
                trial = Math.Min(Boldness * step, step * slope / Dot(force, direction));
                if (!(trial > 0)) trial = step;
                alongForce = beta == 0;
            }
            else if (alongForce || search.Evaluations >= options.MaxEvaluations)
            {
                throw new ConvergenceException("conjugate-gradient minimisation (largest force in eV/Å)", search.Evaluations, reached.Residual, options.Tolerance);
            }
            else
            {
                force.CopyTo(direction, 0);
                (alongForce, trial) = (true, FirstStep);
            }
        }
    }
}
