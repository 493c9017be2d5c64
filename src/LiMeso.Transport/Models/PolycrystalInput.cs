namespace LiMeso.Transport.Models;

/// <summary>What a polycrystal model is given: three diffusivities, two lengths and the segregation factor, in SI units.</summary>
public sealed record PolycrystalInput
{
    /// <summary>Diffusivity in the grains, m²/s; positive.</summary>
    public required double DBulk { get; init => field = Positive(value, "bulk diffusivity", "m2/s"); }

    /// <summary>Diffusivity in the grain boundaries, m²/s; positive.</summary>
    public required double DBoundary { get; init => field = Positive(value, "grain-boundary diffusivity", "m2/s"); }

    /// <summary>Diffusivity in the triple junctions, m²/s, positive; null when not known. Only models with a triple-junction phase look at it.
    /// The usual estimate is <see cref="ChenSchuh.DefaultTripleJunctionFactor"/> times the boundary's.</summary>
    public double? DTripleJunction
    {
        get;
        init => field = value is { } d ? Positive(d, "triple-junction diffusivity", "m2/s") : null;
    }

    /// <summary>Width of a grain boundary, m; zero (no boundaries) or positive.</summary>
    public required double Width
    {
        get;
        init => field = double.IsFinite(value) && value >= 0 ? value : throw Bad("grain-boundary width", value, "m", "zero or positive");
    }

    /// <summary>Grain size d, m; positive. The boundary fraction says which length of the grain it is.</summary>
    public required double GrainSize { get; init => field = Positive(value, "grain size", "m"); }

    /// <summary>Segregation factor s = C_boundary/C_grain at equilibrium, dimensionless, positive; 1 for self-diffusion.</summary>
    public double Segregation { get; init => field = Positive(value, "segregation factor", ""); } = 1;

    /// <summary>x = w/d, dimensionless.</summary>
    public double RelativeWidth => Width / GrainSize;

    private static double Positive(double value, string what, string unit) =>
        double.IsFinite(value) && value > 0 ? value : throw Bad(what, value, unit, "positive");

    private static ArgumentOutOfRangeException Bad(string what, double value, string unit, string wanted) =>
        new(null, FormattableString.Invariant($"{what} must be finite and {wanted}, not {value:g6}{(unit.Length > 0 ? " " : "")}{unit}."));
}
