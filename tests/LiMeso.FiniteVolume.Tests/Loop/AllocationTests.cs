using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.Sources;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume.Tests.Loop;

// A garbage collection, set off by whichever thread, charges this one with what is left of its allocation buffer: none may happen here.
[CollectionDefinition(DisableParallelization = true)]
public class Undisturbed;

[Collection(typeof(Undisturbed))]
public class AllocationTests
{
    public static TheoryData<string> Schemes => [.. TimeSchemeKinds.All.Names];

    public static MatrixTheoryData<string, bool, int> Cases => new(TimeSchemeKinds.All.Names, [true, false], [1, 2]);

    // All parts at work: sources, tables, films, rejections, snapshots inside steps, monitors (whose tables have room for 4096 rows).
    [Theory]
    [MemberData(nameof(Cases))]
    public void Stepping_allocates_nothing(string scheme, bool adaptive, int dimensions)
    {
        var mesh = new RectilinearMesh(Axis.Geometric(1, 30, 10), dimensions == 1 ? null : Axis.Uniform(1, 4));
        var problem = new DiffusionProblem(mesh, new UniformDiffusivity(1), 3)
        {
            [Side.XMin] = BoundaryCondition.FixedFlux(new PiecewiseConstant([0, 0.1, 0.4], [1, 0, 2])),
            [Side.XMax] = BoundaryCondition.Robin(2, new LinearTable([0, 0.3, 1], [3, 2, 4])),
        };
        problem.Add(new SpaceTimeSource((x, _, t) => x * Math.Cos(t)));
        problem.Add(new FieldSource(CellField.Uniform("rate", "mol/(m^3 s)", mesh, 1), new ConstantInTime(0.1)));
        var observer = new Counter();
        var simulation = new Simulation(problem, new SimulationOptions
        {
            Scheme = TimeSchemeKinds.All[scheme],
            StepControl = adaptive ? new AdaptiveStep { RelativeTolerance = 1e-4 } : new FixedStep(0.01),
            SnapshotTimes = [.. Enumerable.Range(1, 99).Select(k => k / 100.1)],
            Monitors =
            [
                new InterfaceDepletionMonitor("depletion", Side.XMin), new BalanceMonitor("books"), new SideProbe("interface", Side.XMin), new RegionAverage("mean"),
                PointProbe.OnLine("line", new Point(0, 0.5), new Point(1, 0.5), 20),
            ],
        });
        simulation.Step(1, observer);                                              // the first call of everything

        Assert.True(GC.TryStartNoGCRegion(16 << 20));
        long before = GC.GetAllocatedBytesForCurrentThread();
        while (simulation.Time < 1) simulation.Step(1, observer);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.EndNoGCRegion();

        Assert.Equal(0, allocated);
        Assert.True(observer.Steps > 20 && observer.Snapshots > 80);
    }

    // Cells enough for a second thread.
    [Theory]
    [MemberData(nameof(Schemes))]
    public void Stepping_with_two_threads_allocates_nothing(string scheme)
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, 220), Axis.Uniform(1, 160));
        var problem = new DiffusionProblem(mesh, new UniformDiffusivity(1), 3) { [Side.XMin] = BoundaryCondition.FixedFlux(1) };
        using var simulation = new Simulation(problem, new SimulationOptions
        {
            Scheme = TimeSchemeKinds.All[scheme],
            StepControl = new FixedStep(0.01),
            SolverSettings = new LinearSolverSettings(1e-8, Threads: 2),
        });
        for (int k = 0; k < 3; k++) simulation.Step();                             // the first call of everything

        Assert.True(GC.TryStartNoGCRegion(16 << 20));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 5; k++) simulation.Step();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.EndNoGCRegion();

        Assert.Equal(0, allocated);
    }

    private sealed class Counter : IRunObserver
    {
        public int Steps { get; private set; }

        public int Snapshots { get; private set; }

        public void StepAccepted(in StepReport step) => Steps++;

        public void Snapshot(in FieldView field) => Snapshots++;
    }
}
