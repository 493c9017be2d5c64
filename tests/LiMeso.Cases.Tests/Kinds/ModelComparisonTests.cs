using LiMeso.Cases.Results;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class ModelComparisonTests
{
    private const string Case = """
        kind: polycrystal-models
        title: A small comparison
        temperatures: [250 K, 300 K]
        grain-sizes: {from: 10 nm, to: 1 mm, count: 21, spacing: log}
        points:
          - {label: measured, temperature: 300 K, grain-size: 100 um, diffusivity: 3.9e-11 cm^2/s, citation: "A. Author, Journal 1 (2000) 1"}
        """;

    private const double Bulk = 2.06e-15, Boundary = 5.27e-11, Width = 12e-10;

    [Fact]
    public void Curves_are_the_textbook_formulas()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        double[] grains = results.Values("axes/grain-size");
        for (int j = 0; j < grains.Length; j++)
        {
            double x = Width / grains[j], polygon = x * (2 - x), polyhedron = x * (3 - x * (3 - x));
            Assert.Equal(1, Of("hart", "own", j) / (polygon * Boundary + (1 - polygon) * Bulk), 1e-13);
            Assert.Equal(1, Of("maxwell-garnett-1d", "own", j) * (x / Boundary + (1 - x) / Bulk), 1e-13);
            double k = Bulk / Boundary, three = Boundary * ((3 - 2 * polyhedron) * k + 2 * polyhedron) / (polyhedron * k + 3 - polyhedron);
            Assert.Equal(1, Of("maxwell-garnett-3d", "own", j) / three, 1e-13);
            double two = Boundary * ((2 - polygon) * k + polygon) / (polygon * k + 2 - polygon);
            Assert.Equal(1, Of("maxwell-garnett-2d", "common", j) / two, 1e-13);
        }

        double Of(string model, string fraction, int j) => results.Array($"models/{fraction}-fraction").Row(results.List("models_in_order").ToList().IndexOf(model))[j];
    }

    [Fact]
    public void With_a_common_fraction_two_phase_models_keep_the_bounds()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        ResultArray bounds = results.Array("bounds/common-fraction"), models = results.Array("models/common-fraction");
        IReadOnlyList<string> names = results.List("models_in_order");
        foreach (string name in names.Where(n => n is not ("chen-schuh" or "single-crystal")))          // three phases, one phase
        {
            double[] row = models.Row(names.ToList().IndexOf(name)), low = bounds.Row(2), high = bounds.Row(3);
            for (int j = 0; j < row.Length; j++) Assert.InRange(row[j], low[j] * (1 - 1e-13), high[j] * (1 + 1e-13));
        }
    }

    [Fact]
    public void Agreement_is_the_largest_over_the_smallest_from_the_stated_grain_size_on()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute(1, ("comparable", "[hart, maxwell-garnett-2d]"), ("comparable-above", "1 um"));
        double[] grains = results.Values("axes/grain-size"), spread = results.Values("comparable/own-fraction");
        ResultArray models = results.Array("models/own-fraction");
        double[] hart = models.Row(1), two = models.Row(3);
        for (int j = 0; j < grains.Length; j++) Assert.Equal(hart[j] / two[j], spread[j], 1e-12);
        Assert.Equal(spread.Where((_, j) => grains[j] >= 1e-6).Max(), results.Number("comparable.with_own_fractions.largest_spread_above"));
        Assert.InRange(results.Number("comparable.with_own_fractions.largest_spread_above"), 1.9, 2.0);          // half of the boundaries lie across
    }

    [Fact]
    public void Faster_boundaries_give_faster_polycrystals_and_the_point_is_compared_with_the_mean()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        for (int t = 0; t < 2; t++)
        {
            double[] slow = results.Array("temperatures/slowest").Row(t), mean = results.Array("temperatures/mean").Row(t), fast = results.Array("temperatures/fastest").Row(t);
            for (int j = 0; j < mean.Length; j++) Assert.True(slow[j] < mean[j] && mean[j] < fast[j]);
        }

        double x = Width / 100e-6, fraction = x * (2 - x);
        Assert.Equal((fraction * Boundary + (1 - fraction) * Bulk) / 3.9e-15, results.Number("points.measured.ours_over_published"), 1e-12);
    }

    [Fact]
    public void Boundaries_that_the_data_set_knows_at_one_temperature_only_are_left_out_elsewhere_and_named()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case.Replace("title: A small comparison", "title: A small comparison\nmaterial: {dataset: data/partial}", StringComparison.Ordinal));
        string data = Directory.CreateDirectory(Path.Combine(made.Path, "data", "partial")).FullName;
        File.WriteAllText(Path.Combine(data, "dataset.yaml"), PartialSet);
        ResultData results = made.Compute();

        Assert.Equal("not known", results.Texts["temperatures.250_K.slowest.status"]);
        Assert.Equal("published", results.Texts["temperatures.300_K.slowest.status"]);
        Assert.All(results.Array("temperatures/slowest").Row(0), value => Assert.True(double.IsNaN(value)));
        Assert.Contains("slowest at 250 K", TemporaryCase.Html(made.Prepare().Describe(results)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("temperatures: [250 K, 300 K]", "temperatures: [250 K, 260 K]", "none of 'temperatures'", 6)]
    [InlineData("temperatures: [250 K, 300 K]", "temperatures: [250 K, 300 K, 500 K]", "500 K is outside", 3)]
    [InlineData("temperatures: [250 K, 300 K]", "temperatures: [250 K, 300 K]\nmodels: [hart, hard]", "Did you mean 'hart'?", 4)]
    [InlineData("grain-size: 100 um", "grain-size: 1 nm", "boundary width / grain size", 6)]
    public void Input_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string message, int line)
    {
        InputException refusal = TemporaryCase.Refusal(Case.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(line, refusal.Location!.Line);
    }

    private const string PartialSet = """
        name: partial
        title: Slowest and fastest at one temperature
        origin: published
        sources:
          - {id: here, citation: made for a test}
        bulk:
          points:
            - {temperature: 250 K, value: 5e-13 cm^2/s, status: published, source: here}
            - {temperature: 300 K, value: 2e-11 cm^2/s, status: published, source: here}
        boundary:
          mean:
            points:
              - {temperature: 250 K, value: 1e-7 cm^2/s, status: published, source: here}
              - {temperature: 300 K, value: 5e-7 cm^2/s, status: published, source: here}
          slowest:
            points:
              - {temperature: 300 K, value: 8e-8 cm^2/s, status: published, source: here}
          fastest:
            points:
              - {temperature: 300 K, value: 2e-6 cm^2/s, status: published, source: here}
        width:
          points:
            - {temperature: 250 K, value: 11 A, status: published, source: here}
            - {temperature: 300 K, value: 12 A, status: published, source: here}
        triple-junction: {factor: 100, status: published, source: here}
        segregation: {factor: 1, status: published, source: here}
        """;
}
