using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Core;

namespace LiMeso.Atomistics.Properties;

/// <summary>A vacancy in a cubic crystal, at the constant volume of the perfect one.</summary>
/// <param name="potential">The potential.</param>
/// <param name="crystal">The crystal.</param>
/// <param name="options">How the potential is evaluated.</param>
/// <param name="cells">Cube cells along each edge of the block; 8 cells of bcc are 1024 sites, from where on the energies change by less than a meV.</param>
public sealed class Vacancy(IInteratomicPotential potential, EquilibriumCrystal crystal, EvaluatorOptions options, int cells = Vacancy.DefaultCells)
{
    /// <summary>Cube cells along each edge unless another number is given.</summary>
    public const int DefaultCells = 8;

    private static readonly RelaxationOptions _relaxation = new() { ForceTolerance = 1e-4, Minimiser = new ConjugateGradients() };

    private readonly Lazy<(AtomicSystem System, double Energy)> _relaxed = new(() => Relax(potential, crystal, options, cells));

    /// <summary>Number of lattice sites of the block.</summary>
    public int Sites => cells * cells * cells * crystal.Structure.Sites.Count;

    /// <summary>Formation energy, eV: E(N − 1 atoms, relaxed) − (N − 1) E(crystal)/N.</summary>
    /// <exception cref="ConvergenceException">The relaxation did not converge.</exception>
    public double FormationEnergy => _relaxed.Value.Energy - (Sites - 1) * crystal.EnergyPerAtom;

    /// <summary>
    /// Energy of the block while one of the vacancy's nearest neighbours is dragged into it, less that of the relaxed vacancy, eV. The dragged atom is held on the straight line between the two lattice sites;
    /// all others relax, except the one farthest away, which keeps the crystal from following.
    /// </summary>
    /// <remarks>
    /// A drag is no search for a saddle point. Each relaxation starts from the one before, and neighbours that have several shallow minima (the lithium potentials give them some) may follow in another one
    /// when the steps are of another length: for lithium between one and twenty samples the highest energy varies by 10 % (0.113 to 0.124 eV at a cutoff of 4.8 Å, 0.080 to 0.085 eV at 4.5 Å,
    /// 0.152 to 0.154 eV at 5.0 Å). Five samples are what LAMMPS was asked for.
    /// </remarks>
    /// <param name="samples">Points from the site, exclusive, to the middle of the line, inclusive; beyond it the path is its own mirror image.</param>
    /// <returns>Fractions of the way, and the energies.</returns>
    /// <exception cref="ConvergenceException">A relaxation did not converge.</exception>
    public IReadOnlyList<(double Fraction, double Energy)> MigrationPath(int samples = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        (AtomicSystem relaxed, double bottom) = _relaxed.Value;
        AtomicSystem perfect = crystal.Build((cells, cells, cells), potential.Mass);
        Vector3 hole = perfect.Position(Removed);
        int mover = PointDefects.NearestAtom(relaxed, hole), anchor = Farthest(perfect, hole);
        Vector3 home = perfect.Position(mover + 1), way = PeriodicImages.Shortest(perfect.Box, hole - home);
        bool[] frozen = new bool[3 * relaxed.Count];
        foreach (int atom in (int[])[mover, anchor - 1]) frozen.AsSpan(3 * atom, 3).Fill(true);

        AtomicSystem system = relaxed.Copy();
        using IForceEvaluator evaluator = potential.CreateEvaluator(options);
        List<(double, double)> path = [];
        for (int k = 1; k <= samples; k++)
        {
            double fraction = 0.5 * k / samples;
            (home + fraction * way).CopyTo(system.Positions.AsSpan(3 * mover));
            RelaxationResult found = Relaxation.Run(system, evaluator, _relaxation with { Frozen = frozen });
            path.Add((fraction, found.Energy - bottom));
        }

        return path;
    }

    /// <summary>Migration energy, eV: the highest of the sampled energies of <see cref="MigrationPath"/>.</summary>
    /// <exception cref="ConvergenceException">A relaxation did not converge.</exception>
    public double MigrationEnergy => MigrationPath().Max(p => p.Energy);

    // The atom at the corner of the first cell: all are alike.
    private const int Removed = 0;

    private static (AtomicSystem, double) Relax(IInteratomicPotential potential, EquilibriumCrystal crystal, EvaluatorOptions options, int cells)
    {
        AtomicSystem block = PointDefects.WithoutAtom(crystal.Build((cells, cells, cells), potential.Mass), Removed);
        using IForceEvaluator evaluator = potential.CreateEvaluator(options);
        return (block, Relaxation.Run(block, evaluator, _relaxation).Energy);
    }

    private static int Farthest(AtomicSystem system, Vector3 point) =>
        Enumerable.Range(0, system.Count).MaxBy(i => Math.Round(PeriodicImages.Shortest(system.Box, system.Position(i) - point).Length, 6));
}
