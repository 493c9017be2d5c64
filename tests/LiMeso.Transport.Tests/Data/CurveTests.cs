using LiMeso.Core;
using LiMeso.Transport.Data;

namespace LiMeso.Transport.Tests.Data;

public class CurveTests
{
    private static readonly Attribution _published = new(ValueStatus.Published, "a"), _assumed = new(ValueStatus.Assumed, "b");
    private static readonly MeasuredPoint[] _points = [new(250, 1e-16, 1e-17, _published), new(300, 2e-15, null, _assumed), new(400, 2e-13, 2e-14, _published)];

    [Fact]
    public void A_tabulated_temperature_gives_its_value_error_and_source()
    {
        PropertyValue v = new DiffusivityCurve(_points).At(250);
        Assert.Equal((1e-16, 1e-17, ValueStatus.Published, "a", false, "tabulated"), (v.Value, v.StandardError, v.Status, Assert.Single(v.Sources), v.Extrapolated, v.Basis));
    }

    [Fact]
    public void Between_points_the_logarithm_is_linear_in_reciprocal_temperature_and_the_least_firm_status_wins()
    {
        PropertyValue v = new DiffusivityCurve(_points).At(340);
        double t = (1 / 340.0 - 1 / 300.0) / (1 / 400.0 - 1 / 300.0);
        Assert.InRange(v.Value / Math.Exp((1 - t) * Math.Log(2e-15) + t * Math.Log(2e-13)), 1 - 1e-13, 1 + 1e-13);
        Assert.Equal((ValueStatus.Assumed, (double?)null, "interpolated between 300 K and 400 K"), (v.Status, v.StandardError, v.Basis));
        Assert.Equal(["b", "a"], v.Sources);
    }

    [Fact]
    public void Independent_error_bars_add_in_quadrature()
    {
        var curve = new DiffusivityCurve([new(300, 1e-15, 1e-16, _published), new(400, 1e-13, 2e-14, _published)]);
        PropertyValue v = curve.At(1 / (0.5 / 300 + 0.5 / 400));        // halfway in 1/T
        Assert.InRange(v.StandardError!.Value / v.Value / Math.Sqrt(0.25 * 0.01 + 0.25 * 0.04), 1 - 1e-12, 1 + 1e-12);
    }

    [Theory]
    [InlineData(249.9)]
    [InlineData(400.1)]
    public void Outside_the_range_is_an_error_unless_extrapolation_is_asked_for_and_marked(double temperature)
    {
        var curve = new DiffusivityCurve(_points);
        var e = Assert.Throws<TemperatureOutOfRangeException>(() => curve.At(temperature, what: "the bulk diffusivity"));
        Assert.Equal(FormattableString.Invariant($"the bulk diffusivity is known for 250 K to 400 K; {temperature} K is outside. Ask for extrapolation to go there; the result is then marked as extrapolated."), e.Message);
        Assert.Equal((temperature, new TemperatureRange(250, 400)), (e.Temperature, e.Range));

        PropertyValue v = curve.At(temperature, extrapolate: true);
        Assert.True(v.Extrapolated);
        Assert.EndsWith("extrapolated", v.Basis, StringComparison.Ordinal);
        Assert.False(curve.At(300, extrapolate: true).Extrapolated);
    }

    [Fact]
    public void Extrapolation_continues_the_outermost_pair()
    {
        double energy = 0.3 * PhysicalConstants.ElementaryCharge;
        var line = new ArrheniusLine(new(300, 400), 1e-7, energy, _assumed);
        var curve = new DiffusivityCurve([new(300, line.At(300), null, _assumed), new(400, line.At(400), null, _assumed)]);
        Assert.InRange(curve.At(200, true).Value / line.At(200), 1 - 1e-12, 1 + 1e-12);
        Assert.InRange(curve.At(600, true).Value / line.At(600), 1 - 1e-12, 1 + 1e-12);
    }

    [Fact]
    public void One_point_has_no_slope_to_extrapolate()
    {
        var e = Assert.Throws<TemperatureOutOfRangeException>(() => new DiffusivityCurve([_points[1]]).At(310, extrapolate: true));
        Assert.Contains("300 K only, which gives no slope", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_follow_their_segments_and_a_shared_end_belongs_to_the_lower_one()
    {
        ArrheniusLine low = new(new(250, 350), 1e-7, 0.2 * PhysicalConstants.ElementaryCharge, _published), high = new(new(350, 400), 2e-6, 0.27 * PhysicalConstants.ElementaryCharge, _assumed);
        var curve = new DiffusivityCurve([], [high, low]);
        Assert.Equal(CurveMethod.Lines, curve.Method);
        Assert.Equal((low.At(300), low.At(350), high.At(350.001)), (curve.At(300).Value, curve.At(350).Value, curve.At(350.001).Value));
        Assert.Equal(high.At(500), curve.At(500, true).Value);
        Assert.Equal("Arrhenius line, 0.27 eV", curve.At(360).Basis);
        Assert.Throws<TemperatureOutOfRangeException>(() => curve.At(401));
    }

    [Fact]
    public void A_fit_with_a_break_fits_each_side_and_joins_at_the_break_where_no_point_lies()
    {
        double D(double t, double e) => 1e-7 * Math.Exp(-e / (PhysicalConstants.BoltzmannElectronVolt * t));
        MeasuredPoint[] points = [.. new[] { 250.0, 280, 300 }.Select(t => new MeasuredPoint(t, D(t, 0.2), null, _published)), .. new[] { 350.0, 380, 400 }.Select(t => new MeasuredPoint(t, D(t, 0.4), null, _published))];
        var curve = new DiffusivityCurve(points, method: CurveMethod.Fit, breaks: [325]);
        Assert.Equal([0.2, 0.4], curve.Fits.Select(f => Math.Round(f.Line.ActivationEnergyElectronVolt, 10)));
        Assert.InRange(curve.At(320).Value / D(320, 0.2), 1 - 1e-12, 1 + 1e-12);
        Assert.InRange(curve.At(330).Value / D(330, 0.4), 1 - 1e-12, 1 + 1e-12);
        Assert.Equal(new TemperatureRange(250, 400), curve.Range);
        Assert.StartsWith("Arrhenius fit to 3 points, 0.2 +-", curve.At(320).Basis, StringComparison.Ordinal);
        Assert.NotNull(curve.At(320).StandardError);
    }

    public static TheoryData<string, Func<object>> BadCurves => new()
    {
        { "needs points or lines", () => new DiffusivityCurve([]) },
        { "no lines to use", () => new DiffusivityCurve(_points, method: CurveMethod.Lines) },
        { "no points to use", () => new DiffusivityCurve([], [new(new(250, 400), 1, 1, _assumed)], CurveMethod.Fit) },
        { "two values of the diffusivity at 300 K", () => new DiffusivityCurve([_points[1], _points[1]]) },
        { "must have a positive temperature, value and error", () => new DiffusivityCurve([_points[0] with { Value = -1 }]) },
        { "one ends at 300 K and the next begins at 310 K", () => new DiffusivityCurve([], [new(new(250, 300), 1, 1, _assumed), new(new(310, 400), 1, 1, _assumed)]) },
        { "from a lower to a higher temperature", () => new DiffusivityCurve([], [new(new(400, 250), 1, 1, _assumed)]) },
        { "on every segment, but 1 lies up to 260 K", () => new DiffusivityCurve(_points, method: CurveMethod.Fit, breaks: [260]) },
        { "breaks divide a fit", () => new DiffusivityCurve(_points, breaks: [260]) },
        { "a width needs points", () => new WidthCurve([]) },
    };

    [Theory, MemberData(nameof(BadCurves), DisableDiscoveryEnumeration = true)]
    public void Parts_that_make_no_curve_are_refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);

    [Fact]
    public void A_width_is_linear_in_temperature_and_refuses_to_shrink_to_nothing()
    {
        var width = new WidthCurve([new(250, 10e-10, 1e-10, _published), new(350, 14e-10, 1e-10, _published)]);
        Assert.InRange(width.At(275).Value / 11e-10, 1 - 1e-14, 1 + 1e-14);
        Assert.InRange(width.At(300).StandardError!.Value, 0.7071e-10, 0.7072e-10);
        Assert.Throws<TemperatureOutOfRangeException>(() => width.At(240));
        Assert.InRange(width.At(240, true).Value / 9.6e-10, 1 - 1e-14, 1 + 1e-14);
        Assert.Throws<TemperatureOutOfRangeException>(() => new WidthCurve([new(250, 1e-10, null, _published), new(300, 9e-10, null, _published)]).At(200, true));
        PropertyValue constant = new WidthCurve([new(300, 10e-10, null, _published)]).At(400, true);
        Assert.Equal((10e-10, true), (constant.Value, constant.Extrapolated));
    }
}
