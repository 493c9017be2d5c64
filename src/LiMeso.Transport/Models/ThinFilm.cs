namespace LiMeso.Transport.Models;

/// <summary>Thin fast films of random orientation: D = b + (2/3) S_V w (g − b).</summary>
/// <remarks>
/// A film carries its excess only in its plane, and the mean of cos² to the flux over random planes is 2/3. First order in the boundary area per volume S_V,
/// taken from the boundary fraction chosen. Films slower than the grains block across their plane, which this law does not contain.
/// </remarks>
public sealed class ThinFilm : IPolycrystalModel
{
    /// <inheritdoc/>
    public string Formula => "D = b + (2/3) S_V w (g - b), S_V = boundary area per volume";

    /// <inheritdoc/>
    public string Source =>
        "derived here from the orientation average; probably what is cited as H. S. Levine, C. J. MacCallum, J. Appl. Phys. 31 (1960) 595, which could not be consulted: agreement is not verified";

    /// <inheritdoc/>
    public string Validity => "isotropic thin boundaries, g > b, S_V w << 1; type A kinetics";

    /// <inheritdoc/>
    public string DefaultFraction => "voronoi";

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal)
    {
        double b = polycrystal.Bulk, film = 2.0 / 3 * polycrystal.AreaDensity * polycrystal.RelativeWidth;
        return b + film * (polycrystal.Boundary - b);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings(in Microstructure polycrystal)
    {
        List<string> warnings = [];
        double covered = polycrystal.AreaDensity * polycrystal.RelativeWidth;
        if (covered > 0.1)
            warnings.Add(FormattableString.Invariant($"boundary area per volume times width is {covered:g2}: a law of first order in it is off by about as much."));
        if (polycrystal.Boundary < polycrystal.Bulk)
            warnings.Add("the boundaries are slower than the grains: the thin-film law leaves out that they block the flux across them.");
        return warnings;
    }
}
