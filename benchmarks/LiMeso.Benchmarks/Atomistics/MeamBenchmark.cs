// Why: diffusivities of boundaries need 10¹⁰ to 10¹³ atom-steps, nearly all of whose time goes into energies and forces.
// Measures: one evaluation of bcc lithium, each coordinate moved at random by up to 0.3 Å (0.17 Å rms, about 300 K), lists kept, by width of the lanes; rc 4.8 Å and the archived 5.0 Å; divide by the atoms.
// Does not measure: making of lists (every tenth to twentieth step), integration, more than one thread, LAMMPS (see meam-vs-lammps).
//
// Roofline, estimated by counting operations in the kernels, not measured. An atom has some 10 half pairs, 20 neighbours it sees and 30 triples that screen in part;
// in operations on eight lanes:
// surroundings 5 x 25, screening 36 x 37 (12 pairs against 3 groups of neighbours each), triples 4 x 35, pairs 1.3 x 60, weights 2.5 x 80, moments 2.5 x 45 and
// 24 sums over lanes, gradients 2.5 x 100; and some 900 scalar ones for the forces of pairs and triples: about 3 500 instructions.
// Memory: some 1.7 kB written and read again an atom and step (neighbours and slots 0.6 kB, pairs 0.4, triples 0.6). What limits the speed is not settled:
// see meam-vs-lammps.
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
