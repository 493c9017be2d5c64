using LiMeso.Core;
using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Minimisation;

/// <summary>The minimisers.</summary>
public static class Minimisers
{
    /// <summary>All of them, by name.</summary>
    public static readonly Registry<IMinimiser> All = new("minimiser")
    {
        { "fire", "damped dynamics that speeds up while it runs downhill: robust on rough landscapes", new Fire() },
        { "conjugate-gradients", "Polak-Ribiere directions with a line search on the slope: fewest evaluations near a minimum", new ConjugateGradients() },
    };

    /// <summary>Walks all the way to a minimum.</summary>
    /// <param name="minimiser">The method.</param>
    /// <param name="landscape">The energy.</param>
    /// <param name="x">The start; the minimum on return.</param>
    /// <param name="options">When to stop.</param>
    /// <returns>The last step.</returns>
    /// <exception cref="ConvergenceException">The tolerance was not reached.</exception>
    public static MinimisationStep Minimise(this IMinimiser minimiser, IEnergyLandscape landscape, double[] x, MinimiserOptions options)
    {
        IDescent descent = minimiser.Begin(landscape, x, options);
        while (!(descent.Reached.Residual <= options.Tolerance)) descent.Advance();
        return descent.Reached;
    }
}
