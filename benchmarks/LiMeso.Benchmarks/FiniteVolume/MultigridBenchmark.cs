// Why: a step in two dimensions is one solve by conjugate gradients with multigrid; its factors are made anew whenever the step size changes.
// Measures: a solve from a guess of zero to 1e-8 (6 iterations, or 12 for the network, whose grids are in double), and making the factors.
// Does not: first guesses from the steps before, which save most iterations; assembly of conductances.
using BenchmarkDotNet.Attributes;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.Benchmarks.FiniteVolume;

public class MultigridBenchmark
{
    private double[] _rightHandSide = [], _solution = [];
    private double _shift = 1;
    private ILinearSolver _solver = null!;

    [Params(256, 1024)]
    public int Cells { get; set; }

    [Params("uniform", "network")]
    public string Diffusivity { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, Cells), Axis.Uniform(1, Cells));
        double[] d = [.. Enumerable.Range(0, mesh.Cells).Select(p => Diffusivity == "network" && (p % Cells % 16 == 5 || p / Cells % 16 == 5) ? 1e6 : 1)];
        var problem = new DiffusionProblem(mesh, new CellwiseDiffusivity(d), 1) { [Side.XMin] = BoundaryCondition.FixedFlux(1) };
        _solver = LinearSolvers.All["multigrid"](new DiffusionOperator(problem), new LinearSolverSettings(1e-8));
        (_rightHandSide, _solution) = (mesh.Volumes.ToArray(), new double[mesh.Cells]);
        _solver.Prepare(2e-3);
        for (int j = 0; j < Cells; j++) _rightHandSide[mesh.Cell(0, j)] *= 0.5;
    }

    [Benchmark]
    public double[] Solve()
    {
        _solution.AsSpan().Clear();
        _solver.Solve(_rightHandSide, _solution);
        return _solution;
    }

    [Benchmark]
    public ILinearSolver Factorise()
    {
        _solver.Prepare(2e-3 * (_shift = _shift == 1 ? 1.001 : 1));
        return _solver;
    }
}
