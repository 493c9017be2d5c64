using LiMeso.Core;
using LiMeso.Transport.Data;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Transport.Tests.Data;

// What the shipped data set says, against what Yoon, Sulaimon and Siegel (2023) print. "To the printed digits" is the rounding interval of the print.
public class LiYoon2023Tests
{
    private const double SquareCentimetre = 1e-4;
    private static readonly DiffusivitySet _set = DiffusivitySetReader.Read(Path.Combine(AppContext.BaseDirectory, "datasets", "li-yoon-2023"));

    private static double Hart(double temperature, double grainSize, string selection = BoundarySelection.Mean) =>
        PolycrystalModels.All["hart"].EffectiveDiffusivity(_set.At(temperature, selection).ToInput(grainSize)) / SquareCentimetre;

    [Fact]
    public void The_set_is_published_with_no_value_computed_here()
    {
        Assert.Equal(("li-yoon-2023", DataOrigin.Published), (_set.Name, _set.Origin));
        TransportProperties at300 = _set.At(300);
        Assert.Equal(
            [ValueStatus.Inferred, ValueStatus.Inferred, ValueStatus.Assumed, ValueStatus.Assumed, ValueStatus.Assumed],
            at300.Values.Select(v => v.Value.Status));
        Assert.Equal((ValueStatus.Published, "yoon-2023"), (_set.At(300, "slowest").Boundary.Status, Assert.Single(_set.At(300, "slowest").Boundary.Sources)));
        Assert.Equal(ValueStatus.Assumed, _set.At(250, "slowest").Boundary.Status);
        Assert.Contains("doi:10.1039/d3ta03814a", _set.CitationOf("yoon-2023"), StringComparison.Ordinal);
    }

    [Fact]
    public void Grains_of_150_um_at_300_K_give_the_printed_2p9e11() => Assert.InRange(Hart(300, 150e-6), 2.85e-11, 2.95e-11);

    // Printed as powers of ten ("~1e-11"): within half a decade.
    [Theory]
    [InlineData(250, 1e-3, 1e-12)]
    [InlineData(250, 10e-9, 1e-8)]
    [InlineData(300, 1e-3, 1e-11)]
    [InlineData(300, 1e-6, 1e-9)]
    [InlineData(300, 10e-9, 1e-7)]
    [InlineData(400, 10e-9, 1e-6)]
    public void The_printed_decades_come_out(double temperature, double grainSize, double printed) =>
        Assert.InRange(Hart(temperature, grainSize), printed / Math.Sqrt(10), printed * Math.Sqrt(10));

    [Fact]
    public void The_printed_1e8_for_1_mm_at_400_K_does_not_come_out_because_the_bulk_alone_is_slower() =>
        Assert.InRange(Hart(400, 1e-3), 2.1e-9, 2.2e-9);

    [Fact]
    public void The_diffusion_length_of_half_an_hour_at_150_um_is_the_printed_2p3_um() =>
        Assert.InRange(Math.Sqrt(Hart(300, 150e-6) * SquareCentimetre * 1800), 2.25e-6, 2.35e-6);

    // Depletion of a deep foil takes t = πD(FC₀/2I)² (Sand's time), so current density I and capacity I·t fix D; C₀ is two atoms per a³, a = 3.4876 Å.
    [Theory]
    [InlineData(3, 3, 1.800e-6, "1.8 um printed")]
    [InlineData(3, 5, 1.067e-6, "0.9 um printed: not met")]
    [InlineData(10, 5, 0.316e-6, "0.3 um printed")]
    public void The_grain_sizes_that_meet_the_targets_are_these(double milliampere, double milliampereHour, double grainSize, string note)
    {
        double current = milliampere * 10, time = milliampereHour / milliampere * 3600;
        double concentration = 2 / (PhysicalConstants.Avogadro * Math.Pow(3.4876e-10, 3));
        double target = 4 * time / Math.PI * Math.Pow(current / (PhysicalConstants.Faraday * concentration), 2);
        GrainSizeAnswer answer = PolycrystalModels.All["hart"].GrainSizeFor(_set.At(300).ToInput(1), target);
        Assert.Equal(GrainSizeOutcome.Largest, answer.Outcome);
        Assert.True(Math.Abs(answer.GrainSize!.Value / grainSize - 1) < 1e-3, note);       // the digits given here
    }

    [Fact]
    public void Boundaries_are_three_to_six_orders_faster_than_the_grains_at_every_temperature() =>
        Assert.All([250, 300, 350, 400], t =>
        {
            TransportProperties p = _set.At(t);
            Assert.InRange(p.Boundary.Value / p.Bulk.Value, 1e3, 1e6);
            Assert.InRange(p.Width.Value, 10.9e-10, 15.3e-10);
        });

    [Fact]
    public void The_tabulated_points_lie_on_the_Arrhenius_lines_to_their_digits() =>
        Assert.All([_set.Bulk, _set.Mean!], curve =>
        {
            var lines = new DiffusivityCurve(curve.Points, curve.Lines, CurveMethod.Lines);
            Assert.All(curve.Points, p => Assert.InRange(lines.At(p.Temperature).Value / p.Value, 1 - 5e-6, 1 + 5e-6));       // six digits printed
            Assert.InRange(lines.At(275).Value / curve.At(275).Value, 1 - 5e-6, 1 + 5e-6);
        });

    [Fact]
    public void Activation_energies_lie_in_the_printed_ranges()
    {
        Assert.Equal(0.48, Assert.Single(_set.Bulk.Lines).ActivationEnergyElectronVolt, 12);
        // As the source fits them: the three lower and the three upper temperatures.
        MeasuredPoint[] points = [.. _set.Mean!.Points];
        Assert.InRange(ArrheniusFit.Through(points[..3]).Line.ActivationEnergyElectronVolt, 0.1, 0.3);
        Assert.InRange(ArrheniusFit.Through(points[1..]).Line.ActivationEnergyElectronVolt, 0.2, 0.4);
    }

    [Fact]
    public void The_curves_of_the_extremes_agree_with_the_boundaries_printed_one_by_one()
    {
        var rows = new DiffusivitySet
        {
            Name = _set.Name,
            Title = _set.Title,
            Origin = _set.Origin,
            Sources = _set.Sources,
            Bulk = _set.Bulk,
            Width = _set.Width,
            TripleJunctionFactor = _set.TripleJunctionFactor,
            Segregation = _set.Segregation,
            Boundaries = _set.Boundaries,
            Extremes = _set.Extremes,
        };
        Assert.InRange(rows.At(300, "slowest").Boundary.Value / _set.At(300, "slowest").Boundary.Value, 1 - 1e-6, 1 + 1e-6);
        Assert.InRange(rows.At(300, "fastest").Boundary.Value / _set.At(300, "fastest").Boundary.Value, 1 - 1e-6, 1 + 1e-6);
        Assert.Equal(2.3e-6, _set.At(300, "s31-11-1-twist").Boundary.Value / SquareCentimetre, 12);
        Assert.Equal(6, _set.Boundaries.Count);
    }

    [Fact]
    public void Slowest_mean_and_fastest_come_in_order_at_every_temperature() =>
        Assert.All([250, 275, 300, 333, 350, 390, 400], t =>
        {
            Assert.True(Hart(t, 1e-6, "slowest") < Hart(t, 1e-6));
            Assert.True(Hart(t, 1e-6) < Hart(t, 1e-6, "fastest"));
        });

    [Fact]
    public void Models_agree_for_coarse_grains_and_part_below_a_hundred_nanometres()
    {
        PolycrystalInput At(double d) => _set.At(300).ToInput(d);
        double Ratio(string model, double d) => PolycrystalModels.All[model].EffectiveDiffusivity(At(d)) / PolycrystalModels.All["hart"].EffectiveDiffusivity(At(d));
        Assert.InRange(Ratio("chen-schuh", 1e-6), 1.0, 1.05);
        Assert.InRange(Ratio("chen-schuh", 1e-7), 1.4, 1.6);
        Assert.InRange(Ratio("chen-schuh", 1e-8), 7, 8);
        Assert.InRange(Ratio("maxwell-garnett-2d", 1e-6), 0.5, 0.51);
        Assert.InRange(PolycrystalModels.All["maxwell-garnett-1d"].EffectiveDiffusivity(At(1e-7)) / _set.At(300).Bulk.Value, 1, 1.02);
        Assert.Equal(["boundary width / grain size"], PolycrystalModels.All["chen-schuh"].CheckValidity(At(3e-9)).Select(w => w.Split(" = ")[0]));
        Assert.Empty(PolycrystalModels.All["hart"].CheckValidity(At(1e-6), BoundaryFractions.All["voronoi"]));
    }
}
