using LiMeso.FiniteVolume.Fields;

namespace LiMeso.FiniteVolume.Operators;

/// <summary>
/// Segregation factors k of the cells. The concentration is c = k a, where the activity a, in mol/m³, is the concentration that a
/// region of factor 1 has in equilibrium with the cell: what drives diffusion, and what does not jump at an interface.
/// </summary>
/// <param name="factors">k of every cell; null when it is 1 everywhere, so that activity and concentration are the same.</param>
internal sealed class Segregation(CellField? factors)
{
    /// <summary>k of every cell; null when it is 1 everywhere.</summary>
    public double[]? Factors { get; } = factors?.Shared;

    /// <summary>k of a cell.</summary>
    public double this[int cell] => Factors is null ? 1 : Factors[cell];

    /// <summary>k times what each cell has: its volume gives a capacity for activity, its diffusivity a permeability.</summary>
    /// <param name="values">One per cell; returned as they are when k is 1 everywhere.</param>
    public double[] Times(double[] values)
    {
        if (Factors is null) return values;
        double[] products = [.. values];
        ToConcentration(products);
        return products;
    }

    /// <summary>Turns concentrations into activities.</summary>
    /// <param name="values">One per cell.</param>
    public void ToActivity(Span<double> values)
    {
        if (Factors is null) return;
        for (int cell = 0; cell < values.Length; cell++) values[cell] /= Factors[cell];
    }

    /// <summary>Turns activities into concentrations.</summary>
    /// <param name="values">One per cell.</param>
    public void ToConcentration(Span<double> values)
    {
        if (Factors is null) return;
        for (int cell = 0; cell < values.Length; cell++) values[cell] *= Factors[cell];
    }
}
