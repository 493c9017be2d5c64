namespace LiMeso.Cases.Reports.Model;

/// <summary>How values are spread along an axis.</summary>
public enum AxisScale
{
    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>By their logarithm; values that are not positive are left out.</summary>
    Logarithmic,
}

/// <summary>An axis of a figure.</summary>
/// <param name="Title">What it measures: "Distance from the interface".</param>
/// <param name="Unit">Unit of its values, null when dimensionless.</param>
/// <param name="Scale">Linear or logarithmic.</param>
public sealed record PlotAxis(string Title, string? Unit = null, AxisScale Scale = AxisScale.Linear)
{
    /// <summary>Values at the low and the high end; null fits the data. The first may be the larger: the axis then runs backwards.</summary>
    public AxisRange? Range { get; init; }

    /// <summary>A logarithmic axis.</summary>
    /// <param name="title">What it measures.</param>
    /// <param name="unit">Unit of its values.</param>
    public static PlotAxis Logarithmic(string title, string? unit = null) => new(title, unit, AxisScale.Logarithmic);
}

/// <summary>The ends of an axis, in its unit.</summary>
/// <param name="From">Value at the left or bottom.</param>
/// <param name="To">Value at the right or top.</param>
public readonly record struct AxisRange(double From, double To);

/// <summary>A colour axis: what the colours of a map, or of a family of curves, mean.</summary>
/// <param name="Title">What it measures.</param>
/// <param name="Unit">Unit of its values, null when dimensionless.</param>
/// <param name="Scale">Linear or logarithmic.</param>
public sealed record ColorAxis(string Title, string? Unit = null, AxisScale Scale = AxisScale.Linear)
{
    /// <summary>Values at both ends; null fits the data of all panels together.</summary>
    public AxisRange? Range { get; init; }

    /// <summary>The colours.</summary>
    public ColorMap Map { get; init; } = ColorMap.Viridis;
}

/// <summary>Colour maps, all readable by colour-blind eyes and in grey.</summary>
public enum ColorMap
{
    /// <summary>Dark violet, green, yellow: perceptually uniform.</summary>
    Viridis,

    /// <summary>Dark blue, grey, yellow: the same to colour-blind eyes.</summary>
    Cividis,

    /// <summary>Blue, white, red: for signed differences; give a range symmetric about zero.</summary>
    BlueRed,
}
