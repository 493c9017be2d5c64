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
}
