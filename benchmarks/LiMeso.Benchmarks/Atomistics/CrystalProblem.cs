using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Benchmarks.Atomistics;

/// <summary>bcc lithium at 300 K and constant energy, steps of 1 fs, potential li-kim-2012-archived, as in meam-vs-lammps.</summary>
internal sealed class CrystalProblem : IWorkload
{
    private const double LatticeConstant = 3.55, StartTemperature = 600, TimeStepPicoseconds = 0.001;    // half of the kinetic energy becomes potential energy
    private const int SliceAtomSteps = 400_000;
    private readonly IForceEvaluator _evaluator;
    private readonly MolecularDynamics _dynamics;

    public CrystalProblem(int cells, int threads)
    {
        IInteratomicPotential potential = InteratomicPotentials.All["li-kim-2012-archived"];
        AtomicSystem system = CrystalStructures.BodyCentredCubic.Build(LatticeConstant, (cells, cells, cells), potential.Mass);
        var settings = new DynamicsSettings(TimeStepPicoseconds);
        ThermalVelocities.Draw(system, settings.FreedomOf(system.Count), StartTemperature, seed: 1);
        _evaluator = potential.CreateEvaluator(new EvaluatorOptions(threads));
        _dynamics = new MolecularDynamics(system, _evaluator, settings);
        Items = system.Count;
    }

    public int Items { get; }

    public int Steps => Math.Max(1, SliceAtomSteps / Items);

    // Any step is like any other.
    public void Start()
    {
    }

    public void Step() => _dynamics.Advance();

    public void Dispose() => _evaluator.Dispose();
}
