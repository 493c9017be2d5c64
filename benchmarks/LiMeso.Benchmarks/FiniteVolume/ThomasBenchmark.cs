// Why: the tridiagonal solve is half of a one-dimensional step; elimination from both ends hides its latency.
// Measures: a factorisation and a solve, against the textbook forward-backward sweep (which factorises as it goes).
// Does not: assembly of the operator and of right-hand sides.
using BenchmarkDotNet.Attributes;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.Benchmarks.FiniteVolume;

public class ThomasBenchmark
{
    private DiffusionOperator? _operator;
    private Thomas? _solver;
    private double[] _rightHandSide = [], _solution = [], _swept = [];
    private double _shift = 1e-3;

    [Params(600, 1_000, 10_000)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Assemble()
    {
        var mesh = new RectilinearMesh(Axis.BoundaryLayer(1, 0.3, Cells));
        _operator = new DiffusionOperator(new DiffusionProblem(mesh, new UniformDiffusivity(1), 1) { [Side.XMin] = BoundaryCondition.FixedFlux(1) });
        _solver = new Thomas(_operator);
        _solver.Prepare(_shift);
        _rightHandSide = mesh.Volumes.ToArray();
        (_solution, _swept) = (new double[Cells], new double[Cells]);
    }

    [Benchmark]
    public void Factorise() => _solver!.Prepare(_shift *= 1 + 1e-9);                // another shift each time: the same one would cost nothing

    [Benchmark]
    public double[] Solve()
    {
        _solver!.Solve(_rightHandSide, _solution);
        return _solution;
    }

    [Benchmark(Baseline = true)]
    public double[] TextbookSweep()
    {
        ReadOnlySpan<double> volumes = _operator!.Volumes, east = _operator.East;
        double[] x = _solution, ratio = _swept;
        double before = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double left = i == 0 ? 0 : 1e-3 * east[i - 1], right = 1e-3 * east[i];
            double pivot = volumes[i] + left + right - left * before;
            before = ratio[i] = right / pivot;
            x[i] = (_rightHandSide[i] + (i == 0 ? 0 : left * x[i - 1])) / pivot;
        }

        for (int i = x.Length - 2; i >= 0; i--) x[i] += ratio[i] * x[i + 1];
        return x;
    }
}
