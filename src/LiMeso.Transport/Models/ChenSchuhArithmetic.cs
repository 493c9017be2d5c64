namespace LiMeso.Transport.Models;

/// <summary>Arithmetic rule of mixtures of grains, boundaries and triple junctions: D = (1 − f_gb − f_tj) b + f_gb g + f_tj j.</summary>
/// <remarks>The upper Wiener bound of three phases: everything parallel to the flux.</remarks>
public sealed class ChenSchuhArithmetic : IPolycrystalModel
{
    /// <inheritdoc/>
    public string Formula => "D = (1 - f_gb - f_tj) b + f_gb g + f_tj j";

    /// <inheritdoc/>
    public string Source => $"arithmetic rule of mixtures, the reference in {ChenSchuh.PaperNotRead}; as a bound: O. Wiener, Abh. Saechs. Akad. Wiss. Math.-Phys. Kl. 32 (1912) 509";

    /// <inheritdoc/>
    public string Validity => "exact where grains, boundaries and junctions all run along the flux; otherwise an upper bound; w/d <= 0.3 with the voronoi fraction; type A kinetics";

    /// <inheritdoc/>
    public string DefaultFraction => "voronoi";

    /// <inheritdoc/>
    public bool NeedsTripleJunctions => true;

    /// <inheritdoc/>
    public RigorousBound Bound => new(BoundSide.Upper, "any three-phase microstructure with these fractions");

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal) =>
        polycrystal.Fractions.Grain * polycrystal.Bulk + polycrystal.Fractions.Boundary * polycrystal.Boundary
        + polycrystal.Fractions.TripleJunction * polycrystal.TripleJunction;
}
