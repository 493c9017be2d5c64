namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>What is known of an effective diffusivity D: n · Lower n ≤ n · D n ≤ n · Upper n in every direction n.</summary>
/// <param name="Lower">Lower bound, m²/s.</param>
/// <param name="Upper">Upper bound, m²/s.</param>
public sealed record DiffusivityBounds(SymmetricTensor Lower, SymmetricTensor Upper)
{
    /// <summary>The best guess, the geometric mean of the bounds, m²/s. Where the medium is equal to its dual, it is exact.</summary>
    public SymmetricTensor Value { get; } = Lower.GeometricMeanWith(Upper);

    /// <summary>By how much the upper bound exceeds the lower one, relative to it, in the worst direction.</summary>
    public double RelativeWidth { get; } = Upper.Plus(Lower.Times(-1)).LargestRatioTo(Lower);

    /// <summary>Bounds of component xy: between the ordered tensors it can be no farther from their mean than half of √(width xx · width yy).</summary>
    public (double Lower, double Upper) OffDiagonal
    {
        get
        {
            double middle = 0.5 * (Lower.Xy + Upper.Xy);
            double reach = 0.5 * Math.Sqrt(Math.Max(0, Upper.Xx - Lower.Xx) * Math.Max(0, Upper.Yy - Lower.Yy));
            return (middle - reach, middle + reach);
        }
    }

    /// <summary>The same, of the medium turned.</summary>
    /// <param name="angle">Anticlockwise, rad.</param>
    public DiffusivityBounds Turned(double angle) => angle == 0 ? this : new(Lower.Turned(angle), Upper.Turned(angle));
}
