using LiMeso.Core.Registries;

namespace LiMeso.FiniteVolume.Homogenisation.UnitCells;

/// <summary>The unit cells by name.</summary>
public static class UnitCellKinds
{
    /// <summary>All of them; a new one is one file and one line here.</summary>
    public static readonly Registry<IUnitCellKind> All = new("unit cell")
    {
        { "laminate", "layers of two phases; the angle is that of their normal with x", new Laminate() },
        { "checkerboard", "squares of two phases in turn", new Checkerboard() },
        { "centred-squares", "squares in a matrix", new CentredSquares() },
        { "square-grains", "square grains with boundaries between them", new SquareGrains() },
        { "square-array-of-circles", "circles in a matrix, one in each square", new CircleArray(CircleLattice.Square) },
        { "hexagonal-array-of-circles", "circles in a matrix, one in each regular hexagon", new CircleArray(CircleLattice.Hexagonal) },
    };
}
