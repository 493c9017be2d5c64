using LiMeso.Cases.Results;
using LiMeso.Core;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class CapacityMapsTests
{
    private const string Case = """
        kind: capacity-maps
        title: A small map
        thicknesses: [10 um, 20 um]
        current-densities: {from: 0.01 mA/cm^2, to: 10.24 mA/cm^2, count: 11, spacing: log}
        grain-sizes: {from: 10 nm, to: 1 mm, count: 41, spacing: log}
        marks:
          - {label: purchased foil, grain-size: 150 um, current-density: 0.1 mA/cm^2}
        """;

    // li-yoon-2023 at 300 K, Hart's equation and the fraction of regular polygons written out.
    private static double Diffusivity(double grainSize)
    {
        double x = 12e-10 / grainSize, fraction = x * (2 - x);
        return fraction * 5.27e-11 + (1 - fraction) * 2.06e-15;
    }

    private static double ChargeDensity => PhysicalConstants.Faraday * 2 / (PhysicalConstants.Avogadro * Math.Pow(3.4876e-10, 3));

    [Fact]
    public void Utilisation_is_that_of_the_closed_limits_where_they_hold()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        ResultArray utilisation = results.Array("maps/utilisation");
        double[] thicknesses = results.Values("axes/thickness"), currents = results.Values("axes/current-density"), grains = results.Values("axes/grain-size");
        int thin = 0, thick = 0, at = 0;
        foreach (double thickness in thicknesses)
        {
            foreach (double current in currents)
            {
                foreach (double grain in grains)
                {
                    double lambda = ChargeDensity * Diffusivity(grain) / (current * thickness), found = utilisation.Values[at++];
                    if (lambda > 4.5) Assert.Equal(1 - 1 / (3 * lambda), found, 1e-13);              // the exponential left out is 1e-18
                    if (lambda < 0.18) Assert.Equal(Math.PI / 4 * lambda, found, 1e-13 * found);               // the first image left out is 1e-16
                    (thin, thick) = (thin + (lambda > 4.5 ? 1 : 0), thick + (lambda < 0.18 ? 1 : 0));
                }
            }
        }

        Assert.True(thin > 100 && thick > 100, $"{thin} and {thick} points compared");
    }

    [Fact]
    public void Capacity_is_utilisation_of_the_inventory()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        double[] utilisation = results.Values("maps/utilisation"), capacity = results.Values("maps/capacity"), thicknesses = results.Values("axes/thickness");
        int perFoil = utilisation.Length / thicknesses.Length;
        for (int i = 0; i < utilisation.Length; i++) Assert.Equal(utilisation[i] * ChargeDensity * thicknesses[i / perFoil], capacity[i], 1e-12 * capacity[i]);
    }

    // The grid holds I and 2 I: eleven currents over a factor of 1024.
    [Fact]
    public void Twice_the_thickness_at_half_the_current_uses_the_same_share()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        ResultArray utilisation = results.Array("maps/utilisation");
        double[,] thin = results.Slice("maps/utilisation", 0), thick = results.Slice("maps/utilisation", 1);
        for (int i = 1; i < thin.GetLength(0); i++)
        {
            for (int j = 0; j < thin.GetLength(1); j++) Assert.Equal(thin[i, j], thick[i - 1, j], 1e-12);
        }

        Assert.Equal(3, utilisation.Dimensions.Count);
    }

    [Fact]
    public void The_computed_line_parts_the_map_where_the_utilisation_passes_90_percent()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        ResultArray line = results.Array("utilisation_line/grain-size");
        double[] grains = results.Values("axes/grain-size");
        for (int k = 0; k < 2; k++)
        {
            double[,] map = results.Slice("maps/utilisation", k);
            for (int i = 0; i < map.GetLength(0); i++)
            {
                for (int j = 0; j < grains.Length; j++) Assert.Equal(grains[j] < line.Row(k)[i], map[i, j] > 0.9);
            }
        }

        Assert.Contains(line.Values, double.IsPositiveInfinity);
    }

    [Fact]
    public void One_thread_and_four_give_the_same_bits()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData one = made.Compute(threads: 1), four = made.Compute(threads: 4);
        foreach (ResultArray array in one.Arrays.Values) Assert.Equal(array.Values, four.Values(array.Name));
    }

    [Fact]
    public void Points_without_an_effective_medium_are_counted_and_warned_of()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        double share = results.Number("harrison.share_of_points_with_an_effective_medium");
        Assert.Equal(results.Values("maps/bulk-reach").Count(r => r >= 1.25) / (double)results.Values("maps/bulk-reach").Length, share, 1e-12);
        Assert.Contains("no effective medium", Assert.Single(results.Warnings), StringComparison.Ordinal);

        ResultData fine = made.Compute(1, ("grain-sizes", "[10 nm, 100 nm]"), ("current-densities", "[0.01 mA/cm^2, 0.1 mA/cm^2]"));
        Assert.Equal(1, fine.Number("harrison.share_of_points_with_an_effective_medium"));
        Assert.Empty(fine.Warnings);
    }

    [Theory]
    [InlineData("grain-sizes: {from: 10 nm, to: 1 mm, count: 41, spacing: log}", "grain-sizes: [1 um, 100 nm]", "larger than the one before", 5)]
    [InlineData("grain-sizes: {from: 10 nm, to: 1 mm, count: 41, spacing: log}", "grain-sizes: [1 nm, 1 um]", "boundary width / grain size", 5)]
    [InlineData("thicknesses: [10 um, 20 um]", "thicknesses: [10 um, 10 um]", "given twice", 3)]
    [InlineData("thicknesses: [10 um, 20 um]", "thicknesses: [10 um, 20 um]\ntemperature: 500 K", "500 K is outside", 4)]
    [InlineData("thicknesses: [10 um, 20 um]", "thickness: [10 um, 20 um]", "Did you mean 'thicknesses'?", 3)]
    [InlineData("thicknesses: [10 um, 20 um]", "thicknesses: [10 um, 20 um]\nutilisation-line: 120 %", "between 1 % and 99.9 %", 4)]
    public void Input_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string message, int line)
    {
        InputException refusal = TemporaryCase.Refusal(Case.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(line, refusal.Location!.Line);
    }
}
