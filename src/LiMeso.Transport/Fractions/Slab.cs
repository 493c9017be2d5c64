namespace LiMeso.Transport.Fractions;

/// <summary>Parallel slabs a distance d apart: f = x. No triple junctions.</summary>
public sealed class Slab : IBoundaryFraction
{
    /// <inheritdoc/>
    public string Formula => "f = w/d";

    /// <inheritdoc/>
    public string Source => "geometry";

    /// <inheritdoc/>
    public string Validity => "parallel boundaries, d = period of the stack, 0 <= w/d <= 1";

    /// <inheritdoc/>
    public double LargestRelativeWidth => 1;

    /// <inheritdoc/>
    public double AreaDensity => 1;

    /// <inheritdoc/>
    public PhaseFractions Of(double relativeWidth) => new(relativeWidth, 0);
}
