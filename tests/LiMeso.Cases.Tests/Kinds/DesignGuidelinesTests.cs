using LiMeso.Cases.Results;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.Depletion;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class DesignGuidelinesTests
{
    private const string Case = """
        kind: design-guidelines
        title: Three targets
        targets:
          - {name: IONICS, current-density: 3 mA/cm^2, capacity: 3 mAh/cm^2, published-grain-size: 1.8 um, published-thickness: 15 um}
          - {name: mixed, current-density: 3 mA/cm^2, capacity: 5 mAh/cm^2}
          - {name: fast charging, current-density: 10 mA/cm^2, capacity: 5 mAh/cm^2}
        thicknesses: {from: 10 um, to: 60 um, count: 26}
        grain-sizes: {from: 100 nm, to: 3 um, count: 21, spacing: log}
        thickest-foils: [40 um, 500 um]
        """;

    private static readonly string[] _targets = ["IONICS", "mixed", "fast_charging"];

    private static double ChargeDensity => PhysicalConstants.Faraday * 2 / (PhysicalConstants.Avogadro * Math.Pow(3.4876e-10, 3));

    // li-yoon-2023 at 300 K, Hart's equation and the fraction of regular polygons written out.
    private static double Diffusivity(double grainSize)
    {
        double x = 12e-10 / grainSize, fraction = x * (2 - x);
        return fraction * 5.27e-11 + (1 - fraction) * 2.06e-15;
    }

    [Fact]
    public void Diffusivities_stand_as_9_to_15_to_50()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        double[] needed = [.. _targets.Select(t => results.Number($"targets.{t}.required_diffusivity_m2_s"))];
        Assert.Equal(4 / Math.PI * 30 * 3 * 36000 / (ChargeDensity * ChargeDensity), needed[0], 1e-13 * needed[0]);
        Assert.Equal(15.0 / 9, needed[1] / needed[0], 1e-13);
        Assert.Equal(50.0 / 9, needed[2] / needed[0], 1e-13);
    }

    [Fact]
    public void The_corner_holds_the_capacity_and_its_grains_have_the_least_diffusivity()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        foreach (string target in _targets)
        {
            double capacity = results.Number($"targets.{target}.capacity_mAh_cm2") * 36000;
            Assert.Equal(capacity, ChargeDensity * results.Number($"targets.{target}.thinnest_foil_um") * 1e-6, 1e-9 * capacity);
            Assert.Equal(1, Diffusivity(results.Number($"targets.{target}.largest_grain_size_um") * 1e-6) / results.Number($"targets.{target}.required_diffusivity_m2_s"), 1e-11);
        }

        Assert.Equal(results.Number("targets.IONICS.largest_grain_size_um") / 1.8, results.Number("targets.IONICS.ratio_to_published.grain_size"), 1e-12);
    }

    // Every foil on the edge delivers exactly the capacity, by the forward solution; without edge the foil holds too little.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Foils_on_the_edge_deliver_just_what_is_asked_for(int criterion)
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        double[] thicknesses = results.Values("axes/thickness"), utilisations = results.Values("axes/utilisation"), edge = results.Values("edges/grain-size");
        for (int t = 0; t < _targets.Length; t++)
        {
            double current = results.Number($"targets.{_targets[t]}.current_density_mA_cm2") * 10, capacity = results.Number($"targets.{_targets[t]}.capacity_mAh_cm2") * 36000;
            for (int j = 0; j < thicknesses.Length; j++)
            {
                double grain = edge[(t * utilisations.Length + criterion) * thicknesses.Length + j], inventory = ChargeDensity * thicknesses[j];
                Assert.Equal(inventory <= capacity, double.IsNaN(grain));
                if (double.IsNaN(grain)) continue;
                StrippingSolution solution = new StrippingProblem(current, thicknesses[j], Diffusivity(grain), ChargeDensity / PhysicalConstants.Faraday).Solve();
                Assert.Equal(1, solution.Capacity / Math.Max(capacity, utilisations[criterion] * inventory), 1e-11);
            }
        }
    }

    [Fact]
    public void Asking_for_a_share_of_the_lithium_makes_the_largest_grains_those_of_one_thickness()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute(1, ("thicknesses", "{from: 15 um, to: 25 um, count: 1001}"), ("utilisations", "[80 %]"));
        double[] thicknesses = results.Values("axes/thickness"), edge = results.Array("edges/grain-size").Values[1001..2002];
        int best = Array.IndexOf(edge, edge.Max());
        Assert.Equal(results.Number("targets.IONICS.with_80_percent_use.thickness_um"), thicknesses[best] * 1e6, 0.01);      // the spacing of the grid
        Assert.InRange(results.Number("targets.IONICS.with_80_percent_use.largest_grain_size_um") / (edge[best] * 1e6), 1, 1.002);
    }

    [Fact]
    public void A_foil_of_half_a_millimetre_is_without_end()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute();
        foreach (string target in _targets)
        {
            double largest = results.Number($"targets.{target}.largest_grain_size_um");
            Assert.Equal(largest, results.Number($"targets.{target}.largest_grain_size_um_of_foils_up_to.500_um"), 1e-10 * largest);
            Assert.True(results.Number($"targets.{target}.largest_grain_size_um_of_foils_up_to.40_um") < largest);
        }
    }

    [Fact]
    public void Maps_agree_with_the_edge_on_who_meets_the_target()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        ResultData results = made.Compute(threads: 3);
        double[] grains = results.Values("axes/grain-size"), edge = results.Values("edges/grain-size");
        int columns = results.Values("axes/thickness").Length;
        for (int t = 0; t < _targets.Length; t++)
        {
            double[,] capacity = results.Slice("maps/capacity", t, 1 / 36000.0);
            double wanted = results.Number($"targets.{_targets[t]}.capacity_mAh_cm2");
            for (int i = 0; i < grains.Length; i++)
            {
                for (int j = 0; j < columns; j++) Assert.Equal(grains[i] < edge[3 * t * columns + j], capacity[i, j] > wanted);
            }
        }
    }

    [Theory]
    [InlineData("name: mixed", "name: IONICS", "the same name", 4)]
    [InlineData("published-grain-size: 1.8 um", "published-grain-size: 1 nm", "boundary width / grain size", 4)]
    [InlineData("current-density: 10 mA/cm^2", "current-density: 10 mA/cm^3", "current density", 6)]
    [InlineData("title: Three targets", "title: Three targets\ntemperature: 200 K", "200 K is outside", 3)]
    public void Input_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string message, int line)
    {
        InputException refusal = TemporaryCase.Refusal(Case.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(line, refusal.Location!.Line);
    }
}
