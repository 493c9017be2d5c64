namespace LiMeso.Transport.Models;

/// <summary>Square (n = 2) or cube (n = 3) grains as rows in series, each row grain and boundary side by side: D = 1/[(1−x)/(a b + (1−a) g) + x/g], a = (1−x)^(n−1).</summary>
/// <param name="dimension">n, 2 or 3.</param>
/// <remarks>Current redistributes freely between rows, so it is an upper bound for this geometry. x follows from the boundary fraction as in <see cref="BelovaMurchColumns"/>.</remarks>
public sealed class BelovaMurchRows(int dimension) : IPolycrystalModel
{
    private readonly BlockCell _cell = new(dimension);

    /// <inheritdoc/>
    public string Formula => _cell.Dimension == 2
        ? "D = 1 / ((1 - x)/((1 - x) b + x g) + x/g), x = w/d"
        : "D = 1 / ((1 - x)/(a b + (1 - a) g) + x/g), a = (1 - x)^2, x = w/d";

    /// <inheritdoc/>
    public string Source => BlockCell.Source;

    /// <inheritdoc/>
    public string Validity => $"{_cell.Grains} with the flux along an edge{(_cell.Dimension == 2 ? ", 0 to 17 % above the exact value" : "")}; type A kinetics";

    /// <inheritdoc/>
    public string DefaultFraction => _cell.Fraction;

    /// <inheritdoc/>
    public RigorousBound Bound => new(BoundSide.Upper, _cell.Grains);

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal)
    {
        double b = polycrystal.Bulk, g = polycrystal.Boundary, x = _cell.RelativeWidth(polycrystal);
        return EffectiveMedium.Series(g, EffectiveMedium.Parallel(g, b, _cell.StripFraction(x)), x);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings(in Microstructure polycrystal) => polycrystal.Boundary > polycrystal.Bulk
        ? ["the boundaries are faster than the grains: the row circuit then lies above the Hashin-Shtrikman upper bound of isotropic polycrystals."]
        : [];
}
