using LiMeso.FiniteVolume.Fields;

namespace LiMeso.FiniteVolume.Operators;

/// <summary>
/// Segregation factors k of the cells. The concentration is c = k a, where the activity a, in mol/m³, is the concentration that a
/// region of factor 1 has in equilibrium with the cell: what drives diffusion, and what does not jump at an interface.
/// </summary>
/// <param name="factors">k of every cell; null when it is 1 everywhere, so that activity and concentration are the same.</param>
internal sealed class Segregation(CellField? factors)
{
    private readonly double[]? _factors = factors?.Shared;

    /// <summary>k of a cell.</summary>
    public double this[int cell] => _factors is null ? 1 : _factors[cell];

    /// <summary>k times what each cell has: its volume gives a capacity for activity, its diffusivity a permeability.</summary>
    /// <param name="values">One per cell; returned as they are when k is 1 everywhere.</param>
    public double[] Times(double[] values)
    {
        if (_factors is null) return values;
        double[] products = [.. values];
        ToConcentration(products);
        return products;
    }

    /// <summary>Turns concentrations into activities.</summary>
    /// <param name="values">One per cell.</param>
    public void ToActivity(Span<double> values)
    {
        if (_factors is null) return;
        for (int cell = 0; cell < values.Length; cell++) values[cell] /= _factors[cell];
    }

    /// <summary>Turns activities into concentrations.</summary>
    /// <param name="values">One per cell.</param>
    public void ToConcentration(Span<double> values)
    {
        if (_factors is null) return;
        for (int cell = 0; cell < values.Length; cell++) values[cell] *= _factors[cell];
    }
}
