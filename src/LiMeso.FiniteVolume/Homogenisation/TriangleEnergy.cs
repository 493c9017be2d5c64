namespace LiMeso.FiniteVolume.Homogenisation;

// A triangle with the legs a (along the row) and b (along the column), and with differences α and β of a linear u along them:
//     D ∫ |∇u|² = D (|b|² α² − 2 a·b αβ + |a|² β²) / (2 |a × b|)

/// <summary>The energy D ∫ |∇u|² of a linear u in a triangle: <c>AlongA</c> α² + 2 <c>Mixed</c> αβ + <c>AlongB</c> β².</summary>
/// <param name="AlongA">Coefficient of the square of the difference along the first leg.</param>
/// <param name="AlongB">The same for the second leg.</param>
/// <param name="Mixed">Coefficient of twice their product; 0 where the legs meet at a right angle.</param>
public readonly record struct TriangleEnergy(double AlongA, double AlongB, double Mixed)
{
    /// <summary>The energy of a triangle.</summary>
    /// <param name="a">The leg along the row.</param>
    /// <param name="b">The leg along the column.</param>
    /// <param name="diffusivity">D, m²/s.</param>
    /// <exception cref="ArgumentException">The triangle is folded over.</exception>
    public static TriangleEnergy Of(Offset a, Offset b, double diffusivity)
    {
        double cross = a.X * b.Y - a.Y * b.X;
        if (!(cross > 0)) throw new ArgumentException("the mesh is folded: too few elements for this shape");
        double factor = 0.5 * diffusivity / cross;
        return new TriangleEnergy(factor * (b.X * b.X + b.Y * b.Y), factor * (a.X * a.X + a.Y * a.Y), -factor * (a.X * b.X + a.Y * b.Y));
    }
}
