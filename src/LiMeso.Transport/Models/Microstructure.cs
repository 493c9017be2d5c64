using LiMeso.Transport.Fractions;

namespace LiMeso.Transport.Models;

/// <summary>A polycrystal as a model sees it: diffusivities with the volume fractions already worked out.</summary>
/// <param name="Bulk">Grain diffusivity, m²/s.</param>
/// <param name="Boundary">Grain-boundary diffusivity, m²/s.</param>
/// <param name="TripleJunction">Triple-junction diffusivity, m²/s; NaN where it was not given (models that need it say so by <see cref="IPolycrystalModel.NeedsTripleJunctions"/>).</param>
/// <param name="RelativeWidth">x = w/d.</param>
/// <param name="Fractions">Volume fractions at x.</param>
/// <param name="AreaDensity">Boundary area per volume times grain size, S_V·d.</param>
/// <param name="Segregation">s = C_boundary/C_grain.</param>
public readonly record struct Microstructure(
    double Bulk, double Boundary, double TripleJunction, double RelativeWidth, PhaseFractions Fractions, double AreaDensity, double Segregation)
{
    /// <summary>Volume fraction of everything that is not grain, f.</summary>
    public double BoundaryFraction => Fractions.Interface;
}
