namespace LiMeso.Transport.Data;

/// <summary>How a diffusivity between the tabulated temperatures is found.</summary>
public enum CurveMethod
{
    /// <summary>Through the points, ln D linear in 1/T between neighbours.</summary>
    Points,

    /// <summary>On given Arrhenius lines.</summary>
    Lines,

    /// <summary>On Arrhenius lines fitted to the points.</summary>
    Fit,
}

/// <summary>A diffusivity as a function of temperature: points, Arrhenius lines, or both, and which of them to use.</summary>
public sealed class DiffusivityCurve
{
    private readonly ArrheniusLine[] _used;

    /// <summary>Makes a curve.</summary>
    /// <param name="points">Diffusivities in m²/s, at different temperatures, in any order; may be empty if there are lines.</param>
    /// <param name="lines">Arrhenius lines that join each other end to end, in any order.</param>
    /// <param name="method">What to evaluate; when null the points where there are any, otherwise the lines.</param>
    /// <param name="breaks">Temperatures in K at which a fit changes from one line to the next; a point on a break belongs to both.</param>
    /// <exception cref="ArgumentException">The parts do not make a curve; the message says why.</exception>
    public DiffusivityCurve(IEnumerable<MeasuredPoint> points, IEnumerable<ArrheniusLine>? lines = null, CurveMethod? method = null, IEnumerable<double>? breaks = null)
    {
        Points = [.. points.OrderBy(p => p.Temperature)];
        Lines = [.. (lines ?? []).OrderBy(l => l.Range.From)];
        Breaks = [.. (breaks ?? []).Order()];
        Method = method ?? (Points.Count > 0 ? CurveMethod.Points : CurveMethod.Lines);
        CurveChecks.Curve(this);
        Fits = Method == CurveMethod.Fit ? FitSegments() : [];
        _used = Method switch { CurveMethod.Lines => [.. Lines], CurveMethod.Fit => [.. Fits.Select(f => f.Line)], _ => [] };
    }

    /// <summary>The points, by temperature.</summary>
    public IReadOnlyList<MeasuredPoint> Points { get; }

    /// <summary>The lines given, by temperature.</summary>
    public IReadOnlyList<ArrheniusLine> Lines { get; }

    /// <summary>Temperatures at which a fit changes from one line to the next, K.</summary>
    public IReadOnlyList<double> Breaks { get; }

    /// <summary>What is evaluated.</summary>
    public CurveMethod Method { get; }

    /// <summary>The fitted lines with their errors, by temperature; empty unless the method is <see cref="CurveMethod.Fit"/>.</summary>
    public IReadOnlyList<ArrheniusFit> Fits { get; }

    /// <summary>The temperatures covered.</summary>
    public TemperatureRange Range => Method == CurveMethod.Points
        ? new(Points[0].Temperature, Points[^1].Temperature)
        : new(_used[0].Range.From, _used[^1].Range.To);

    /// <summary>The diffusivity at a temperature.</summary>
    /// <param name="temperature">K.</param>
    /// <param name="extrapolate">Whether to continue the outermost line beyond the range.</param>
    /// <param name="what">What the curve is, for messages: "the bulk diffusivity".</param>
    /// <exception cref="TemperatureOutOfRangeException">The temperature is outside <see cref="Range"/> and extrapolation is not asked for, or there is one point only.</exception>
    public PropertyValue At(double temperature, bool extrapolate = false, string what = "the diffusivity")
    {
        CurveChecks.Temperature(temperature);
        bool outside = !Range.Contains(temperature);
        if (outside && !extrapolate) throw TemperatureOutOfRangeException.NotAsked(what, temperature, Range);
        return Method == CurveMethod.Points ? Interpolated(temperature, outside, what) : OnLine(temperature, outside);
    }

    private PropertyValue Interpolated(double temperature, bool outside, string what)
    {
        if (Points.FirstOrDefault(p => p.Temperature == temperature) is { } exact)
            return PropertyValue.From(exact.Value, exact.Error, [exact.Attribution], false, exact.Count is { } count ? FormattableString.Invariant($"tabulated, mean of {count}") : "tabulated");
        if (Points.Count == 1) throw TemperatureOutOfRangeException.NotPossible(what, temperature, Range);

        int i = 1;
        while (i < Points.Count - 1 && Points[i].Temperature < temperature) i++;
        MeasuredPoint a = Points[i - 1], b = Points[i];
        // Weight of b when ln D is linear in 1/T.
        double t = b.Temperature / temperature * ((temperature - a.Temperature) / (b.Temperature - a.Temperature));
        double value = a.Value * Math.Pow(b.Value / a.Value, t);
        double? error = a.Error is { } ea && b.Error is { } eb ? value * Math.Sqrt(Square((1 - t) * ea / a.Value) + Square(t * eb / b.Value)) : null;
        return PropertyValue.From(value, error, [a.Attribution, b.Attribution], outside, FormattableString.Invariant($"interpolated between {a.Temperature:g6} K and {b.Temperature:g6} K"));
    }

    // A temperature where two lines meet belongs to the lower one.
    private PropertyValue OnLine(double temperature, bool outside)
    {
        int i = 0;
        while (i < _used.Length - 1 && temperature > _used[i].Range.To) i++;
        ArrheniusLine line = _used[i];
        double value = line.At(temperature);
        if (Method == CurveMethod.Lines)
            return PropertyValue.From(value, null, [line.Attribution], outside, FormattableString.Invariant($"Arrhenius line, {line.ActivationEnergyElectronVolt:g4} eV"));

        ArrheniusFit fit = Fits[i];
        IEnumerable<Attribution> inputs = Points.Where(p => line.Range.Contains(p.Temperature)).Select(p => p.Attribution);
        string error = fit.ActivationEnergyStandardErrorElectronVolt is { } e ? FormattableString.Invariant($" +- {e:g2}") : "";
        return PropertyValue.From(value, value * fit.LogStandardErrorAt(temperature), inputs, outside,
            FormattableString.Invariant($"Arrhenius fit to {fit.PointCount} points, {line.ActivationEnergyElectronVolt:g4}{error} eV"));
    }

    private ArrheniusFit[] FitSegments()
    {
        double[] edges = [double.NegativeInfinity, .. Breaks, double.PositiveInfinity];
        var fits = new ArrheniusFit[edges.Length - 1];
        for (int i = 0; i < fits.Length; i++)
        {
            var segment = new TemperatureRange(edges[i], edges[i + 1]);
            MeasuredPoint[] inside = [.. Points.Where(p => segment.Contains(p.Temperature))];
            if (inside.Length < 2)
                throw new ArgumentException(FormattableString.Invariant($"a fit needs points at two temperatures or more on every segment, but {inside.Length} lies {SegmentText(segment)}."));
            // Ranges end at the breaks, so that lines join even where no point lies on a break.
            fits[i] = ArrheniusFit.Through(inside, new TemperatureRange(i == 0 ? inside[0].Temperature : segment.From, i == fits.Length - 1 ? inside[^1].Temperature : segment.To));
        }

        return fits;
    }

    private static string SegmentText(TemperatureRange segment) => (double.IsFinite(segment.From), double.IsFinite(segment.To)) switch
    {
        (true, true) => FormattableString.Invariant($"between {segment.From:g6} K and {segment.To:g6} K"),
        (true, false) => FormattableString.Invariant($"from {segment.From:g6} K"),
        (false, true) => FormattableString.Invariant($"up to {segment.To:g6} K"),
        _ => "in all",
    };

    private static double Square(double x) => x * x;
}
