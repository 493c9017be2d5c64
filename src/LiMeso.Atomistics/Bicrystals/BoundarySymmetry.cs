using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>A rotation, or one with inversion, of the space in which a bicrystal lies. Rows of its matrix.</summary>
/// <param name="X">First row.</param>
/// <param name="Y">Second row.</param>
/// <param name="Z">Third row.</param>
public readonly record struct SpaceOperation(Vector3 X, Vector3 Y, Vector3 Z)
{
    /// <summary>Every vector to its opposite.</summary>
    public static readonly SpaceOperation Inversion = new(new(-1, 0, 0), new(0, -1, 0), new(0, 0, -1));

    /// <summary>The image of a vector.</summary>
    /// <param name="v">The vector.</param>
    public Vector3 Apply(Vector3 v) => new(Vector3.Dot(X, v), Vector3.Dot(Y, v), Vector3.Dot(Z, v));
}

/// <summary>The operations that take the lattices of both grains to themselves, or to each other, and the normal of the boundary to itself or its opposite.</summary>
internal static class BoundarySymmetry
{
    /// <summary>The operations.</summary>
    /// <param name="geometry">The boundary.</param>
    /// <param name="swapped">Whether each grain's lattice goes to the other's.</param>
    /// <param name="flipped">Whether the normal goes to its opposite.</param>
    public static IReadOnlyList<SpaceOperation> Operations(BoundaryGeometry geometry, bool swapped, bool flipped)
    {
        double[,] a = Frame(geometry.A), b = Frame(geometry.B);
        List<SpaceOperation> found = [];
        foreach (int[,] rotation in CubicSymmetry.Rotations)
        {
            foreach (int sign in (int[])[1, -1])
            {
                // components in the axes of the crystal are C r: the operation is C'ᵀ S C, and for the other grain C S' C'ᵀ must be one of the cube as well
                double[,] g = Product(Transposed(swapped ? b : a), Product(Signed(rotation, sign), a));
                double[,] other = Product(swapped ? a : b, Product(g, Transposed(b)));
                if (Math.Abs(g[1, 1] - (flipped ? -1 : 1)) < 1e-9 && IsSymmetry(other)) found.Add(new(Row(g, 0), Row(g, 1), Row(g, 2)));
            }
        }

        return found;
    }

    // Columns are the directions along x, y, z, of length one.
    private static double[,] Frame(Orientation o)
    {
        double[,] frame = new double[3, 3];
        foreach ((int axis, LatticeDirection d) in ((int, LatticeDirection)[])[(0, o.X), (1, o.Y), (2, o.Z)])
            (frame[0, axis], frame[1, axis], frame[2, axis]) = (d.U / d.Length, d.V / d.Length, d.W / d.Length);
        return frame;
    }

    private static bool IsSymmetry(double[,] matrix)
    {
        foreach (double element in matrix)
        {
            if (Math.Abs(element - Math.Round(element)) > 1e-9) return false;
        }

        return true;
    }

    private static double[,] Signed(int[,] rotation, int sign)
    {
        double[,] result = new double[3, 3];
        for (int k = 0; k < 9; k++) result[k / 3, k % 3] = sign * rotation[k / 3, k % 3];
        return result;
    }

    private static double[,] Product(double[,] left, double[,] right)
    {
        double[,] result = new double[3, 3];
        for (int k = 0; k < 9; k++)
        {
            for (int j = 0; j < 3; j++) result[k / 3, k % 3] += left[k / 3, j] * right[j, k % 3];
        }

        return result;
    }

    private static double[,] Transposed(double[,] matrix)
    {
        double[,] result = new double[3, 3];
        for (int k = 0; k < 9; k++) result[k / 3, k % 3] = matrix[k % 3, k / 3];
        return result;
    }

    private static Vector3 Row(double[,] matrix, int row) => new(matrix[row, 0], matrix[row, 1], matrix[row, 2]);
}
