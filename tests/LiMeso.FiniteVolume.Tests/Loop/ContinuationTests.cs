using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume.Tests.Loop;

public class ContinuationTests
{
    public static MatrixTheoryData<string, bool, int> Cases => new(TimeSchemeKinds.All.Names, [true, false], [1, 2]);

    // Interrupted after every third step, each time stored as plain arrays and continued by a new simulation: every bit must be as without.
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_run_continued_from_captured_states_gives_the_same_bits(string scheme, bool adaptive, int dimensions)
    {
        Simulation whole = Pulsed(scheme, adaptive, dimensions);
        var wholeSteps = new StepRecorder();
        whole.Run(1, wholeSteps);

        var steps = new StepRecorder();
        Simulation part = Pulsed(scheme, adaptive, dimensions);
        while (part.Time < 1)
        {
            for (int k = 0; k < 3 && part.Time < 1; k++) part.Step(1, steps);
            SimulationState captured = part.CaptureState();
            part = Pulsed(scheme, adaptive, dimensions);
            part.RestoreState(new SimulationState(captured.Arrays.ToDictionary(p => p.Key, p => p.Value.ToArray()), captured.Integers));
        }

        Assert.Equal(wholeSteps.Reports, steps.Reports);
        Assert.Equal(whole.CaptureState().Arrays, part.CaptureState().Arrays);
        Assert.Equal(whole.CaptureState().Integers, part.CaptureState().Integers);
        Assert.True(whole.Steps > 12);
    }

    [Fact]
    public void A_depletion_run_continued_finds_the_same_time_to_the_last_bit()
    {
        static Simulation Create() => new(
            Slab.Stripped(SlabMesh.ForDepletion(1, 1, 1, 2, cells: 100), 1, 1, new ConstantInTime(2)),
            new SimulationOptions { Monitors = [new InterfaceDepletionMonitor("depletion", Side.XMin)] });
        Simulation whole = Create(), first = Create(), second = Create();
        double exact = whole.Run(10).Time;
        for (int k = 0; k < 20; k++) first.Step();
        second.RestoreState(first.CaptureState());
        Assert.Equal(exact, second.Run(10).Time);
        Assert.Equal(RunStatus.Stopped, second.Run(10).Status);
    }

    [Fact]
    public void A_cancelled_run_goes_on_as_if_it_had_not_been()
    {
        Simulation whole = Pulsed("sdirk4", adaptive: true, 1), broken = Pulsed("sdirk4", adaptive: true, 1);
        whole.Run(1);
        using var cancellation = new CancellationTokenSource();
        RunOutcome outcome = broken.Run(1, new CancelAfter(17, cancellation), cancellation.Token);
        Assert.Equal((RunStatus.Cancelled, 17L), (outcome.Status, outcome.Steps));
        Assert.Equal(RunStatus.ReachedEnd, broken.Run(1).Status);
        Assert.Equal(whole.Field.Values.ToArray(), broken.Field.Values.ToArray());
    }

    [Fact]
    public void A_state_of_another_scheme_mesh_or_step_is_refused_by_name()
    {
        SimulationState state = Pulsed("sdirk4", adaptive: true, 1).CaptureState();
        Assert.Contains("scheme/Bdf2", Assert.Throws<StateMismatchException>(() => Pulsed("bdf2", adaptive: true, 1).RestoreState(state)).Message);
        Assert.Contains("stepper/value", Assert.Throws<StateMismatchException>(() => Pulsed("sdirk4", adaptive: true, 2).RestoreState(state)).Message);
        Assert.Contains("control/", Assert.Throws<StateMismatchException>(() => Pulsed("sdirk4", adaptive: false, 1).RestoreState(state)).Message);
    }

    private static Simulation Pulsed(string scheme, bool adaptive, int dimensions)
    {
        Axis x = Axis.Geometric(1, 16, 8);
        var mesh = new RectilinearMesh(x, dimensions == 1 ? null : Axis.Uniform(0.5, 3));
        var problem = new DiffusionProblem(mesh, new LayeredDiffusivity(LayerDirection.AlongX, [0.5], [1, 10]), 2)
        {
            [Side.XMin] = BoundaryCondition.FixedFlux(new PiecewiseConstant([0, 0.21, 0.6], [1, 0, 2])),
            [Side.XMax] = BoundaryCondition.Robin(0.3, new LinearTable([0, 0.7, 1], [2, 1, 3])),
        };
        return new Simulation(problem, new SimulationOptions
        {
            Scheme = TimeSchemeKinds.All[scheme],
            StepControl = adaptive ? new AdaptiveStep { RelativeTolerance = 1e-4 } : new FixedStep(0.043),
            Monitors = [new BalanceMonitor("books"), new PointProbe("probe", [new Point(0.1, 0.2)]), new InterfaceDepletionMonitor("depletion", Side.XMin)],
            SnapshotTimes = [0.3, 0.9],
        });
    }

    private sealed class StepRecorder : IRunObserver
    {
        public List<StepReport> Reports { get; } = [];

        public void StepAccepted(in StepReport step) => Reports.Add(step);
    }

    private sealed class CancelAfter(long steps, CancellationTokenSource cancellation) : IRunObserver
    {
        public void StepAccepted(in StepReport step)
        {
            if (step.Step == steps) cancellation.Cancel();
        }
    }
}
