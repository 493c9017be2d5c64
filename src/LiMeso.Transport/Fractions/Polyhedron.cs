namespace LiMeso.Transport.Fractions;

/// <summary>Grains that are polyhedra about a sphere of diameter d (cubes, for one): f = 1 − (1−x)³.</summary>
/// <remarks>
/// The facets hold 3x(1−x)², the edges with their end points x²(3−2x): exact for cubes, and the split used for tetrakaidecahedra by Palumbo, Thorpe and Aust.
/// Nothing cancels at small x.
/// </remarks>
public sealed class Polyhedron : IBoundaryFraction
{
    /// <inheritdoc/>
    public string Formula => "f = 1 - (1 - w/d)^3, of it triple junctions (w/d)^2 (3 - 2 w/d)";

    /// <inheritdoc/>
    public string Source => "geometry; G. Palumbo, S. J. Thorpe, K. T. Aust, Scr. Metall. Mater. 24 (1990) 1347 (form quoted from general knowledge, not checked against the paper)";

    /// <inheritdoc/>
    public string Validity => "polyhedra about an inscribed sphere, d = its diameter, 0 <= w/d <= 1";

    /// <inheritdoc/>
    public double LargestRelativeWidth => 1;

    /// <inheritdoc/>
    public double AreaDensity => 3;

    /// <inheritdoc/>
    public PhaseFractions Of(double relativeWidth)
    {
        double x = relativeWidth;
        return new(3 * x * (1 - x) * (1 - x), x * x * (3 - 2 * x));
    }
}
