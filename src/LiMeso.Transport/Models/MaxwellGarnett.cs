namespace LiMeso.Transport.Models;

/// <summary>Slabs (n = 1), circular (2) or spherical (3) grains in a continuous boundary matrix, with equilibrium segregation.</summary>
/// <param name="dimension">n, 1 to 3.</param>
/// <remarks>
/// One coated n-sphere is solved with conductivities K_gb = g (concentration 1) and K_grain = b/s, and the effective conductivity is divided by the mean
/// concentration f + (1−f)/s, because a tracer's flux is driven by that mean. For s = 1 and g &gt; b this is the upper Hashin-Shtrikman bound, for g &lt; b the lower one.
/// Thin boundaries, g ≫ b: n = 2 gives b + (f/2)(g − b), n = 3 gives b + (2/3) f (g − b).
/// </remarks>
public sealed class MaxwellGarnett(int dimension) : IPolycrystalModel
{
    private readonly int _dimension = dimension is >= 1 and <= 3 ? dimension : throw new ArgumentOutOfRangeException(nameof(dimension));

    /// <inheritdoc/>
    public string Formula => _dimension switch
    {
        1 => "D = K / (f + (1 - f)/s), K = 1 / (f/g + (1 - f) s/b); for s = 1: D = 1 / (f/g + (1 - f)/b)",
        2 => "D = K / (f + (1 - f)/s), K = g [(2 - f) k + f g] / [f k + (2 - f) g], k = b/s",
        _ => "D = K / (f + (1 - f)/s), K = g [(3 - 2f) k + 2 f g] / [f k + (3 - f) g], k = b/s",
    };

    /// <inheritdoc/>
    public string Source =>
        "J. C. Maxwell Garnett, Philos. Trans. R. Soc. London 203 (1904) 385, re-derived here from one coated grain; the form with segregation answers to J. R. Kalnin, E. Kotomin, "
        + "J. Phys. A 31 (1998) 7227, whose equations could not be consulted: agreement with them is not verified";

    /// <inheritdoc/>
    public string Validity => _dimension switch
    {
        1 => "exact for layers across the flux; any f; type A kinetics",
        2 => "grains wrapped in boundary, flux across columns; exact for coated cylinders of all sizes, within 5 % for square grains up to w/d = 0.5; type A kinetics",
        _ => "grains wrapped in boundary; exact for coated spheres of all sizes; type A kinetics",
    };

    /// <inheritdoc/>
    public string DefaultFraction => _dimension switch { 1 => "slab", 2 => "regular-polygon", _ => "polyhedron" };

    /// <inheritdoc/>
    public bool SupportsSegregation => true;

    /// <inheritdoc/>
    public RigorousBound? Bound => _dimension == 1 ? new(BoundSide.Lower, "any two-phase microstructure with this boundary fraction (s = 1)") : null;

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal)
    {
        double f = polycrystal.BoundaryFraction, s = polycrystal.Segregation;
        double conductivity = EffectiveMedium.CoatedSpheres(polycrystal.Boundary, polycrystal.Bulk / s, f, _dimension);
        return conductivity / (f + (1 - f) / s);
    }
}
