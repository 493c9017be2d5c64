using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Sources;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Tests.Accuracy;

/// <summary>Manufactured solutions in one dimension, with errors in time far below those in space.</summary>
public class SpaceOrderTests
{
    private const double Contrast = 1000;                                          // D right of a grain boundary over D left of it

    public static TheoryData<string> Meshes => ["uniform", "towards the start", "towards both ends", "boundary layer"];

    // u = 1 + e^(−t) sin(πx + 0.3)/2 with D = 1 + 0.4 x²: given flux left, given value right.
    [Theory]
    [MemberData(nameof(Meshes))]
    public void Halving_the_cells_quarters_the_error_for_smooth_D(string mesh) => AssertOrderTwo(n => SmoothError(AxisOf(mesh, n)), 80);

    // u = sin(2πx) e^(−t)/D with D = 1 left of x = 1/2 and 1000 right of it: u and D u′ are continuous, u′ jumps a thousandfold.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Halving_the_cells_quarters_the_error_with_a_grain_boundary_on_a_face(double expansion) =>
        AssertOrderTwo(
            n => JumpError(Axis.Joined(
                Axis.Geometric(0.5, n / 2, expansion, Refinement.End),
                Axis.Geometric(0.5, n / 2, expansion, Refinement.Start, 0.5))),
            80);

    // The concentration on a face with given flux, which decides about depletion, converges as fast as the cells.
    [Theory]
    [MemberData(nameof(Meshes))]
    public void The_interface_value_converges_with_order_two(string mesh) =>
        AssertOrderTwo(
            n =>
            {
                Simulation simulation = Smooth(AxisOf(mesh, n));
                return Math.Abs(simulation.Field.OnSide(Side.XMin) - SmoothSolution(0, simulation.Time));
            },
            80);

    private static void AssertOrderTwo(Func<int, double> error, int cells) => Assert.InRange(Math.Log2(error(cells) / error(2 * cells)), 1.95, 2.05);

    private static Axis AxisOf(string mesh, int cells) => mesh switch
    {
        "uniform" => Axis.Uniform(1, cells),
        "towards the start" => Axis.Geometric(1, cells, 10),
        "towards both ends" => Axis.Geometric(1, cells, 5, Refinement.BothEnds),
        _ => Axis.BoundaryLayer(1, 0.5, cells),
    };

    private static double SmoothSolution(double x, double t) => 1 + 0.5 * Math.Exp(-t) * Math.Sin(Math.PI * x + 0.3);

    private static Simulation Smooth(Axis axis)
    {
        var mesh = new RectilinearMesh(axis);
        static double D(double x) => 1 + 0.4 * x * x;
        static double Slope(double x, double t) => 0.5 * Math.Exp(-t) * Math.PI * Math.Cos(Math.PI * x + 0.3);
        var problem = new DiffusionProblem(mesh, Sampled(mesh, (x, _) => D(x)), CellField.AtCentres("u", "1", mesh, (x, _) => SmoothSolution(x, 0)))
        {
            [Side.XMin] = BoundaryCondition.FixedFlux(new FunctionOfTime(t => D(0) * Slope(0, t))),
            [Side.XMax] = BoundaryCondition.FixedValue(new FunctionOfTime(t => SmoothSolution(1, t))),
        };
        problem.Add(new SpaceTimeSource((x, _, t) =>
        {
            double wave = 0.5 * Math.Exp(-t) * Math.Sin(Math.PI * x + 0.3);
            return -wave - 0.8 * x * Slope(x, t) + D(x) * Math.PI * Math.PI * wave;
        }));
        return Run(problem, 0.3);
    }

    private static double SmoothError(Axis axis)
    {
        Simulation simulation = Smooth(axis);
        return LargestError(simulation, (x, _, t) => SmoothSolution(x, t));
    }

    private static double JumpError(Axis axis)
    {
        var mesh = new RectilinearMesh(axis);
        static double Solution(double x, double t) => Math.Sin(2 * Math.PI * x) * Math.Exp(-t) / (x < 0.5 ? 1 : Contrast);
        var boundary = new LayeredDiffusivity(LayerDirection.AlongX, [0.5], [1, Contrast]);
        var problem = new DiffusionProblem(mesh, boundary, CellField.AtCentres("u", "1", mesh, (x, _) => Solution(x, 0)))
        {
            [Side.XMin] = BoundaryCondition.FixedValue(0),
            [Side.XMax] = BoundaryCondition.FixedValue(0),
        };
        problem.Add(new SpaceTimeSource((x, _, t) => 4 * Math.PI * Math.PI * Math.Sin(2 * Math.PI * x) * Math.Exp(-t) - Solution(x, t)));
        return LargestError(Run(problem, 0.3), (x, _, t) => Solution(x, t));
    }

    private static Simulation Run(DiffusionProblem problem, double until)
    {
        var simulation = new Simulation(problem, new SimulationOptions { StepControl = new AdaptiveStep { RelativeTolerance = 1e-9 } });
        simulation.Run(until);
        return simulation;
    }

    private static CellwiseDiffusivity Sampled(RectilinearMesh mesh, Func<double, double, double> d) =>
        new([.. Enumerable.Range(0, mesh.Cells).Select(cell => d(mesh.Centre(cell).X, mesh.Centre(cell).Y))]);

    private static double LargestError(Simulation simulation, Func<double, double, double, double> solution)
    {
        double largest = 0;
        for (int cell = 0; cell < simulation.Problem.Mesh.Cells; cell++)
        {
            (double x, double y) = simulation.Problem.Mesh.Centre(cell);
            largest = Math.Max(largest, Math.Abs(simulation.Field.Values[cell] - solution(x, y, simulation.Time)));
        }

        return largest;
    }
}
