using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Fields;

/// <summary>One value per cell, with a name and a unit.</summary>
public sealed class CellField
{
    private readonly double[] _values;

    /// <summary>A field from values.</summary>
    /// <param name="name">What it is, such as "concentration".</param>
    /// <param name="unit">SI unit as text, such as "mol/m^3".</param>
    /// <param name="values">One value per cell, copied.</param>
    public CellField(string name, string unit, ReadOnlySpan<double> values)
    {
        (Name, Unit, _values) = (name, unit, values.ToArray());
    }

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>SI unit as text.</summary>
    public string Unit { get; }

    /// <summary>One value per cell, in the mesh's order.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The values without a copy, for those who only read.</summary>
    internal double[] Shared => _values;

    /// <summary>The same value in every cell.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="unit">SI unit as text.</param>
    /// <param name="mesh">The mesh.</param>
    /// <param name="value">The value.</param>
    public static CellField Uniform(string name, string unit, RectilinearMesh mesh, double value)
    {
        var values = new double[mesh.Cells];
        values.AsSpan().Fill(value);
        return new CellField(name, unit, values);
    }

    /// <summary>A function evaluated at the cell centres (second-order accurate as a cell average).</summary>
    /// <param name="name">What it is.</param>
    /// <param name="unit">SI unit as text.</param>
    /// <param name="mesh">The mesh.</param>
    /// <param name="function">Value at (x, y) in m; y is 0 in one dimension.</param>
    public static CellField AtCentres(string name, string unit, RectilinearMesh mesh, Func<double, double, double> function)
    {
        var values = new double[mesh.Cells];
        for (int cell = 0; cell < values.Length; cell++)
        {
            (double x, double y) = mesh.Centre(cell);
            values[cell] = function(x, y);
        }

        return new CellField(name, unit, values);
    }
}
