namespace LiMeso.Transport.Fractions;

/// <summary>Columnar grains whose cross-section is a polygon about a circle of diameter d: f = 1 − (1−x)².</summary>
/// <remarks>
/// Any polygon with an inscribed circle gives the same f: its area is (perimeter × d)/4, and a border of width w/2 leaves a similar polygon of inradius (d−w)/2.
/// The split into facets 2x(1−x) and junctions x² is exact for the cells that tile, hexagons (three boundaries meet) and squares (four).
/// Written so that nothing cancels at small x, where 1 − (1−x)² would lose half the digits.
/// </remarks>
public sealed class RegularPolygon : IBoundaryFraction
{
    /// <inheritdoc/>
    public string Formula => "f = 1 - (1 - w/d)^2, of it triple junctions (w/d)^2";

    /// <inheritdoc/>
    public string Source =>
        "J. S. Yoon, H. Sulaimon, D. J. Siegel, J. Mater. Chem. A 11 (2023) 23288, eqn 7, after H. Guo, X.-M. Guo, Appl. Math. Mech. 28 (2007) 141; split into facets and junctions from geometry";

    /// <inheritdoc/>
    public string Validity => "columns with a polygonal cross-section, d = diameter of the inscribed circle (flat to flat), 0 <= w/d <= 1";

    /// <inheritdoc/>
    public double LargestRelativeWidth => 1;

    /// <inheritdoc/>
    public double AreaDensity => 2;

    /// <inheritdoc/>
    public PhaseFractions Of(double relativeWidth)
    {
        double x = relativeWidth;
        return new(2 * x * (1 - x), x * x);
    }
}
