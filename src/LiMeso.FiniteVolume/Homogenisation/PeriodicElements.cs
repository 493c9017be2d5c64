namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>A mesh of a unit cell: rows and columns of quadrangles that close on themselves, as many nodes as elements. Node (i, j) is the first of element (i, j).</summary>
/// <param name="columns">Elements in a row.</param>
/// <param name="rows">Number of rows.</param>
/// <param name="area">Area of the cell, in its own unit of length.</param>
public abstract class PeriodicElements(int columns, int rows, double area)
{
    /// <summary>Elements in a row.</summary>
    public int Columns => columns;

    /// <summary>Number of rows.</summary>
    public int Rows => rows;

    /// <summary>Area of the cell, in its own unit of length.</summary>
    public double Area => area;

    /// <summary>Whether all elements are rectangles of one diffusivity: bilinear functions can then be used as well.</summary>
    public abstract bool AreRectangles { get; }

    /// <summary>An element; diffusivities may be 0 or infinite.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="row">Its row.</param>
    public abstract Element At(int column, int row);

    /// <summary>A diffusivity that stands for 0 or infinity while the potential is being found.</summary>
    /// <param name="diffusivity">D, m²/s.</param>
    public virtual double Finite(double diffusivity) => diffusivity;

    /// <summary>Makes a potential constant wherever the diffusivity is infinite.</summary>
    /// <param name="gradient">Mean gradient of the potential.</param>
    /// <param name="fluctuation">What the potential has besides, per node; changed.</param>
    public virtual void Flatten(Offset gradient, double[] fluctuation)
    {
    }
}
