// Why: every image series is a sum of ierfc; it must cost no more than a few exponentials.
// Measures: ns per value over the power-series and the Chebyshev range, against Math.Exp(-z*z) at the same arguments.
// Does not measure: accuracy (the tests do), or the table set up once on first use (about 0.1 ms).
using BenchmarkDotNet.Attributes;
using LiMeso.Depletion.Series;

namespace LiMeso.Benchmarks.Depletion;

public class RepeatedErrorFunctionBenchmark
{
    private const int Values = 1000;
    private readonly double[] _arguments = new double[Values];

    [Params(0.5, 26.4)]
    public double LargestArgument { get; set; }

    [GlobalSetup]
    public void Spread()
    {
        for (int i = 0; i < Values; i++) _arguments[i] = LargestArgument * i / Values;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Values)]
    public double Exponential()
    {
        double sum = 0;
        foreach (double z in _arguments) sum += Math.Exp(-z * z);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Values)]
    public double Ierfc()
    {
        double sum = 0;
        foreach (double z in _arguments) sum += RepeatedErrorFunction.Ierfc(z);
        return sum;
    }
}
