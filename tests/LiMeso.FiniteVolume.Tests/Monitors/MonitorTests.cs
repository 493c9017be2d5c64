using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Tests.Monitors;

public class MonitorTests
{
    [Fact]
    public void Every_registered_monitor_records_or_stops()
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, 8), Axis.Uniform(1, 4));
        IMonitor[] monitors = [.. MonitorKinds.All.Select(kind => kind.Member.Create(new MonitorRequest(kind.Name)
        {
            Points = kind.Name == "average" ? [] : [new Point(0.1, 0.2), new Point(0.9, 0.8)],
            Samples = 5,
        }))];
        Simulation simulation = Run(mesh, monitors);
        foreach (RecordingMonitor monitor in simulation.Monitors.OfType<RecordingMonitor>())
        {
            Assert.Equal(simulation.Steps + 1, monitor.Series.Rows);                 // the start and every step
            Assert.Equal(monitor.Series.Columns.Count, monitor.Series[0].Length);
            Assert.Equal(simulation.Time, monitor.Series.Times[^1]);
        }

        Assert.Equal(MonitorKinds.All.Count(), monitors.OfType<RecordingMonitor>().Count() + monitors.OfType<IStopCondition>().Count());
    }

    // After a long time under constant flux J the profile is a parabola that moves down: c = 1 − J [t + (3(1 − x)² − 1)/6].
    [Fact]
    public void Probe_line_side_and_average_see_the_moving_parabola()
    {
        const double flux = 0.1, end = 5;
        static double Exact(double x) => 1 - flux * (end + (3 * (1 - x) * (1 - x) - 1) / 6);
        var probe = new PointProbe("probe", [new Point(0), new Point(0.37)]);
        var line = PointProbe.OnLine("line", new Point(0), new Point(1), 11);
        var side = new SideProbe("side", Side.XMin);
        var whole = new RegionAverage("whole");
        var half = new RegionAverage("half", (new Point(0.5), new Point(0)));
        var sparse = new SideProbe("sparse", Side.XMin, every: 4);
        DiffusionProblem problem = Slab.Stripped(new RectilinearMesh(Axis.Uniform(1, 200)), 1, 1, new ConstantInTime(flux));
        var simulation = new Simulation(problem, new SimulationOptions { Monitors = [probe, line, side, whole, half, sparse] });
        simulation.Run(end);

        // Straight lines between centres 1/200 apart: h²/8 times the curvature 0.1.
        Assert.Equal(Exact(0), probe.Series.Latest[0], 1e-6);
        Assert.Equal(Exact(0.37), probe.Series.Latest[1], 1e-6);
        for (int k = 0; k <= 10; k++) Assert.Equal(Exact(k / 10.0), line.Series.Latest[k], 1e-6);
        Assert.Equal(Exact(0), side.Series.Latest[0], 1e-6);
        Assert.Equal(1 - flux * end, whole.Series.Latest[0], 1e-12);
        Assert.Equal(1 - flux * (end + 0.125), half.Series.Latest[0], 1e-6);            // the mean of (3(1 − x)² − 1)/6 over the first half
        Assert.Equal(1 + simulation.Steps / 4, sparse.Series.Rows);
    }

    [Fact]
    public void The_books_name_what_left_through_each_side_and_what_sources_brought()
    {
        var books = new BalanceMonitor("books");
        RectilinearMesh mesh = new RectilinearMesh(Axis.Uniform(2, 10)).WithSideName("electrolyte", Side.XMin);
        var problem = new DiffusionProblem(mesh, new UniformDiffusivity(1), 3)
        {
            ["electrolyte"] = BoundaryCondition.FixedFlux(0.5),
            ["xMax"] = BoundaryCondition.FixedFlux(new PiecewiseConstant([0, 1], [-0.25, 0])),
        };
        problem.Add(new Sources.FieldSource(CellField.Uniform("rate", "mol/(m^3 s)", mesh, 0.1), new ConstantInTime(2)));
        var simulation = new Simulation(problem, new SimulationOptions { Monitors = [books] });
        simulation.Run(2);
        Assert.Equal(["inventory", "outflow electrolyte", "outflow xMax", "sources", "relative error (1)"], books.Series.Columns);
        double[] last = books.Series.Latest.ToArray();
        Assert.Equal(6 - 1 + 0.25 + 0.8, last[0], 1e-12);
        Assert.Equal(1, last[1], 1e-12);
        Assert.Equal(-0.25, last[2], 1e-12);
        Assert.Equal(0.8, last[3], 1e-12);
    }

    [Fact]
    public void Points_and_regions_outside_the_mesh_are_refused_at_once()
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(mesh, [new PointProbe("probe", [new Point(1.5)])]));
        Assert.Throws<ArgumentException>(() => Run(mesh, [new PointProbe("probe", [])]));
        Assert.Throws<ArgumentException>(() => Run(mesh, [new RegionAverage("region", (new Point(2), new Point(3)))]));
        Assert.Throws<ArgumentException>(() => MonitorKinds.All["line"].Create(new MonitorRequest("line") { Points = [new Point(0)] }));
    }

    [Fact]
    public void A_table_grows_beyond_its_first_capacity_and_survives_storage()
    {
        var series = new TimeSeries(["a", "b"], "1", capacity: 2);
        for (int k = 0; k < 7; k++)
        {
            Span<double> row = series.Append(k);
            (row[0], row[1]) = (10 * k, 10 * k + 1);
        }

        var state = new SimulationState();
        series.Capture(state.Section("table"));
        var copy = new TimeSeries(["a", "b"], "1", capacity: 1);
        copy.Restore(state.Section("table"));
        copy.Append(7)[1] = 71;
        Assert.Equal([0, 10, 20, 30, 40, 50, 60, 0], copy.Column(0));
        Assert.Equal([1, 11, 21, 31, 41, 51, 61, 71], copy.Column(1));
    }

    private static Simulation Run(RectilinearMesh mesh, IReadOnlyList<IMonitor> monitors)
    {
        var problem = new DiffusionProblem(mesh, new UniformDiffusivity(1), 1) { [Side.XMin] = BoundaryCondition.FixedFlux(0.1) };
        var simulation = new Simulation(problem, new SimulationOptions { Monitors = monitors, StepControl = new FixedStep(0.05) });
        simulation.Run(1);
        return simulation;
    }
}
