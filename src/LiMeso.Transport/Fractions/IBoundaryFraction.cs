namespace LiMeso.Transport.Fractions;

/// <summary>How much of a polycrystal is grain boundary: from x = w/d (boundary width over grain size) to volume fractions.</summary>
public interface IBoundaryFraction
{
    /// <summary>The formula in x = w/d, as a person would write it.</summary>
    string Formula { get; }

    /// <summary>Where the formula comes from.</summary>
    string Source { get; }

    /// <summary>Which grains it describes, what d means for them, and for which x it holds.</summary>
    string Validity { get; }

    /// <summary>Largest x for which the formula may be used.</summary>
    double LargestRelativeWidth { get; }

    /// <summary>Boundary area per volume times grain size, S_V·d: the slope of the fraction at x = 0.</summary>
    double AreaDensity { get; }

    /// <summary>The fractions at x, without asking whether x lies in the range: <see cref="BoundaryFractionExtensions.At"/> does.</summary>
    /// <param name="relativeWidth">x = w/d, 0 ≤ x ≤ <see cref="LargestRelativeWidth"/>.</param>
    PhaseFractions Of(double relativeWidth);
}

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
