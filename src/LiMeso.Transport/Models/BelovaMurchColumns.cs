namespace LiMeso.Transport.Models;

/// <summary>Square (n = 2) or cube (n = 3) grains as columns side by side, each grain in series with its boundary: D = (1−a) g + a/[(1−x)/b + x/g], a = (1−x)^(n−1).</summary>
/// <param name="dimension">n, 2 or 3.</param>
/// <remarks>
/// No current crosses between columns, so it is a lower bound for this geometry. x follows from the boundary fraction, x = 1 − (1−f)^(1/n): with the default
/// fraction that is w/d itself, with another the cell of equal boundary volume.
/// </remarks>
public sealed class BelovaMurchColumns(int dimension) : IPolycrystalModel
{
    private readonly BlockCell _cell = new(dimension);

    /// <inheritdoc/>
    public string Formula => _cell.Dimension == 2
        ? "D = x g + (1 - x) / ((1 - x)/b + x/g), x = w/d"
        : "D = (1 - a) g + a / ((1 - x)/b + x/g), a = (1 - x)^2, x = w/d";

    /// <inheritdoc/>
    public string Source => BlockCell.Source;

    /// <inheritdoc/>
    public string Validity => $"{_cell.Grains} with the flux along an edge{(_cell.Dimension == 2 ? ", 0 to 14 % below the exact value" : "")}; type A kinetics";

    /// <inheritdoc/>
    public string DefaultFraction => _cell.Fraction;

    /// <inheritdoc/>
    public RigorousBound Bound => new(BoundSide.Lower, _cell.Grains);

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal)
    {
        double b = polycrystal.Bulk, g = polycrystal.Boundary, x = _cell.RelativeWidth(polycrystal);
        double alongside = _cell.StripFraction(x);
        return alongside * g + (1 - alongside) * EffectiveMedium.Series(g, b, x);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings(in Microstructure polycrystal) => polycrystal.Boundary < polycrystal.Bulk
        ? ["the boundaries are slower than the grains: the column circuit then lies below the Hashin-Shtrikman lower bound of isotropic polycrystals."]
        : [];
}
