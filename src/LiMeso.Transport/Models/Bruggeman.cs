namespace LiMeso.Transport.Models;

/// <summary>Symmetric effective medium in n = 2 or 3 dimensions: D = [B + √(B² + 4(n−1) g b)] / (2(n−1)), B = (n f − 1) g + (n(1−f) − 1) b.</summary>
/// <param name="dimension">n, 2 or 3.</param>
/// <remarks>
/// Grains and boundary treated alike, as specks in each other, so fast boundaries percolate only above f = 1/n. A boundary network is connected at any f:
/// kept as the contrast to the models that know it. For B &lt; 0 the conjugate form 2 g b / (√… − B) avoids the subtraction.
/// </remarks>
public sealed class Bruggeman(int dimension) : IPolycrystalModel
{
    private readonly int _dimension = dimension is 2 or 3 ? dimension : throw new ArgumentOutOfRangeException(nameof(dimension));

    /// <inheritdoc/>
    public string Formula => _dimension == 2
        ? "D = (B + sqrt(B^2 + 4 g b))/2, B = (2f - 1)(g - b)"
        : "D = (B + sqrt(B^2 + 8 g b))/4, B = (3f - 1) g + (2 - 3f) b";

    /// <inheritdoc/>
    public string Source => "D. A. G. Bruggeman, Ann. Phys. (Leipzig) 24 (1935) 636";

    /// <inheritdoc/>
    public string Validity => $"random mixtures of grains and specks of boundary; threshold at f = 1/{_dimension}, which a connected boundary network does not have; type A kinetics";

    /// <inheritdoc/>
    public string DefaultFraction => _dimension == 2 ? "regular-polygon" : "polyhedron";

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal)
    {
        double b = polycrystal.Bulk, g = polycrystal.Boundary, f = polycrystal.BoundaryFraction, n = _dimension;
        double mean = (n * f - 1) * g + (n * (1 - f) - 1) * b;
        double root = Math.Sqrt(mean * mean + 4 * (n - 1) * g * b);
        return mean >= 0 ? (mean + root) / (2 * (n - 1)) : 2 * g * b / (root - mean);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings(in Microstructure polycrystal) =>
        polycrystal.Boundary > polycrystal.Bulk && polycrystal.BoundaryFraction < 1.0 / _dimension
            ? [$"the boundary fraction is below this model's percolation threshold 1/{_dimension}: it misses the connected boundary network and stays near the bulk diffusivity."]
            : [];
}
