namespace LiMeso.Transport.Models;

/// <summary>Boundaries parallel to the flux: D = [s f g + (1−f) b] / (1 − f + s f).</summary>
/// <remarks>Exact for columns and for layers along the flux. For s = 1 the upper Wiener bound, so an over-estimate for any isotropic network of fast boundaries.</remarks>
public sealed class Hart : IPolycrystalModel
{
    /// <inheritdoc/>
    public string Formula => "D = (s f g + (1 - f) b) / (1 - f + s f); for s = 1: D = f g + (1 - f) b";

    /// <inheritdoc/>
    public string Source =>
        "E. W. Hart, Acta Metall. 5 (1957) 597; J. S. Yoon, H. Sulaimon, D. J. Siegel, J. Mater. Chem. A 11 (2023) 23288, eqn 6; with segregation the form known as "
        + "Hart-Mortlock, A. J. Mortlock, Acta Metall. 8 (1960) 132";

    /// <inheritdoc/>
    public string Validity => "exact for columnar grains with the flux along the columns; an upper bound for isotropic grains; any f; type A kinetics";

    /// <inheritdoc/>
    public string DefaultFraction => "regular-polygon";

    /// <inheritdoc/>
    public bool SupportsSegregation => true;

    /// <inheritdoc/>
    public RigorousBound Bound => new(BoundSide.Upper, "any two-phase microstructure with this boundary fraction (s = 1)");

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal)
    {
        double f = polycrystal.BoundaryFraction, s = polycrystal.Segregation;
        return (s * f * polycrystal.Boundary + (1 - f) * polycrystal.Bulk) / (1 - f + s * f);
    }
}
