using LiMeso.Core;

namespace LiMeso.Depletion.Maps;

/// <summary>Utilisation and capacity over whole grids. Allocates nothing; every point is the full solution, to the accuracy of a single one.</summary>
public static class CapacityMap
{
    /// <summary>Utilisation u(Λ) at many Λ.</summary>
    /// <param name="lambda">Λ = F C0 D/(I L), each positive and finite.</param>
    /// <param name="utilisation">Receives u in (0, 1), as long as <paramref name="lambda"/>. May be the same memory.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A Λ is not a positive finite number.</exception>
    public static void Utilisation(ReadOnlySpan<double> lambda, Span<double> utilisation)
    {
        Require.SameLength(lambda.Length, utilisation.Length);
        for (int i = 0; i < lambda.Length; i++) utilisation[i] = ReducedDepletionTime.FromLambda(lambda[i]) / lambda[i];
    }

    /// <summary>Capacity I t_d of one foil thickness over a grid of currents and diffusivities.</summary>
    /// <param name="currentDensity">Current densities, A/m²: the rows.</param>
    /// <param name="diffusivity">Diffusivities, m²/s: the columns (one a grain size, say).</param>
    /// <param name="thickness">Foil thickness, m.</param>
    /// <param name="initialConcentration">C0, mol/m³.</param>
    /// <param name="capacity">Receives C/m² row by row: capacity[i·columns + j] at current i and diffusivity j.</param>
    /// <exception cref="ArgumentException">The map does not have rows times columns elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive and finite.</exception>
    public static void Capacity(
        ReadOnlySpan<double> currentDensity, ReadOnlySpan<double> diffusivity, double thickness, double initialConcentration, Span<double> capacity)
    {
        Require.SameLength(currentDensity.Length * diffusivity.Length, capacity.Length);
        Require.Positive(thickness);
        Require.Positive(initialConcentration);
        double charge = PhysicalConstants.Faraday * initialConcentration, inventory = charge * thickness;
        for (int i = 0; i < currentDensity.Length; i++)
        {
            Require.Positive(currentDensity[i], nameof(currentDensity));
            double lambdaOverDiffusivity = charge / (currentDensity[i] * thickness);
            Span<double> row = capacity.Slice(i * diffusivity.Length, diffusivity.Length);
            for (int j = 0; j < row.Length; j++)
            {
                double lambda = lambdaOverDiffusivity * diffusivity[j];
                row[j] = inventory * (ReducedDepletionTime.FromLambda(lambda) / lambda);
            }
        }
    }
}
