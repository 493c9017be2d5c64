namespace LiMeso.Atomistics.Boundaries;

/// <summary>A Gaussian peak of the energy along y.</summary>
/// <param name="Centre">Its middle, as a fraction of the box.</param>
/// <param name="Height">Above the crystal, eV an atom.</param>
/// <param name="Deviation">Standard deviation of the Gaussian, Å.</param>
public readonly record struct BoundaryPeak(double Centre, double Height, double Deviation)
{
    // e^(−x²/2s²) = 1/4 at x = s √(2 ln 4), on both sides
    private static readonly double _deviationsAcross = 2 * Math.Sqrt(2 * Math.Log(4));

    /// <summary>Width at a quarter of the height, Å: that of the boundary.</summary>
    /// <remarks>J. S. Yoon, H. Sulaimon, D. J. Siegel, J. Mater. Chem. A 11 (2023) 23288, Methods.</remarks>
    public double Width => _deviationsAcross * Deviation;

    /// <summary>The slab that the boundary fills.</summary>
    public BoundaryRegion Region => new(Centre, Width);

    /// <summary>The peak with a width.</summary>
    /// <param name="centre">Its middle, as a fraction of the box.</param>
    /// <param name="height">eV an atom.</param>
    /// <param name="width">Width at a quarter of the height, Å.</param>
    public static BoundaryPeak OfWidth(double centre, double height, double width) => new(centre, height, width / _deviationsAcross);
}

/// <summary>Why two boundaries were not found in an energy profile.</summary>
public enum TrackingFailure
{
    /// <summary>They were.</summary>
    None,

    /// <summary>No peak stands out of the noise.</summary>
    NoPeak,

    /// <summary>One peak stands out, a second one does not: the other boundary is gone, or too weak.</summary>
    OnePeak,

    /// <summary>The peaks run into each other: the boundaries are about to annihilate, or have.</summary>
    Merged,

    /// <summary>A peak fills more of the cell than a boundary can: the profile has no shape that two Gaussians describe.</summary>
    TooWide,

    /// <summary>The fit found no minimum.</summary>
    NotConverged,
}

/// <summary>Two peaks as they were found, or why they were not.</summary>
/// <param name="First">One; without meaning when they were not found.</param>
/// <param name="Second">The other.</param>
/// <param name="Baseline">Energy of the grains, eV an atom.</param>
/// <param name="Failure">Why they were not found.</param>
public sealed record BoundaryFit(BoundaryPeak First, BoundaryPeak Second, double Baseline, TrackingFailure Failure)
{
    /// <summary>The two boundaries; null when they were not found.</summary>
    public BoundaryPair? Regions => Failure == TrackingFailure.None ? new BoundaryPair(First.Region, Second.Region) : null;

    /// <summary>The fitted energy at a place, eV an atom.</summary>
    /// <param name="fraction">Where, as a fraction of the box along y.</param>
    /// <param name="length">Length of the box across the boundaries, Å.</param>
    public double At(double fraction, double length) => Baseline + Of(First, fraction, length) + Of(Second, fraction, length);

    private static double Of(BoundaryPeak peak, double fraction, double length)
    {
        double x = peak.Region.Distance(fraction, length) / peak.Deviation;
        return peak.Height * Math.Exp(-0.5 * x * x);
    }
}
