namespace LiMeso.Transport.Models;

/// <summary>Wiener bound: harmonic (lower) or arithmetic (upper) mean of the two diffusivities by volume.</summary>
/// <param name="side">Lower or upper bound.</param>
public sealed class Wiener(BoundSide side) : IPolycrystalModel
{
    /// <inheritdoc/>
    public string Formula => side == BoundSide.Lower ? "D = 1 / (f/g + (1 - f)/b)" : "D = f g + (1 - f) b";

    /// <inheritdoc/>
    public string Source => "O. Wiener, Abh. Saechs. Akad. Wiss. Math.-Phys. Kl. 32 (1912) 509";

    /// <inheritdoc/>
    public string Validity => "any two-phase microstructure, any f; attained by layers across (lower) or along (upper) the flux; type A kinetics";

    /// <inheritdoc/>
    public string DefaultFraction => "polyhedron";

    /// <inheritdoc/>
    public RigorousBound Bound => new(side, "any two-phase microstructure with this boundary fraction");

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal)
    {
        double b = polycrystal.Bulk, g = polycrystal.Boundary, f = polycrystal.BoundaryFraction;
        return side == BoundSide.Lower ? EffectiveMedium.Series(g, b, f) : EffectiveMedium.Parallel(g, b, f);
    }
}
