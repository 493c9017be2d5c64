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
