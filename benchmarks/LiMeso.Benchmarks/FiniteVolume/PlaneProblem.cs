using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.Benchmarks.FiniteVolume;

/// <summary>
/// Our side of fv-vs-peers: u_t = ∇·(D ∇u) on the unit square, D = 10^((sin(2πx + 0.3) sin 2πy − 1)/2), u = 1 at the start, flux 1
/// out at x = 0, none elsewhere; implicit Euler with steps of 0.002, relative tolerance 1e-8. Arguments: cells a side, steps, threads, and a
/// file for the last field.
/// </summary>
internal static class PlaneProblem
{
    private const double StepSize = 0.002, Flux = 1, Tolerance = 1e-8;

    // Compilation does not count: so many cells a side keep all threads at work, and in so many steps all methods get their final form.
    private const int WarmUpCells = 256, WarmUpSteps = 600;

    public static int Run(string[] args)
    {
        int cells = int.Parse(args[0], CultureInfo.InvariantCulture), steps = int.Parse(args[1], CultureInfo.InvariantCulture), threads = int.Parse(args[2], CultureInfo.InvariantCulture);
        using (Simulation small = Create(WarmUpCells, threads))
        {
            for (int k = 0; k < WarmUpSteps; k++) small.Step();
        }

        long memory = PeakMemory();
        double start = CpuTime();
        using Simulation simulation = Create(cells, threads);
        simulation.Step();
        double first = CpuTime() - start;
        (start, long wallStart) = (CpuTime(), Stopwatch.GetTimestamp());
        int iterations = 0;
        for (int k = 1; k < steps; k++) iterations += simulation.Step().SolverIterations;
        double cpu = CpuTime() - start, wall = Stopwatch.GetElapsedTime(wallStart).TotalSeconds, perStep = 1e9 / (steps - 1) / cells / cells;
        File.WriteAllBytes(args[3], MemoryMarshal.AsBytes(simulation.Field.Values));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            solver = threads == 1 ? "LiMeso" : $"LiMeso, {threads} threads",
            cells,
            setup_s = Math.Max(0, first - cpu / (steps - 1)),
            wall_ns = wall * perStep,
            cpu_ns = cpu * perStep,
            steps,
            bytes_per_cell = (double)(PeakMemory() - memory) / cells / cells,
            mass = Math.Abs(simulation.Balance.RelativeError),
            field = args[3],
            iterations = (double)iterations / (steps - 1),
        }));
        return 0;
    }

    /// <summary>The steps that <see cref="Run"/> times, again and again; fewer of them on large meshes.</summary>
    public static IWorkload Workload(int cells, int threads) => new RepeatedSteps(Create(cells, threads));

    private static Simulation Create(int cells, int threads)
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, cells), Axis.Uniform(1, cells));
        var diffusivity = new Sines();
        var problem = new DiffusionProblem(mesh, diffusivity, 1) { [Side.XMin] = BoundaryCondition.FixedFlux(Flux) };
        return new Simulation(problem, new SimulationOptions
        {
            Scheme = TimeSchemeKinds.All["implicit-euler"],
            StepControl = new FixedStep(StepSize),
            SolverSettings = new LinearSolverSettings(Tolerance, threads),
        });
    }

    private static double CpuTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private sealed class RepeatedSteps : IWorkload
    {
        private const int MostSteps = 99, SliceCellSteps = 50_000_000;
        private readonly Simulation _simulation;
        private readonly SimulationState _start;

        public RepeatedSteps(Simulation simulation)
        {
            simulation.Step();
            (_simulation, _start) = (simulation, simulation.CaptureState());
        }

        public int Items => _simulation.Field.Values.Length;

        public int Steps => Math.Clamp(SliceCellSteps / Items, 1, MostSteps);

        public void Start() => _simulation.RestoreState(_start);

        public void Step() => _simulation.Step();

        public void Dispose() => _simulation.Dispose();
    }

    private sealed class Sines : IDiffusivityField
    {
        public CellField OnCells(RectilinearMesh mesh) => CellField.AtCentres(
            "diffusivity", "m^2/s", mesh, (x, y) => Math.Pow(10, (Math.Sin(2 * Math.PI * x + 0.3) * Math.Sin(2 * Math.PI * y) - 1) / 2));
    }
}
