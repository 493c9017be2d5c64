namespace LiMeso.Transport.Models;

/// <summary>Hashin-Shtrikman bound of an isotropic two-phase polycrystal in n = 2 or 3 dimensions: coated spheres with the slower (lower bound) or faster (upper bound) phase as matrix.</summary>
/// <param name="side">Lower or upper bound.</param>
/// <param name="dimension">n, 2 or 3.</param>
public sealed class HashinShtrikman(BoundSide side, int dimension) : IPolycrystalModel
{
    private readonly int _dimension = dimension is 2 or 3 ? dimension : throw new ArgumentOutOfRangeException(nameof(dimension));

    /// <inheritdoc/>
    public string Formula => $"D = MG{_dimension}(matrix {(side == BoundSide.Lower ? "min" : "max")}(b, g), the other as inclusion); MG_n as in maxwell-garnett-nd with s = 1";

    /// <inheritdoc/>
    public string Source => "Z. Hashin, S. Shtrikman, J. Appl. Phys. 33 (1962) 3125";

    /// <inheritdoc/>
    public string Validity => $"{(_dimension == 2 ? "columns with the flux across them, isotropic in that plane" : "isotropic polycrystals")}, two phases, any f; type A kinetics";

    /// <inheritdoc/>
    public string DefaultFraction => _dimension == 2 ? "regular-polygon" : "polyhedron";

    /// <inheritdoc/>
    public RigorousBound Bound => new(side, $"any isotropic two-phase microstructure in {_dimension} dimensions with this boundary fraction");

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal)
    {
        double b = polycrystal.Bulk, g = polycrystal.Boundary, f = polycrystal.BoundaryFraction;
        bool boundaryIsMatrix = (g > b) == (side == BoundSide.Upper);
        return boundaryIsMatrix ? EffectiveMedium.CoatedSpheres(g, b, f, _dimension) : EffectiveMedium.CoatedSpheres(b, g, 1 - f, _dimension);
    }
}
