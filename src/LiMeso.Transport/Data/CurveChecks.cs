namespace LiMeso.Transport.Data;

/// <summary>What points and lines must satisfy to make a curve. The messages are for authors of data sets.</summary>
internal static class CurveChecks
{
    /// <summary>Stops unless temperatures differ and are positive, as are values and errors. Points are in order of temperature.</summary>
    internal static void Points(IReadOnlyList<MeasuredPoint> points, string what)
    {
        foreach (MeasuredPoint p in points)
        {
            Require(
                p.Temperature > 0 && p.Value > 0 && double.IsFinite(p.Value) && p.Error is null or (> 0 and < double.PositiveInfinity),
                $"the {what} at {p.Temperature:g6} K must have a positive temperature, value and error.");
        }

        foreach ((MeasuredPoint a, MeasuredPoint b) in points.Zip(points.Skip(1)))
            Require(a.Temperature != b.Temperature, $"there are two values of the {what} at {a.Temperature:g6} K.");
    }

    /// <summary>Stops unless points, lines, breaks and method fit together.</summary>
    internal static void Curve(DiffusivityCurve curve)
    {
        Require(curve.Points.Count + curve.Lines.Count > 0, $"a diffusivity needs points or lines.");
        Require(curve.Method == CurveMethod.Lines || curve.Points.Count > 0, $"there are no points to use.");
        Require(curve.Method != CurveMethod.Lines || curve.Lines.Count > 0, $"there are no lines to use.");
        Require(curve.Method == CurveMethod.Fit || curve.Breaks.Count == 0, $"breaks divide a fit; they say nothing when points or lines are used.");
        Points(curve.Points, "diffusivity");
        foreach (ArrheniusLine line in curve.Lines)
        {
            Require(
                line.Range.From > 0 && line.Range.From < line.Range.To,
                $"an Arrhenius line must run from a lower to a higher temperature, not from {line.Range.From:g6} K to {line.Range.To:g6} K.");
            Require(line.Prefactor > 0 && double.IsFinite(line.ActivationEnergy), $"an Arrhenius line needs a positive prefactor and a finite activation energy.");
        }

        foreach ((ArrheniusLine low, ArrheniusLine high) in curve.Lines.Zip(curve.Lines.Skip(1)))
        {
            Require(
                low.Range.To == high.Range.From,
                $"Arrhenius lines must join end to end, but one ends at {low.Range.To:g6} K and the next begins at {high.Range.From:g6} K.");
        }
    }

    /// <summary>Stops unless the temperature is one.</summary>
    internal static void Temperature(double temperature)
    {
        if (!(temperature > 0) || !double.IsFinite(temperature))
            throw new ArgumentOutOfRangeException(nameof(temperature), FormattableString.Invariant($"a temperature must be finite and positive, not {temperature:g6} K."));
    }

    private static void Require(bool holds, FormattableString problem)
    {
        if (!holds) throw new ArgumentException(FormattableString.Invariant(problem));
    }
}
