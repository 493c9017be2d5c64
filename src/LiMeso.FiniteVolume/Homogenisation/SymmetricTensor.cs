namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>A symmetric tensor in two dimensions, such as a diffusivity in m²/s.</summary>
/// <param name="Xx">Component xx.</param>
/// <param name="Xy">Component xy, the same as yx.</param>
/// <param name="Yy">Component yy.</param>
public readonly record struct SymmetricTensor(double Xx, double Xy, double Yy)
{
    /// <summary>The determinant.</summary>
    public double Determinant => Xx * Yy - Xy * Xy;

    /// <summary>All components times a factor.</summary>
    /// <param name="factor">The factor.</param>
    public SymmetricTensor Times(double factor) => new(factor * Xx, factor * Xy, factor * Yy);

    /// <summary>The sum.</summary>
    /// <param name="other">What is added.</param>
    public SymmetricTensor Plus(SymmetricTensor other) => new(Xx + other.Xx, Xy + other.Xy, Yy + other.Yy);

    /// <summary>The tensor of what it describes, turned.</summary>
    /// <param name="angle">Anticlockwise, rad.</param>
    public SymmetricTensor Turned(double angle)
    {
        (double s, double c) = Math.SinCos(angle);
        return new SymmetricTensor(
            c * c * Xx - 2 * c * s * Xy + s * s * Yy, c * s * (Xx - Yy) + (c * c - s * s) * Xy, s * s * Xx + 2 * c * s * Xy + c * c * Yy);
    }

    /// <summary>The geometric mean A # B of two positive definite tensors: between them if they are ordered, and (A # B)⁻¹ = A⁻¹ # B⁻¹.</summary>
    /// <param name="other">The other one.</param>
    /// <remarks>R. Bhatia, Positive Definite Matrices, Princeton University Press (2007), section 4.1; closed form for order 2.</remarks>
    public SymmetricTensor GeometricMeanWith(SymmetricTensor other)
    {
        double a = Math.Sqrt(Determinant), b = Math.Sqrt(other.Determinant);
        SymmetricTensor sum = new(Xx / a + other.Xx / b, Xy / a + other.Xy / b, Yy / a + other.Yy / b);
        return sum.Times(Math.Sqrt(a * b / sum.Determinant));
    }

    /// <summary>Whether n · A n ≥ n · B n in every direction n.</summary>
    /// <param name="other">B.</param>
    public bool IsAtLeast(SymmetricTensor other)
    {
        SymmetricTensor excess = Plus(other.Times(-1));
        return excess.Xx >= 0 && excess.Yy >= 0 && excess.Determinant >= 0;
    }

    /// <summary>The largest ratio n · A n / n · B n over all directions n, for positive definite B.</summary>
    /// <param name="other">B.</param>
    public double LargestRatioTo(SymmetricTensor other)
    {
        // eigenvalues of B⁻¹A, from trace and determinant
        double half = (Xx * other.Yy + Yy * other.Xx - 2 * Xy * other.Xy) / (2 * other.Determinant);
        return half + Math.Sqrt(Math.Max(0, half * half - Determinant / other.Determinant));
    }
}
