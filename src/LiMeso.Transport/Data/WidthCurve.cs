namespace LiMeso.Transport.Data;

/// <summary>A grain-boundary width as a function of temperature: linear between tabulated temperatures.</summary>
public sealed class WidthCurve
{
    /// <summary>Makes a curve.</summary>
    /// <param name="points">Widths in m, at different temperatures, in any order; at least one.</param>
    /// <exception cref="ArgumentException">There are no points, or they do not make a curve.</exception>
    public WidthCurve(IEnumerable<MeasuredPoint> points)
    {
        Points = [.. points.OrderBy(p => p.Temperature)];
        if (Points.Count == 0) throw new ArgumentException("a width needs points.");
        CurveChecks.Points(Points, "width");
    }

    /// <summary>The points, by temperature.</summary>
    public IReadOnlyList<MeasuredPoint> Points { get; }

    /// <summary>The temperatures covered.</summary>
    public TemperatureRange Range => new(Points[0].Temperature, Points[^1].Temperature);

    /// <summary>The width at a temperature.</summary>
    /// <param name="temperature">K.</param>
    /// <param name="extrapolate">Whether to continue the outermost slope beyond the range (a single width is then held constant).</param>
    /// <param name="what">What the curve is, for messages.</param>
    /// <exception cref="TemperatureOutOfRangeException">The temperature is outside <see cref="Range"/> and extrapolation is not asked for, or leads to a width of zero or less.</exception>
    public PropertyValue At(double temperature, bool extrapolate = false, string what = "the grain-boundary width")
    {
        CurveChecks.Temperature(temperature);
        if (Points.FirstOrDefault(p => p.Temperature == temperature) is { } exact)
            return PropertyValue.From(exact.Value, exact.Error, [exact.Attribution], false, "tabulated");
        bool outside = !Range.Contains(temperature);
        if (outside && !extrapolate) throw TemperatureOutOfRangeException.NotAsked(what, temperature, Range);
        if (Points is [MeasuredPoint only]) return PropertyValue.From(only.Value, only.Error, [only.Attribution], true, FormattableString.Invariant($"value at {only.Temperature:g6} K"));

        int i = 1;
        while (i < Points.Count - 1 && Points[i].Temperature < temperature) i++;
        MeasuredPoint a = Points[i - 1], b = Points[i];
        double t = (temperature - a.Temperature) / (b.Temperature - a.Temperature), value = a.Value + t * (b.Value - a.Value);
        if (!(value > 0)) throw TemperatureOutOfRangeException.NotPossible(what, temperature, Range);
        double? error = a.Error is { } ea && b.Error is { } eb ? double.Hypot((1 - t) * ea, t * eb) : null;
        return PropertyValue.From(value, error, [a.Attribution, b.Attribution], outside, FormattableString.Invariant($"interpolated between {a.Temperature:g6} K and {b.Temperature:g6} K"));
    }
}
