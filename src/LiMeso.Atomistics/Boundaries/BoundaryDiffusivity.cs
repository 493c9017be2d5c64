using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>Which part of the displacement of boundary atoms is used, and what it takes to be diffusion.</summary>
/// <param name="FrameInterval">Time between frames, ps.</param>
/// <param name="From">First time of the straight line, ps.</param>
/// <param name="To">Last time of the straight line, ps.</param>
public sealed record DiffusionCriteria(double FrameInterval, double From, double To)
{
    /// <summary>Least mean squared displacement at the last time, net of vibration, Å²: about one hop for a third of the atoms.</summary>
    public double LeastDisplacement { get; init; } = 3;

    /// <summary>Least and greatest exponent of the growth of that displacement in time; 1 is diffusion.</summary>
    public (double Least, double Greatest) Exponent { get; init; } = (0.7, 1.3);
}

/// <summary>What the displacement of boundary atoms is.</summary>
public enum BoundaryMotion
{
    /// <summary>Diffusion: there is a diffusivity.</summary>
    Diffusive,

    /// <summary>The atoms have not moved far enough to tell.</summary>
    TooLittle,

    /// <summary>The displacement grows more slowly than in proportion to time: caged atoms, or atoms that leave the boundary.</summary>
    Slowing,

    /// <summary>The displacement grows faster than in proportion to time: something moves as a whole, or does so for the first time.</summary>
    Hastening,

    /// <summary>No boundary was found in the time that was looked at.</summary>
    NoBoundary,
}

/// <summary>
/// Diffusivities of grain boundaries by Einstein's relation, or why there are none. All in Å²/ps. The two boundaries of a cell are equal by construction, so that the standard error of their mean is the larger one of two: that from
/// the spread of both boundaries over independent blocks of time origins, and that from the difference of the boundaries alone, which a disorder that outlasts the run would leave. Single boundaries and controls have blocks alone.
/// </summary>
/// <param name="Motion">Whether it is diffusion.</param>
/// <param name="Total">D = MSD/6t: all three directions, the definition of the source.</param>
/// <param name="InPlane">D = (MSD_x + MSD_z)/4t: what carries atoms along the boundary.</param>
/// <param name="Directions">Each direction by itself, MSD/2t.</param>
/// <param name="First">Total of the first boundary alone.</param>
/// <param name="Second">Total of the second boundary alone.</param>
/// <param name="Control">Total of atoms far from both: zero but for vacancies.</param>
/// <param name="Raw">Total without taking out the drift of slabs.</param>
/// <param name="RawControl">The same far from both boundaries: what grains that move as wholes make.</param>
/// <param name="NetDisplacement">MSD of the boundaries less that of the control at the last time of the line, Å².</param>
/// <param name="GrowthExponent">n in (MSD less that of the control) ~ tⁿ between the two times; NaN where that difference is not positive.</param>
/// <param name="UpperBound">What the diffusivity does not exceed, by two standard errors, where it is not diffusion; NaN where the displacement grows faster and faster, which bounds nothing. Where no boundary was found, that of the atoms where boundaries were at rest.</param>
/// <param name="Stayed">Share of atoms still in their boundary at the last time.</param>
/// <remarks>J. S. Yoon, H. Sulaimon, D. J. Siegel, J. Mater. Chem. A 11 (2023) 23288, eqns (2), (3).</remarks>
public sealed record BoundaryDiffusivity(
    BoundaryMotion Motion, Estimate Total, Estimate InPlane, IReadOnlyList<Estimate> Directions, Estimate First, Estimate Second, Estimate Control, Estimate Raw, Estimate RawControl,
    double NetDisplacement, double GrowthExponent, double UpperBound, double Stayed)
{
    private static readonly BoundaryGroup[] _both = [BoundaryGroup.First, BoundaryGroup.Second], _first = [BoundaryGroup.First], _second = [BoundaryGroup.Second], _far = [BoundaryGroup.Far];
    private static readonly Estimate _nothing = new(double.NaN, double.NaN);

    private static readonly BoundaryDiffusivity _noBoundary = new(
        BoundaryMotion.NoBoundary, _nothing, _nothing, [_nothing, _nothing, _nothing], _nothing, _nothing, _nothing, _nothing, _nothing, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>The total along all directions, Å² of a vector of three.</summary>
    private static double Whole(Vector3 v) => v.X + v.Y + v.Z;

    /// <summary>Fits the displacements, and judges.</summary>
    /// <param name="displacement">The displacements.</param>
    /// <param name="criteria">Where to fit, how to judge.</param>
    /// <exception cref="ArgumentException">Fewer than two frames lie between the two times.</exception>
    public static BoundaryDiffusivity Of(BoundaryDisplacement displacement, DiffusionCriteria criteria)
    {
        double[] boundary = [.. displacement.Curve(_both).Select(Whole)], control = [.. displacement.Curve(_far).Select(Whole)];
        (int first, int last) = EinsteinFit.Window(boundary.Length, criteria.FrameInterval, criteria.From, criteria.To);
        if (double.IsNaN(boundary[last - 1])) return _noBoundary;

        Estimate total = Fit(displacement, criteria, _both, Whole, 6);
        // where there are no controls nothing is known of vibration: the line's own beginning stands for it
        double[] net = [.. boundary.Zip(control, (b, c) => b - (double.IsNaN(c) ? boundary[first - 1] - 6 * total.Value * criteria.FrameInterval * first : c))];
        double time = criteria.FrameInterval * last, reached = net[last - 1];
        double exponent = GrowthOf(net, first, last);
        BoundaryMotion motion = Judge(reached, exponent, criteria);
        double bound = motion == BoundaryMotion.Hastening ? double.NaN : Math.Max(0, Math.Max(reached / (6 * time), total.Value)) + (double.IsNaN(total.Error) ? 0 : 2 * total.Error);
        return new(
            motion, total, Fit(displacement, criteria, _both, v => v.X + v.Z, 4),
            [Fit(displacement, criteria, _both, v => v.X, 2), Fit(displacement, criteria, _both, v => v.Y, 2), Fit(displacement, criteria, _both, v => v.Z, 2)],
            Fit(displacement, criteria, _first, Whole, 6), Fit(displacement, criteria, _second, Whole, 6), Fit(displacement, criteria, _far, Whole, 6),
            Fit(displacement, criteria, _both, Whole, 6, raw: true), Fit(displacement, criteria, _far, Whole, 6, raw: true),
            reached, exponent, bound, displacement.Stayed()[last - 1]);
    }

    /// <summary>What is known where no boundary was found: the diffusivity of the atoms where boundaries were at rest does not exceed a bound. The control is that of the atoms far from there.</summary>
    /// <param name="atRest">The displacements of atoms where boundaries were at rest, relative to their layers; null where they were not looked at: then there is no bound.</param>
    /// <param name="criteria">Where to fit.</param>
    /// <exception cref="ArgumentException">Fewer than two frames lie between the two times.</exception>
    public static BoundaryDiffusivity WithoutBoundary(BoundaryDisplacement? atRest, DiffusionCriteria criteria)
    {
        if (atRest is null) return _noBoundary;
        BoundaryDiffusivity there = Of(atRest, criteria);
        return _noBoundary with { Control = there.Control, RawControl = there.RawControl, NetDisplacement = there.NetDisplacement, GrowthExponent = there.GrowthExponent, UpperBound = there.UpperBound };
    }

    private static BoundaryMotion Judge(double reached, double exponent, DiffusionCriteria criteria) =>
        !(reached >= criteria.LeastDisplacement) ? BoundaryMotion.TooLittle
        : exponent > criteria.Exponent.Greatest ? BoundaryMotion.Hastening
        : exponent >= criteria.Exponent.Least ? BoundaryMotion.Diffusive
        : BoundaryMotion.Slowing;

    private static Estimate Fit(BoundaryDisplacement displacement, DiffusionCriteria criteria, BoundaryGroup[] groups, Func<Vector3, double> part, double times, bool raw = false)
    {
        double Slope(Vector3[] curve) => EinsteinFit.Slope([.. curve.Select(part)], criteria.FrameInterval, criteria.From, criteria.To) / times;
        double[] Blocks(BoundaryGroup group) => [.. Enumerable.Range(0, displacement.CompleteBlocks).Select(b => Slope(displacement.Curve([group], b, raw))).Where(double.IsFinite)];
        double over = EinsteinFit.StandardError([.. groups.SelectMany(Blocks)]);
        double between = groups.Length < 2 ? double.NaN : EinsteinFit.StandardError([.. groups.Select(g => Slope(displacement.Curve([g], raw))).Where(double.IsFinite)]);
        return new Estimate(Slope(displacement.Curve(groups, raw)), double.IsNaN(over) ? between : double.IsNaN(between) ? over : Math.Max(over, between));
    }

    // least squares of the logarithms
    private static double GrowthOf(double[] net, int first, int last)
    {
        if (net[(first - 1)..last].Any(v => !(v > 0))) return double.NaN;
        double[] x = [.. Enumerable.Range(first, last - first + 1).Select(k => Math.Log(k))], y = [.. Enumerable.Range(first, last - first + 1).Select(k => Math.Log(net[k - 1]))];
        double mx = x.Average(), my = y.Average();
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / x.Sum(a => (a - mx) * (a - mx));
    }
}
