// Why: diffusivities of boundaries need 10¹⁰ to 10¹³ atom-steps, nearly all of whose time goes into energies and forces.
// Measures: one evaluation of bcc lithium, each coordinate moved at random by up to 0.3 Å (0.17 Å rms, about 300 K), lists kept, by width of the lanes; rc 4.8 Å and the archived 5.0 Å; divide by the atoms.
// Does not measure: making of lists (every tenth to twentieth step), integration, more than one thread, LAMMPS (see meam-vs-lammps).
//
// Roofline: the units that work on 512 bits, not memory. An atom at 300 K and rc 5.0 Å has 33 slots in use, 19 pairs within the cutoff and 48 triples (counted). In operations on eight doubles
// (or sixteen singles), counted in the kernels: surroundings 130, search for triples 26 x 12 + 60, their screening 6.5 x 65, pairs and densities 2.9 x 100, moments 2.9 x 45 + 80,
// gradients 2.9 x 95, unpacking and handing out 150, and on half the width the pulls of the triples 48 x 4: some 1 900 of full width. On the processor measured (Zen 4, whose units are 256 bits wide)
// a 512-bit multiplication, addition, permutation or load takes one cycle of its unit, a compression 1.3, a store 2, a division 14 (measured): 1 900 operations in 3 150 cycles an atom,
// 0.6 operations or 4.8 lanes a cycle. Multiplications, additions and shuffles have units of their own, so that some 1 300 cycles are the floor;
// what keeps the kernel from it are, by trials, the shuffles of the search (which finds on average one triple in each vector it looks at) and loops of changing length, not caches:
// neither 2 nor 16 atoms at a time nor any order of the steps makes a difference, and 16 000 atoms take 8 % more than 2 000. An atom reads and writes some 0.5 kB outside the first caches.
//
// Share of the time, samples of a run of 2000 atoms: search for triples 16 %, their screening 17, pulls 10, surroundings 9, gradients 8, pairs 7, handing out and embedding 7, densities 4, packing 4, moments 3.
using BenchmarkDotNet.Attributes;
using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Meam.Kernel;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Benchmarks.Atomistics;

public sealed class MeamBenchmark : IDisposable
{
    private const double Edge = 3.55, Most = 0.3;
    private AtomicSystem _system = null!;
    private Interactions _result = null!;
    private MeamEvaluator _evaluator = null!;

    /// <summary>Cubic cells along an edge: 2 000 and 16 000 atoms.</summary>
    [Params(10, 20)]
    public int Cells { get; set; }

    [Params(1, 4, 8)]
    public int Lanes { get; set; }

    [Params("li-kim-2012", "li-kim-2012-archived")]
    public string Potential { get; set; } = InteratomicPotentials.Default;

    [GlobalSetup]
    public void Crystal()
    {
        var random = new Random(1);
        double[] positions = new double[6 * Cells * Cells * Cells];
        for (int site = 0; site < positions.Length / 3; site++)
        {
            int cell = site / 2;
            int[] index = [cell % Cells, cell / Cells % Cells, cell / (Cells * Cells)];
            for (int c = 0; c < 3; c++) positions[3 * site + c] = Edge * (index[c] + 0.5 * (site % 2)) + Most * (2 * random.NextDouble() - 1);
        }

        _system = new AtomicSystem(SimulationBox.Orthogonal(Cells * Edge, Cells * Edge, Cells * Edge), positions, 6.94);
        _result = new Interactions(_system.Count);
        _evaluator = new MeamEvaluator(((MeamPotential)InteratomicPotentials.All[Potential]).Parameters, new EvaluatorOptions(), Lanes);
    }

    [GlobalCleanup]
    public void Dispose() => _evaluator.Dispose();

    [Benchmark]
    public double EnergyAndForces()
    {
        _evaluator.Evaluate(_system, _result);
        return _result.Energy;
    }
}
