using LiMeso.Core.Registries;

namespace LiMeso.Transport.Fractions;

/// <summary>The grain-boundary fractions a case may name.</summary>
public static class BoundaryFractions
{
    /// <summary>All of them; a new one is one file and one line here.</summary>
    public static readonly Registry<IBoundaryFraction> All = new("boundary fraction")
    {
        { "slab", "parallel boundaries, f = w/d", new Slab() },
        { "regular-polygon", "columnar grains, f = 1 - (1 - w/d)^2", new RegularPolygon() },
        { "polyhedron", "equiaxed polyhedra, f = 1 - (1 - w/d)^3", new Polyhedron() },
        { "voronoi", "Poisson-Voronoi grains with triple junctions, w/d <= 0.3", new Voronoi() },
    };

    /// <summary>The name a fraction is registered under, or its type's name when it is not.</summary>
    /// <param name="fraction">The fraction.</param>
    public static string NameOf(IBoundaryFraction fraction)
    {
        ArgumentNullException.ThrowIfNull(fraction);
        return All.FirstOrDefault(entry => ReferenceEquals(entry.Member, fraction) || entry.Member.GetType() == fraction.GetType())?.Name ?? fraction.GetType().Name;
    }
}
