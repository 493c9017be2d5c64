// Why: the flux divergence is the inner loop of explicit rates and of every conjugate-gradient iteration.
// Measures: one evaluation on a line that fits a cache level each, against the plain scalar loop.
// Does not: assembly of conductances, boundary conditions, sources.
using BenchmarkDotNet.Attributes;
using LiMeso.FiniteVolume.Operators;

namespace LiMeso.Benchmarks.FiniteVolume;

public class FluxDivergenceBenchmark
{
    private double[] _concentration = [], _east = [], _inflow = [];

    [Params(1_000, 30_000, 1_000_000)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        _concentration = [.. Enumerable.Range(0, Cells).Select(_ => random.NextDouble())];
        _east = [.. Enumerable.Range(0, Cells).Select(i => i == Cells - 1 ? 0 : random.NextDouble())];
        _inflow = new double[Cells];
    }

    [Benchmark]
    public double[] Kernel()
    {
        FluxDivergence.Compute(_concentration, _east, _inflow);
        return _inflow;
    }

    [Benchmark(Baseline = true)]
    public double[] Scalar()
    {
        double[] c = _concentration, e = _east, q = _inflow;
        q[0] = e[0] * (c[1] - c[0]);
        for (int i = 1; i < c.Length - 1; i++) q[i] = e[i] * (c[i + 1] - c[i]) - e[i - 1] * (c[i] - c[i - 1]);
        q[^1] = -(e[^2] * (c[^1] - c[^2]));
        return q;
    }
}
