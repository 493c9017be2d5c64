// Why: one depletion time is the unit of every map, sweep and design curve.
// Measures: ns for a dimensionless depletion time in each branch (thick foil, Newton near either limit, thin foil), and for a full solution.
// Does not measure: the inverse problem, or problem construction from a case file.
using BenchmarkDotNet.Attributes;
using LiMeso.Core;
using LiMeso.Depletion;

namespace LiMeso.Benchmarks.Depletion;

public class DepletionTimeBenchmark
{
    private StrippingProblem _problem = null!;

    [Params(0.1, 0.4, 1.0, 10.0)]
    public double Lambda { get; set; }

    [GlobalSetup]
    public void State()
    {
        const double Thickness = 25e-6, Diffusivity = 1e-13, Concentration = 76945;
        double current = PhysicalConstants.Faraday * Concentration * Diffusivity / (Lambda * Thickness);
        _problem = new StrippingProblem(current, Thickness, Diffusivity, Concentration);
    }

    [Benchmark(Baseline = true)]
    public double ReducedTime() => ReducedDepletionTime.FromLambda(Lambda);

    [Benchmark]
    public StrippingSolution FullSolution() => _problem.Solve();
}
