// Why: a depletion time to 1e-6 is what a case asks for; sweeps ask for thousands.
// Measures: mesh, assembly and the whole run until the interface is empty, at default settings, for a thick and a thin foil.
// Does not: reading of cases, output, analytic solution.
using BenchmarkDotNet.Attributes;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;

namespace LiMeso.Benchmarks.FiniteVolume;

[MemoryDiagnoser]
public class DepletionRunBenchmark
{
    /// <summary>D C0/(J L): below 0.3 the foil is as good as infinite, above 3 nearly all of it is used.</summary>
    [Params(0.02, 0.5, 12)]
    public double Lambda { get; set; }

    [Benchmark]
    public double DepletionTime()
    {
        double flux = 1 / Lambda;
        RectilinearMesh mesh = SlabMesh.ForDepletion(1, 1, 1, flux);
        var problem = new DiffusionProblem(mesh, new UniformDiffusivity(1), 1) { [Side.XMin] = BoundaryCondition.FixedFlux(flux) };
        return new Simulation(problem, new SimulationOptions { Monitors = [new InterfaceDepletionMonitor("depletion", Side.XMin)] }).Run(double.PositiveInfinity).Time;
    }
}
