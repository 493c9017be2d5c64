namespace LiMeso.Cases.Reports.Model;

/// <summary>A curve, a set of points, or both. Points that are not finite interrupt the curve.</summary>
public sealed record LineSeries
{
    /// <summary>A series.</summary>
    /// <param name="name">Name in the legend and when hovering.</param>
    /// <param name="x">Abscissae, in the unit of the x axis.</param>
    /// <param name="y">Ordinates, in the unit of the y axis, as many.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public LineSeries(string name, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count) throw new ArgumentException($"series '{name}' has {x.Count} abscissae and {y.Count} ordinates", nameof(y));
        (Name, X, Y) = (name, x, y);
    }

    /// <summary>Name in the legend.</summary>
    public string Name { get; }

    /// <summary>Abscissae.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>Ordinates.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>How the line is drawn.</summary>
    public LineDash Dash { get; init; }

    /// <summary>How the points are drawn.</summary>
    public MarkerShape Marker { get; init; }

    /// <summary>Colour; by default the next of the palette, counting the series that leave it so. Series of one name in several panels share theirs.</summary>
    public SeriesColor Color { get; init; }

    /// <summary>Value on <see cref="LineFigure.SeriesColors"/>, in its unit.</summary>
    public double? ColorValue { get; init; }

    /// <summary>Uncertainty drawn as bars; null for none.</summary>
    /// <exception cref="ArgumentException">Not one pair of ends per point.</exception>
    public Spread? ErrorBars { get; init => field = Checked(value); }

    /// <summary>Range drawn as a pale band; null for none.</summary>
    /// <exception cref="ArgumentException">Not one pair of ends per point.</exception>
    public Spread? Band { get; init => field = Checked(value); }

    /// <summary>False keeps the series out of the legend.</summary>
    public bool InLegend { get; init; } = true;

    private Spread? Checked(Spread? spread) =>
        spread is null || (spread.Lower.Count == X.Count && spread.Upper.Count == X.Count)
            ? spread
            : throw new ArgumentException($"series '{Name}' has {X.Count} points, its spread {spread.Lower.Count} lower and {spread.Upper.Count} upper ends");
}

/// <summary>A lower and an upper ordinate per point of a series (absolute values, not distances).</summary>
/// <param name="Lower">Lower ends, in the unit of the y axis.</param>
/// <param name="Upper">Upper ends.</param>
public sealed record Spread(IReadOnlyList<double> Lower, IReadOnlyList<double> Upper);

/// <summary>How a line is drawn.</summary>
public enum LineDash
{
    /// <summary>Unbroken.</summary>
    Solid,

    /// <summary>Dashes.</summary>
    Dashed,

    /// <summary>Dots.</summary>
    Dotted,

    /// <summary>Dash, dot, dash.</summary>
    DashDotted,

    /// <summary>No line.</summary>
    None,
}

/// <summary>How a point is drawn.</summary>
public enum MarkerShape
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Filled circle.</summary>
    Circle,

    /// <summary>Open circle.</summary>
    OpenCircle,

    /// <summary>Filled square.</summary>
    Square,

    /// <summary>Open square.</summary>
    OpenSquare,

    /// <summary>Filled diamond.</summary>
    Diamond,

    /// <summary>Filled triangle.</summary>
    Triangle,

    /// <summary>Diagonal cross.</summary>
    Cross,
}

/// <summary>The palette of Okabe and Ito (2008), distinguishable to colour-blind eyes.</summary>
public enum SeriesColor
{
    /// <summary>The next of the palette.</summary>
    Automatic,

    /// <summary>Blue, #0072B2.</summary>
    Blue,

    /// <summary>Vermilion, #D55E00.</summary>
    Vermilion,

    /// <summary>Bluish green, #009E73.</summary>
    Green,

    /// <summary>Reddish purple, #CC79A7.</summary>
    Purple,

    /// <summary>Orange, #E69F00.</summary>
    Orange,

    /// <summary>Sky blue, #56B4E9.</summary>
    SkyBlue,

    /// <summary>Black.</summary>
    Black,

    /// <summary>Grey, for what stands back.</summary>
    Grey,
}
