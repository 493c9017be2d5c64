using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.Sources;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume.Tests.Accuracy;

public class MassBalanceTests
{
    public static MatrixTheoryData<string, string, bool> Cases => new(
        TimeSchemeKinds.All.Names,
        ["stripping", "pulses", "table", "fixed values", "films", "sources"],
        [true, false]);

    public static MatrixTheoryData<string, string> Planes => new(TimeSchemeKinds.All.Names, ["stripping", "pulses", "fixed values", "films", "sources"]);

    // 1e-12 of the initial inventory at every step: the scheme's own quadrature closes the books to rounding, about 1e-15 a step.
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_books_close_to_1e12_at_every_step(string scheme, string conditions, bool adaptive)
    {
        var mesh = new RectilinearMesh(Axis.BoundaryLayer(1, 0.05, 100));
        var problem = new DiffusionProblem(mesh, new LayeredDiffusivity(LayerDirection.AlongX, [0.4], [1, 30]), 2);
        SetConditions(problem, conditions);
        AssertBooksClose(problem, scheme, adaptive);
    }

    // The linear solver stops at 1e-3 already; the balance does not notice.
    [Theory]
    [MemberData(nameof(Planes))]
    public void The_books_close_to_1e12_in_two_dimensions_however_loosely_equations_are_solved(string scheme, string conditions)
    {
        var mesh = new RectilinearMesh(Axis.Geometric(1, 20, 10), Axis.Uniform(1, 12));
        var problem = new DiffusionProblem(mesh, new LayeredDiffusivity(LayerDirection.AlongY, [0.25], [1, 100]), 2);
        SetConditions(problem, conditions);
        AssertBooksClose(problem, scheme, adaptive: false, solverTolerance: 1e-3);
    }

    private static void AssertBooksClose(DiffusionProblem problem, string scheme, bool adaptive, double solverTolerance = 1e-11)
    {
        var books = new BalanceMonitor("books", limit: 1e-12);
        var simulation = new Simulation(problem, new SimulationOptions
        {
            Scheme = TimeSchemeKinds.All[scheme],
            StepControl = adaptive ? new AdaptiveStep { RelativeTolerance = 1e-5 } : new FixedStep(0.0123),
            SolverSettings = new LinearSolverSettings(solverTolerance),
            Monitors = [books],
        });
        simulation.Run(1);
        Assert.InRange(books.LargestError, 0, 1e-12);
        Assert.NotInRange(simulation.Balance.Inventory - simulation.Balance.InitialInventory, -0.01, 0.01);   // something must happen for the books to mean anything
    }

    private static void SetConditions(DiffusionProblem problem, string conditions)
    {
        switch (conditions)
        {
            case "stripping":
                problem[Side.XMin] = BoundaryCondition.FixedFlux(1);
                break;
            case "pulses":
                problem[Side.XMin] = BoundaryCondition.FixedFlux(new PiecewiseConstant([0, 0.2, 0.45, 0.5], [3, 0, -2, 1]));
                break;
            case "table":
                problem[Side.XMin] = BoundaryCondition.FixedFlux(new LinearTable([0, 0.3, 0.6, 0.6, 1], [0, 2, 1, 3, 0]));
                break;
            case "fixed values":
                problem[Side.XMin] = BoundaryCondition.FixedValue(new FunctionOfTime(t => 2 - Math.Sin(3 * t)));
                problem[Side.XMax] = BoundaryCondition.FixedValue(0.5);
                break;
            case "films":
                problem[Side.XMin] = BoundaryCondition.Robin(0.8, new ConstantInTime(0));
                problem[Side.XMax] = BoundaryCondition.Robin(5, new PiecewiseConstant([0, 0.5], [3, 1]));
                break;
            default:
                problem.Add(new SpaceTimeSource((x, _, t) => Math.Exp(-t) * (1 + x)));
                problem.Add(new FieldSource(CellField.Uniform("rate", "mol/(m^3 s)", problem.Mesh, 0.7), new PiecewiseConstant([0.3, 0.7], [1, 0])));
                break;
        }
    }

    [Fact]
    public void A_source_that_contradicts_itself_fails_the_run_by_name()
    {
        int calls = 0;
        var problem = new DiffusionProblem(new RectilinearMesh(Axis.Uniform(1, 10)), new UniformDiffusivity(1), 1);
        problem.Add(new SpaceTimeSource((_, _, _) => calls++));
        var simulation = new Simulation(problem, new SimulationOptions { StepControl = new FixedStep(0.1), Monitors = [new BalanceMonitor("books")] });
        var failure = Assert.Throws<SimulationFailedException>(() => simulation.Run(1));
        Assert.Contains("mass balance", failure.Message);
    }
}
