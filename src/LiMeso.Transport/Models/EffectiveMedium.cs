namespace LiMeso.Transport.Models;

// K_eff of coated n-spheres of every size (matrix shell K_m, inclusion core K_i, matrix fraction φ):
//   K_eff = K_m [ (n − (n−1)φ) K_i + (n−1) φ K_m ] / [ φ K_i + (n − φ) K_m ]
// The textbook form K_m [K_i+(n−1)K_m+(n−1)Φ(K_i−K_m)] / [K_i+(n−1)K_m−Φ(K_i−K_m)] with Φ = 1 − φ is the same, but subtracts: at
// K_m/K_i = 1e5 and φ = 1e-6 it loses six digits. Here every term is positive.

/// <summary>The two-phase formulas the models are made of. Arguments are conductivities (diffusivity × solubility); results too.</summary>
internal static class EffectiveMedium
{
    /// <summary>Maxwell-Garnett mixture in <paramref name="dimension"/> dimensions: inclusions in a continuous matrix of volume fraction <paramref name="matrixFraction"/>.</summary>
    internal static double CoatedSpheres(double matrix, double inclusion, double matrixFraction, int dimension)
    {
        double n = dimension, phi = matrixFraction;
        return matrix * ((n - (n - 1) * phi) * inclusion + (n - 1) * phi * matrix) / (phi * inclusion + (n - phi) * matrix);
    }

    /// <summary>Layers along the flux: arithmetic mean.</summary>
    internal static double Parallel(double a, double b, double fractionOfA) => fractionOfA * a + (1 - fractionOfA) * b;

    /// <summary>Layers across the flux: harmonic mean.</summary>
    internal static double Series(double a, double b, double fractionOfA) => 1 / (fractionOfA / a + (1 - fractionOfA) / b);
}
