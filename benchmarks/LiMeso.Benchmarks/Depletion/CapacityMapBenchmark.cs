// Why: a figure of capacity against current and grain size asks for 200 000 depletion times; it should feel immediate.
// Measures: five maps of 200 x 200 points, one per foil thickness, spanning all branches, on one thread.
// Does not measure: polycrystal models (the diffusivities are given), contours, plotting, files.
using BenchmarkDotNet.Attributes;
using LiMeso.Depletion.Maps;

namespace LiMeso.Benchmarks.Depletion;

[MemoryDiagnoser]
public class CapacityMapBenchmark
{
    private const int Side = 200;
    private static readonly double[] _thicknesses = [5e-6, 10e-6, 15e-6, 25e-6, 50e-6];
    private readonly double[] _currents = new double[Side], _diffusivities = new double[Side], _map = new double[Side * Side];

    [GlobalSetup]
    public void Spread()
    {
        for (int i = 0; i < Side; i++)
        {
            _currents[i] = 1 * Math.Pow(200, i / (Side - 1.0));           // 0.1 to 20 mA/cm²
            _diffusivities[i] = 2e-15 * Math.Pow(5000, i / (Side - 1.0)); // 2e-11 to 1e-7 cm²/s
        }
    }

    [Benchmark]
    public double FiveMaps()
    {
        double sum = 0;
        foreach (double thickness in _thicknesses)
        {
            CapacityMap.Capacity(_currents, _diffusivities, thickness, 76945, _map);
            sum += _map[^1];
        }

        return sum;
    }
}
