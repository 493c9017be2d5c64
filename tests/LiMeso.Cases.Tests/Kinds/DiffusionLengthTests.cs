using LiMeso.Cases.Results;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class DiffusionLengthTests
{
    private const string Case = """
        kind: diffusion-length
        title: A small map
        grain-sizes: {from: 10 nm, to: 1 mm, count: 6, spacing: log}
        times: [1 min, 1 h, 4 h]
        marks:
          - {label: rest, grain-size: 150 um, time: 30 min}
        foils: [25 um, 5 um, 5 um]
        """;

    // li-yoon-2023 at 300 K, Hart's equation and the fraction of regular polygons written out.
    private static double Diffusivity(double grainSize)
    {
        double x = 12e-10 / grainSize, fraction = x * (2 - x);
        return fraction * 5.27e-11 + (1 - fraction) * 2.06e-15;
    }

    [Fact]
    public void The_map_is_the_root_of_diffusivity_times_time()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        double[] grains = results.Values("axes/grain-size"), times = [60, 3600, 14400];
        for (int i = 0; i < times.Length; i++)
        {
            for (int j = 0; j < grains.Length; j++)
            {
                double expected = Math.Sqrt(Diffusivity(grains[j]) * times[i]);
                Assert.Equal(1, results.Array("map/diffusion-length").Row(i)[j] / expected, 1e-14);
            }
        }
    }

    [Fact]
    public void A_rest_is_compared_with_each_foil_once_the_thinnest_first()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        Assert.Equal([5e-6, 25e-6], results.Values("foils/thickness"));
        double length = results.Number("marks.rest.diffusion_length_um");
        Assert.Equal(length / 25, results.Number("marks.rest.foils.25_um.length_over_thickness"), 1e-12);
        // in the time to cross, and with the grains to cross, the length is the thickness
        Assert.Equal(25e-6, Math.Sqrt(Diffusivity(150e-6) * 3600 * results.Number("marks.rest.foils.25_um.time_to_cross_h")), 1e-15);
        Assert.Equal(25e-6, Math.Sqrt(Diffusivity(1e-6 * results.Number("marks.rest.foils.25_um.largest_grain_size_um")) * 1800), 1e-15);
    }

    [Fact]
    public void One_warning_says_where_no_effective_medium_exists()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        string warning = Assert.Single(made.Compute().Warnings);
        Assert.Contains("'rest' (bulk diffusion reaches 0.013 grain sizes)", warning, StringComparison.Ordinal);

        ResultData fine = made.Compute(1, ("grain-sizes", "[10 nm, 100 nm]"), ("times", "[1 h, 2 h]"), ("marks", "[{label: rest, grain-size: 1 um, time: 30 min}]"));
        Assert.Empty(fine.Warnings);
        Assert.Equal(1, fine.Number("harrison.share_of_points_with_an_effective_medium"));
    }

    [Theory]
    [InlineData("times: [1 min, 1 h, 4 h]", "times: [1 min]", "two values or more", 4)]
    [InlineData("times: [1 min, 1 h, 4 h]", "times: [1 min, 1 m]", "a time", 4)]
    [InlineData("grain-size: 150 um", "grain-size: 1 nm", "boundary width / grain size", 6)]
    public void Input_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string message, int line)
    {
        LiMeso.Core.Input.InputException refusal = TemporaryCase.Refusal(Case.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(line, refusal.Location!.Line);
    }
}
