using LiMeso.Cases.Campaigns.Collection;
using LiMeso.Core;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Tests.Campaigns;

/// <summary>Means and Arrhenius lines of a collected data set, for boundaries that follow known lines.</summary>
public sealed class CollectedMeansTests
{
    private const double Prefactor = 1e-7;
    private static readonly Attribution _ours = new(ValueStatus.Computed, "ours");
    private static readonly double[] _temperatures = [250, 300, 350, 400];

    // D = k D0 exp(-E/kT), with a change of slope at 350 K; at the temperatures of bounds nothing but a bound
    private static BoundaryData Boundary(int k, params double[] bounds)
    {
        double Value(double t) => k * Prefactor * (t <= 350 ? Line(0.2, t) : Line(0.2, 350) / Line(0.3, 350) * Line(0.3, t));
        MeasuredPoint Point(double t) => new(t, Value(t), 0.1 * Value(t), _ours) { Count = 3 };
        MeasuredPoint[] known = [.. _temperatures.Except(bounds).Select(Point)];
        return new BoundaryData(
            $"GB{k:00}", known.Length == 0 ? new Dictionary<BoundaryDefinition, DiffusivityCurve>() : new Dictionary<BoundaryDefinition, DiffusivityCurve> { [BoundaryDefinition.Total] = new(known) },
            bounds.Length == 0 ? null : new Dictionary<BoundaryDefinition, IReadOnlyList<MeasuredPoint>> { [BoundaryDefinition.Total] = [.. bounds.Select(Point)] })
        { Name = $"boundary {k}", Kind = BoundaryKind.Tilt };
    }

    private static double Line(double electronVolt, double t) => Math.Exp(-electronVolt * PhysicalConstants.ElementaryCharge / (PhysicalConstants.Boltzmann * t));

    [Fact]
    public void Bounds_go_into_no_mean_and_every_mean_states_its_count()
    {
        // the slowest at 250 K is only known to be slow
        BoundaryData[] all = [Boundary(5), Boundary(2), Boundary(1, 250), Boundary(4), Boundary(3)];
        BoundaryMeans means = CollectedMeans.Of(all, BoundaryDefinition.Total);
        Assert.Equal([4, 5, 5, 5], means.Mean!.Points.Select(p => p.Count));
        Assert.Equal([3, 3, 3, 3], means.Slowest!.Points.Select(p => p.Count));
        double unit = Prefactor * Line(0.2, 250), warm = Prefactor * Line(0.2, 300);
        Assert.Equal(1, means.Mean.Points[0].Value / (14.0 / 4 * unit), 1e-12);
        Assert.Equal(1, means.Slowest.Points[0].Value / (3 * unit), 1e-12);                          // 2, 3, 4
        Assert.Equal(1, means.Slowest.Points[1].Value / (2 * warm), 1e-12);                          // 1, 2, 3
        Assert.Equal(1, means.Fastest!.Points[1].Value / (4 * warm), 1e-12);                         // 3, 4, 5
        Assert.Equal(1, means.Fastest.Points[1].Error!.Value / (0.1 * Math.Sqrt(9 + 16 + 25) / 3 * warm), 1e-12);
        Assert.Null(CollectedMeans.Of(all, BoundaryDefinition.InPlane).Mean);
    }

    [Fact]
    public void Arrhenius_lines_go_through_the_three_lowest_and_the_three_highest_temperatures_apart()
    {
        BoundaryData[] all = [Boundary(1), Boundary(2, 250), Boundary(3, 250, 300, 350, 400)];
        BoundaryMeans means = CollectedMeans.Of(all, BoundaryDefinition.Total);
        var set = new DiffusivitySet
        {
            Name = "x",
            Title = "x",
            Origin = DataOrigin.Computed,
            Sources = [new("ours", "ours")],
            Bulk = new DiffusivityCurve(_temperatures.Select(t => new MeasuredPoint(t, Line(0.48, t), null, _ours))),
            Width = new WidthCurve([new(300, 1e-9, null, _ours)]),
            Mean = means.Mean,
            TripleJunctionFactor = new(100, _ours),
            Segregation = new(1, _ours),
            Boundaries = all,
        };
        string[][] table = [.. CollectedTables.Arrhenius(set, _temperatures).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(','))], rows = table[1..];
        int energy = Array.IndexOf(table[0], "activation_energy_eV");
        string[] Row(string what, string temperatures) => rows.Single(r => r[0] == what && r[2] == temperatures);
        double Energy(string what, string temperatures) => double.Parse(Row(what, temperatures)[energy], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(0.48, Energy("bulk", "lowest"), 1e-9);
        Assert.Equal(0.2, Energy("GB01", "lowest"), 1e-9);
        Assert.InRange(Energy("GB01", "highest"), 0.21, 0.29);
        Assert.Equal(("3", "250", "350"), (Row("GB01", "lowest")[5], Row("GB01", "lowest")[3], Row("GB01", "lowest")[4]));
        Assert.Equal(("3", "300", "400"), (Row("GB01", "highest")[5], Row("GB01", "highest")[3], Row("GB01", "highest")[4]));
        // one with a bound at 250 K has two values left; one with bounds alone has no line
        Assert.Equal("2", Row("GB02", "lowest")[5]);
        Assert.DoesNotContain(rows, r => r[0] == "GB03");
        Assert.Contains(rows, r => r[0] == "mean");
    }
}
