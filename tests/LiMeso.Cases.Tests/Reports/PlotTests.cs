using FsCheck;
using FsCheck.Fluent;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Plots;
using LiMeso.Cases.Reports.Text;

using LiMeso.Tests;

namespace LiMeso.Cases.Tests.Reports;

public sealed class PlotTests
{
    private static readonly double[] _grid = [.. Enumerable.Range(-20, 41).Select(i => i / 10.0)];

    [Fact]
    public void A_contour_of_a_cone_is_one_closed_circle()
    {
        // Between nodes 0.1 apart the cone is not linear: an edge misplaces the radius by at most h²/(8 r).
        List<(double X, double Y)> line = Assert.Single(ContourTracer.Trace(_grid, _grid, (iy, ix) => Math.Sqrt(_grid[ix] * _grid[ix] + _grid[iy] * _grid[iy]), 1.23));
        Assert.Equal(line[0], line[^1]);
        Assert.All(line, p => Assert.InRange(Math.Sqrt(p.X * p.X + p.Y * p.Y), 1.23 - 0.01 / (8 * 1.1), 1.23 + 0.01 / (8 * 1.1)));
        Assert.Equal(line.Count - 1, line.Distinct().Count());
    }

    [Fact]
    public void Contours_of_any_field_pass_every_edge_on_which_it_crosses_the_level_exactly_once()
    {
        Gen<double[]> fields = Gen.ArrayOf(Gen.Choose(-3, 3).Select(n => (double)n), 42);      // whole numbers: levels are met exactly, saddles are common
        Prop.ForAll(fields.ToArbitrary(), values =>
        {
            double[] x = [0, 1, 2.5, 3, 4, 5, 6], y = [0, 1, 2, 2.2, 3, 4];
            double At(int iy, int ix) => values[iy * 7 + ix];
            List<List<(double X, double Y)>> lines = ContourTracer.Trace(x, y, At, 0.5);
            int crossed = 0;
            for (int iy = 0; iy < 6; iy++)
            {
                for (int ix = 0; ix < 7; ix++)
                {
                    if (ix < 6 && At(iy, ix) >= 0.5 != At(iy, ix + 1) >= 0.5) crossed++;
                    if (iy < 5 && At(iy, ix) >= 0.5 != At(iy + 1, ix) >= 0.5) crossed++;
                }
            }

            var points = lines.SelectMany(line => line.Count > 2 && line[0] == line[^1] ? line.Skip(1) : line).ToList();
            bool openEndOnBorder = lines.Where(line => line[0] != line[^1]).All(line => OnBorder(line[0]) && OnBorder(line[^1]));
            return points.Count == crossed && points.Distinct().Count() == crossed && openEndOnBorder;

            static bool OnBorder((double X, double Y) p) => p.X is 0 or 6 || p.Y is 0 or 4;
        }).HoldsForRandomCases();
    }

    [Fact]
    public void A_contour_stops_at_cells_without_values()
    {
        double[] x = [0, 1, 2, 3], y = [0, 1];
        Assert.Equal(2, ContourTracer.Trace(x, y, (iy, ix) => ix == 3 ? double.NaN : iy, 0.5).SelectMany(line => line).Max(p => p.X));
        Assert.Empty(ContourTracer.Trace(x, y, (_, _) => 1, 2));
    }

    [Theory]
    [InlineData(0, 36, "0 10 20 30", 0)]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1", 0)]
    [InlineData(-4e-7, 4e-7, "−4 −2 0 2 4", -7)]
    [InlineData(0.0691, 0.0783, "0.07 0.072 0.074 0.076 0.078", 0)]
    [InlineData(0, 130000, "0 0.5 1", 5)]
    public void Linear_ticks_are_round_numbers(double low, double high, string labels, int power)
    {
        (List<(double Place, string Label)> ticks, int powerOfTen) = AxisTicks.Linear(low, high);
        Assert.Equal(labels, string.Join(' ', ticks.Select(tick => tick.Label)));
        Assert.Equal(power, powerOfTen);
    }

    [Theory]
    [InlineData(1e-12, 1e-8, "10−12 10−11 10−10 10−9 10−8")]
    [InlineData(0.05, 30, "0.05 0.1 0.2 0.5 1 2 5 10 20")]
    [InlineData(0.1, 1000, "0.1 1 10 100 1000")]
    public void Logarithmic_ticks_are_decades_or_1_2_5(double low, double high, string labels) =>
        Assert.Equal(labels, string.Join(' ', AxisTicks.Logarithmic(Math.Log10(low), Math.Log10(high)).Select(tick => HtmlText.Plain(tick.Label))));

    [Fact]
    public void An_axis_fits_its_values_and_never_leaves_room_below_zero()
    {
        AxisScaling fitted = AxisScaling.Fit(new PlotAxis("a"), [0, 10, double.NaN], 0.05);
        Assert.Equal((0, 10.5), (fitted.From, fitted.To));
        fitted = AxisScaling.Fit(new PlotAxis("a"), [0.06, 119.94], 0);                            // centres of the outermost cells
        Assert.Equal((0, 120), (fitted.From, fitted.To));
        fitted = AxisScaling.Fit(PlotAxis.Logarithmic("a"), [0, -1, 1e-3, 1e3], 0);
        Assert.Equal((-3, 3), (fitted.From, fitted.To));
        Assert.Equal(0.5, fitted.Fraction(1));
        Assert.True(double.IsNaN(fitted.Fraction(-1)));
        fitted = AxisScaling.Fit(new PlotAxis("a"), [5, 5], 0);
        Assert.Equal((4.5, 5.5), (fitted.From, fitted.To));
        fitted = AxisScaling.Fit(new PlotAxis("a") { Range = new AxisRange(4, 2) }, [0], 0.1);
        Assert.Equal(0.25, fitted.Fraction(3.5));                                              // runs backwards
        Assert.Throws<ArgumentException>(() => AxisScaling.Fit(PlotAxis.Logarithmic("a") with { Range = new AxisRange(0, 1) }, [], 0));
    }

    [Theory]
    [InlineData(0.123456789, 0.12346)]
    [InlineData(-2.90031e-11, -2.9003e-11)]
    [InlineData(3.0000000000000004, 3)]
    [InlineData(1.23456e-30, 1.2346e-30)]
    [InlineData(123456789, 123460000)]
    [InlineData(9.99999, 10)]
    [InlineData(0.0, 0)]
    public void Map_values_are_rounded_to_the_nearest_short_number(double value, double rounded) => Assert.Equal(rounded, PlotJson.Rounded(value, 5));

    [Theory]
    [InlineData(1, LegendPlacement.TopLeft)]          // a rising line leaves the upper left, a falling one the upper right
    [InlineData(-1, LegendPlacement.TopRight)]
    public void A_legend_goes_where_no_curve_does(double slope, LegendPlacement expected)
    {
        double[] x = [0, 1], y = [0, slope];
        AxisScaling horizontal = AxisScaling.Fit(new PlotAxis("x"), x, 0), vertical = AxisScaling.Fit(new PlotAxis("y"), y, 0);
        var ink = new PanelInk(new LinePanel([new LineSeries("s", x, y)]), horizontal, vertical, 600, 400);
        Assert.Equal(expected, LegendCorner.Find(ink, ["a series", "another"], 600, 400));
    }

    [Fact]
    public void A_legend_stands_outside_when_curves_are_everywhere()
    {
        double[] x = [.. Enumerable.Range(0, 200).Select(i => i / 199.0)], y = [.. x.Select(v => Math.Sin(120 * v))];
        AxisScaling horizontal = AxisScaling.Fit(new PlotAxis("x"), x, 0), vertical = AxisScaling.Fit(new PlotAxis("y"), y, 0);
        var ink = new PanelInk(new LinePanel([new LineSeries("s", x, y)]), horizontal, vertical, 600, 400);
        Assert.Equal(LegendPlacement.Right, LegendCorner.Find(ink, ["a series", "another"], 600, 400));
    }

    [Fact]
    public void Contour_labels_lie_on_their_line_inside_the_panel_and_apart()
    {
        var labels = new ContourLabels(300, 300);
        (double X, double Y)[][] lines = [.. Enumerable.Range(1, 4).Select(k => Enumerable.Range(0, 121).Select(i => (i * 2.5, 300 - i * 2.5 + 25.0 * k - 60)).ToArray())];
        List<LabelPlace> places = [];
        foreach ((double X, double Y)[] line in lines)
        {
            LabelPlace place = Assert.NotNull(labels.Place(line, "0.3", out double gap));
            Assert.Equal(line[0].X + line[0].Y, place.X + place.Y, 1e-9);                      // x + y is constant on these lines
            Assert.InRange(place.X, gap / 2, 300 - gap / 2);
            Assert.InRange(place.Y, gap / 2, 300 - gap / 2);
            Assert.Equal(45, place.Degrees, 1e-9);
            Assert.All(places, other => Assert.True(Math.Sqrt(Math.Pow(other.X - place.X, 2) + Math.Pow(other.Y - place.Y, 2)) > gap));
            Assert.All(ContourLabels.Cut(line, place, gap).SelectMany(piece => piece), p => Assert.True(Math.Sqrt(Math.Pow(p.X - place.X, 2) + Math.Pow(p.Y - place.Y, 2)) > gap / 2));
            places.Add(place);
        }

        Assert.Null(labels.Place([(10, 10), (30, 30)], "too long for its line", out _));
    }

    [Theory]
    [InlineData(ColorMap.Viridis)]
    [InlineData(ColorMap.Cividis)]
    public void Sequential_colours_grow_lighter_all_the_way(ColorMap map)
    {
        double[] luminance = [.. Enumerable.Range(0, 101).Select(i => Luminance(ColorMaps.At(map, i / 100.0)))];
        for (int i = 1; i < luminance.Length; i++) Assert.True(luminance[i] > luminance[i - 1], $"{map} at {i} %");

        static double Luminance(string hex) =>
            0.2126 * Math.Pow(Convert.ToInt32(hex[1..3], 16), 2.2) + 0.7152 * Math.Pow(Convert.ToInt32(hex[3..5], 16), 2.2) + 0.0722 * Math.Pow(Convert.ToInt32(hex[5..7], 16), 2.2);
    }
}
