namespace LiMeso.Transport.Fractions;

/// <summary>Volume fractions of the fast (or slow) skeleton of a polycrystal; what is left is grain.</summary>
/// <param name="Boundary">Grain-boundary facets, without the triple junctions; 0 … 1.</param>
/// <param name="TripleJunction">Triple-junction tubes (in three dimensions with their end points); 0 … 1.</param>
public readonly record struct PhaseFractions(double Boundary, double TripleJunction)
{
    /// <summary>Everything that is not grain: what a model with two phases calls the boundary fraction f.</summary>
    public double Interface => Boundary + TripleJunction;

    /// <summary>Grain interiors, 1 − f.</summary>
    public double Grain => 1 - Interface;
}
