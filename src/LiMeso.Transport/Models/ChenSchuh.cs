namespace LiMeso.Transport.Models;

/// <summary>Grains, boundaries and triple junctions by a hierarchical effective medium: facets are discs in the triple-junction net, grains are spheres in that net of facets.</summary>
/// <remarks>
/// f = f_gb + f_tj, φ = f_tj/f; the skeleton is the two-dimensional Maxwell-Garnett mixture of facets g in junctions j (matrix fraction φ), the polycrystal the
/// three-dimensional one of grains in the skeleton. Thin limit b + (2/3) f_gb g + (1/3) f_tj j, as for an isotropic net of films (2/3) and of lines (1/3, Lemlich).
/// With j = g it is maxwell-garnett-3d at f.
/// </remarks>
public sealed class ChenSchuh : IPolycrystalModel
{
    /// <summary>The usual estimate of D_triple-junction / D_boundary where it is not known, 100, the choice of Yoon, Sulaimon and Siegel (2023).</summary>
    public const double DefaultTripleJunctionFactor = 100;

    internal const string PaperNotRead =
        "Y. Chen, C. A. Schuh, J. Appl. Phys. 101 (2007) 063524, whose equations could not be consulted";

    /// <inheritdoc/>
    public string Formula => "D = MG3(matrix m, grains b, 1 - f), m = MG2(matrix j, facets g, 1 - f_tj/f), f = f_gb + f_tj; MG_n as in maxwell-garnett-nd with s = 1";

    /// <inheritdoc/>
    public string Source => $"a reconstruction derived here, after {PaperNotRead}: agreement with them is not verified";

    /// <inheritdoc/>
    public string Validity => "equiaxed grains, j >= g; w/d <= 0.3 with the voronoi fraction; type A kinetics";

    /// <inheritdoc/>
    public string DefaultFraction => "voronoi";

    /// <inheritdoc/>
    public bool NeedsTripleJunctions => true;

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal)
    {
        double f = polycrystal.BoundaryFraction;
        double junctionShare = f > 0 ? polycrystal.Fractions.TripleJunction / f : 0;
        double skeleton = EffectiveMedium.CoatedSpheres(polycrystal.TripleJunction, polycrystal.Boundary, junctionShare, 2);
        return EffectiveMedium.CoatedSpheres(skeleton, polycrystal.Bulk, f, 3);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings(in Microstructure polycrystal)
    {
        if (polycrystal.Fractions is { TripleJunction: 0, Boundary: > 0 })
            return ["the boundary fraction chosen has no triple junctions: the result is maxwell-garnett-3d."];
        return polycrystal.TripleJunction < polycrystal.Boundary
            ? ["the triple junctions are slower than the boundaries, yet the model lets them cut every facet off from the next: it then under-estimates."]
            : [];
    }
}
