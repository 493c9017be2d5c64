namespace LiMeso.Transport.Fractions;

/// <summary>The guarded way to a boundary fraction.</summary>
public static class BoundaryFractionExtensions
{
    /// <summary>Volume fractions at x = w/d.</summary>
    /// <param name="fraction">The geometry.</param>
    /// <param name="relativeWidth">x = w/d, dimensionless.</param>
    /// <exception cref="ModelNotApplicableException">x is negative, not a number, or beyond the range of this geometry.</exception>
    public static PhaseFractions At(this IBoundaryFraction fraction, double relativeWidth)
    {
        ArgumentNullException.ThrowIfNull(fraction);
        return relativeWidth >= 0 && relativeWidth <= fraction.LargestRelativeWidth
            ? fraction.Of(relativeWidth)
            : throw new ModelNotApplicableException(OutOfRange(fraction, relativeWidth));
    }

    internal static string OutOfRange(IBoundaryFraction fraction, double x) => FormattableString.Invariant(
        $"boundary width / grain size = {x:g4}, but the '{BoundaryFractions.NameOf(fraction)}' boundary fraction holds for 0 to {fraction.LargestRelativeWidth:g3} only ({fraction.Validity}).");
}
