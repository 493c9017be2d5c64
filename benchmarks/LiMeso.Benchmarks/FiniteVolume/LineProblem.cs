using System.Diagnostics;
using System.Text.Json;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.StepControl;

namespace LiMeso.Benchmarks.FiniteVolume;

/// <summary>
/// Our side of fv1d-vs-scipy: u_t = u_xx on [0, 1], u = 1 at the start, flux 4 out at x = 0, none at x = 1, until t = 0.04, on 1000
/// equal cells. Solved again and again in one process, as a sweep would; prints the median time of one solution (assembly and
/// run) and the largest error of any cell against the exact solution.
/// </summary>
internal static class LineProblem
{
    private const int Cells = 1000;
    private const double Flux = 4, End = 0.04, Tolerance = 1e-6;

    public static int Run(int repeats)
    {
        var milliseconds = new double[repeats];
        Simulation? simulation = null;
        for (int k = -repeats; k < repeats; k++)                                   // as many unmeasured ones first
        {
            long start = Stopwatch.GetTimestamp();
            simulation = Solve();
            if (k >= 0) milliseconds[k] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(milliseconds);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            solver = "LiMeso sdirk4",
            median_ms = Math.Round(milliseconds[repeats / 2], 4),
            error = LargestError(simulation!),
            steps = simulation!.Steps,
            balance = Math.Abs(simulation.Balance.RelativeError),
        }));
        return 0;
    }

    private static Simulation Solve()
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, Cells));
        var problem = new DiffusionProblem(mesh, new UniformDiffusivity(1), 1) { [Side.XMin] = BoundaryCondition.FixedFlux(Flux) };
        var simulation = new Simulation(problem, new SimulationOptions { StepControl = new AdaptiveStep { RelativeTolerance = Tolerance } });
        simulation.Run(End);
        return simulation;
    }

    private static double LargestError(Simulation simulation)
    {
        double largest = 0;
        for (int cell = 0; cell < Cells; cell++)
            largest = Math.Max(largest, Math.Abs(simulation.Field.Values[cell] - Exact(simulation.Problem.Mesh.X.Centres[cell], End)));
        return largest;
    }

    // Carslaw & Jaeger, section 3.8; 60 terms reach rounding at t = 0.04.
    private static double Exact(double x, double t)
    {
        double sum = t + (3 * (1 - x) * (1 - x) - 1) / 6;
        for (int n = 60; n >= 1; n--) sum -= 2 / (Math.PI * Math.PI * n * n) * Math.Exp(-n * n * Math.PI * Math.PI * t) * Math.Cos(n * Math.PI * x);
        return 1 - Flux * sum;
    }
}
