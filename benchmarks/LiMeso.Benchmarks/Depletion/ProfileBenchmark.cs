// Why: profiles in time are what a report plots and what the finite-volume solver is compared with.
// Measures: one concentration profile of 200 points by images (short times, around the switch) and by cosines (long times).
// Does not measure: pulsed currents, where every change of current adds such a profile or a few modes.
using BenchmarkDotNet.Attributes;
using LiMeso.Depletion;

namespace LiMeso.Benchmarks.Depletion;

[MemoryDiagnoser]
public class ProfileBenchmark
{
    private readonly StrippingProblem _problem = new(30, 25e-6, 1e-13, 76945);
    private readonly double[] _depths = new double[200], _concentrations = new double[200];

    [Params(0.001, 0.29, 0.31)]
    public double ReducedTime { get; set; }

    [GlobalSetup]
    public void Spread()
    {
        for (int i = 0; i < _depths.Length; i++) _depths[i] = _problem.Thickness * i / (_depths.Length - 1);
    }

    [Benchmark]
    public double Profile()
    {
        _problem.Concentrations(_depths, ReducedTime * _problem.DiffusionTime, _concentrations);
        return _concentrations[0];
    }
}
