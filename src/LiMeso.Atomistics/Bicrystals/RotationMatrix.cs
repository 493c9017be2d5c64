using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>A rational rotation, M/N, in whole numbers without a common factor.</summary>
public sealed class RotationMatrix
{
    private readonly long[,] _numerators;

    private RotationMatrix(long[,] numerators, long denominator)
    {
        long common = denominator;
        foreach (long m in numerators) common = WholeNumbers.GreatestCommonDivisor(common, m);
        Denominator = denominator / common;
        _numerators = new long[3, 3];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++) _numerators[i, j] = numerators[i, j] / common;
        }
    }

    /// <summary>
    /// The common denominator N of the elements. For two equal cubic lattices it is the reciprocal density of coinciding points, Σ, which is odd.
    /// </summary>
    /// <remarks>H. Grimmer, Acta Cryst. A 32 (1976) 783.</remarks>
    public long Denominator { get; }

    /// <summary>Rotation angle, rad, between 0 and π.</summary>
    public double Angle => Math.Acos(Math.Clamp(0.5 * ((double)(_numerators[0, 0] + _numerators[1, 1] + _numerators[2, 2]) / Denominator - 1), -1, 1));

    /// <summary>An element.</summary>
    /// <param name="row">0, 1, 2.</param>
    /// <param name="column">0, 1, 2.</param>
    /// <returns>Its numerator over <see cref="Denominator"/>.</returns>
    public long this[int row, int column] => _numerators[row, column];

    /// <summary>The rotation of the quaternion (m, n·axis): about the axis, by 2 atan(n |axis|/m).</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="m">The scalar part.</param>
    /// <param name="n">Factor of the axis.</param>
    public static RotationMatrix About(LatticeDirection axis, int m, int n)
    {
        long a = m, b = (long)n * axis.U, c = (long)n * axis.V, d = (long)n * axis.W;
        return new RotationMatrix(
            new[,]
            {
                { a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c) },
                { 2 * (b * c + a * d), a * a - b * b + c * c - d * d, 2 * (c * d - a * b) },
                { 2 * (b * d - a * c), 2 * (c * d + a * b), a * a - b * b - c * c + d * d },
            },
            a * a + b * b + c * c + d * d);
    }

    /// <summary>The rotation that takes one right-handed frame to another.</summary>
    /// <param name="from">Directions at right angles.</param>
    /// <param name="to">Directions of the same lengths.</param>
    public static RotationMatrix Between(Orientation from, Orientation to)
    {
        (LatticeDirection From, LatticeDirection To)[] pairs = [(from.X, to.X), (from.Y, to.Y), (from.Z, to.Z)];
        long denominator = 1;
        foreach ((LatticeDirection a, _) in pairs)
        {
            long square = LatticeDirection.Dot(a, a);
            denominator = denominator / WholeNumbers.GreatestCommonDivisor(denominator, square) * square;
        }

        // R = Σ b aᵀ/|a|²
        long[,] sum = new long[3, 3];
        foreach ((LatticeDirection a, LatticeDirection b) in pairs)
        {
            long factor = denominator / LatticeDirection.Dot(a, a);
            long[] row = [b.U, b.V, b.W], column = [a.U, a.V, a.W];
            for (int i = 0; i < 3; i++)
            {
                for (int j = 0; j < 3; j++) sum[i, j] += factor * row[i] * column[j];
            }
        }

        return new RotationMatrix(sum, denominator);
    }

    /// <summary>The image of a vector, if it is whole.</summary>
    /// <param name="v">The vector.</param>
    /// <param name="image">The image.</param>
    /// <returns>Whether the image has whole components.</returns>
    public bool TryApply(LatticeDirection v, out LatticeDirection image)
    {
        long x = Row(0, v), y = Row(1, v), z = Row(2, v);
        bool whole = x % Denominator == 0 && y % Denominator == 0 && z % Denominator == 0;
        image = whole ? new((int)(x / Denominator), (int)(y / Denominator), (int)(z / Denominator)) : default;
        return whole;
    }

    private long Row(int row, LatticeDirection v) => _numerators[row, 0] * v.U + _numerators[row, 1] * v.V + _numerators[row, 2] * v.W;
}
