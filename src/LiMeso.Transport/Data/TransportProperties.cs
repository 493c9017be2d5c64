using LiMeso.Transport.Models;

namespace LiMeso.Transport.Data;

/// <summary>What a data set says about a polycrystal at one temperature, value by value with its status.</summary>
/// <param name="Temperature">K.</param>
/// <param name="Selection">Which boundary diffusivity: mean, slowest, fastest, or a boundary's id.</param>
/// <param name="Bulk">Grain diffusivity, m²/s.</param>
/// <param name="Boundary">Grain-boundary diffusivity, m²/s.</param>
/// <param name="TripleJunction">Triple-junction diffusivity, m²/s.</param>
/// <param name="Width">Grain-boundary width, m.</param>
/// <param name="Segregation">C_boundary/C_grain.</param>
public sealed record TransportProperties(
    double Temperature, string Selection, PropertyValue Bulk, PropertyValue Boundary, PropertyValue TripleJunction, PropertyValue Width, PropertyValue Segregation)
{
    /// <summary>Whether any value lies outside its data.</summary>
    public bool Extrapolated => Values.Any(v => v.Value.Extrapolated);

    /// <summary>The values with their names, for tables.</summary>
    public IEnumerable<(string Name, string SiUnit, PropertyValue Value)> Values =>
    [
        ("bulk diffusivity", "m^2/s", Bulk), ("grain-boundary diffusivity", "m^2/s", Boundary), ("triple-junction diffusivity", "m^2/s", TripleJunction),
        ("grain-boundary width", "m", Width), ("segregation factor", "", Segregation),
    ];

    /// <summary>The input of a polycrystal model.</summary>
    /// <param name="grainSize">m.</param>
    public PolycrystalInput ToInput(double grainSize) => new()
    {
        DBulk = Bulk.Value,
        DBoundary = Boundary.Value,
        DTripleJunction = TripleJunction.Value,
        Width = Width.Value,
        GrainSize = grainSize,
        Segregation = Segregation.Value,
    };
}
