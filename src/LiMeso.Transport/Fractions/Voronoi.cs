using MathNet.Numerics;

namespace LiMeso.Transport.Fractions;

/// <summary>Poisson-Voronoi grains, d = (mean grain volume)^(1/3): facets H_G x − 2 H_T x², triple junctions H_T x².</summary>
/// <remarks>
/// H_G = S_V d = (256π/3)^(1/3) Γ(5/3)/2 is the mean boundary area and L_V d² = (16/15)(3/4)^(1/3) π^(5/3) Γ(4/3) the mean length of triple line of the
/// tessellation (Meijering 1953). Three slabs of width w that meet at 120° share an equilateral triangle of side w, so a triple line is a tube of
/// cross-section (√3/4) w² and H_T = (√3/4) L_V d²; each tube lies three half-times in the slabs, which are therefore shortened by twice its volume.
/// The same counting is exact for hexagonal columns. Tubes begin to overlap beyond x ≈ 0.3 (the facets would vanish at x = 0.576).
/// </remarks>
public sealed class Voronoi : IBoundaryFraction
{
    /// <summary>Boundary area per volume times d, H_G = 2.9104….</summary>
    public static readonly double FacetCoefficient = Math.Cbrt(256 * Math.PI / 3) * SpecialFunctions.Gamma(5.0 / 3) / 2;

    /// <summary>Triple-junction volume fraction over x², H_T = 2.5252….</summary>
    public static readonly double JunctionCoefficient =
        Math.Sqrt(3) / 4 * (16.0 / 15) * Math.Cbrt(0.75) * Math.Pow(Math.PI, 5.0 / 3) * SpecialFunctions.Gamma(4.0 / 3);

    /// <inheritdoc/>
    public string Formula => "f_gb = 2.9104 w/d - 5.0505 (w/d)^2, f_tj = 2.5253 (w/d)^2";

    /// <inheritdoc/>
    public string Source => "tessellation averages: J. L. Meijering, Philips Res. Rep. 8 (1953) 270; triple-junction tubes derived here";

    /// <inheritdoc/>
    public string Validity => "Poisson-Voronoi polyhedra, d = cube root of the mean grain volume, w/d <= 0.3";

    /// <inheritdoc/>
    public double LargestRelativeWidth => 0.3;

    /// <inheritdoc/>
    public double AreaDensity => FacetCoefficient;

    /// <inheritdoc/>
    public PhaseFractions Of(double relativeWidth)
    {
        double x = relativeWidth, junctions = JunctionCoefficient * x * x;
        return new(FacetCoefficient * x - 2 * junctions, junctions);
    }
}
