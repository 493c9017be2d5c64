namespace LiMeso.FiniteVolume.Homogenisation.UnitCells;

/// <summary>The number that gives a unit cell its shape.</summary>
public enum ShapeParameter
{
    /// <summary>There is only one such cell.</summary>
    None,

    /// <summary><see cref="UnitCellInput.Fraction"/>.</summary>
    Fraction,

    /// <summary><see cref="UnitCellInput.RelativeWidth"/>.</summary>
    RelativeWidth,
}

/// <summary>A plug-in: unit cells of two phases of one geometry.</summary>
public interface IUnitCellKind
{
    /// <summary>What the first phase is, in a word or two.</summary>
    string Matrix { get; }

    /// <summary>What the second phase is.</summary>
    string Inclusion { get; }

    /// <summary>Which number gives it its shape.</summary>
    ShapeParameter Shape { get; }

    /// <summary>The area fraction of the second phase, for a value of that number.</summary>
    /// <param name="shape">Its value; ignored where there is none.</param>
    double FractionOf(double shape);

    /// <summary>Makes a cell.</summary>
    /// <param name="input">What it is made from.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    IUnitCell Create(UnitCellInput input);
}
