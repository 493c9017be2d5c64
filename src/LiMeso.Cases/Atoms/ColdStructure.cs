using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Atoms;

/// <summary>A bicrystal at zero temperature.</summary>
/// <param name="System">The atoms, at rest.</param>
/// <param name="BoundaryEnergy">J/m².</param>
/// <param name="ExcessVolume">Å.</param>
/// <param name="Converged">Whether the relaxation reached its tolerance.</param>
internal sealed record ColdStructure(AtomicSystem System, double BoundaryEnergy, double ExcessVolume, bool Converged)
{
    /// <summary>Less than any boundary has, J/m²: the coherent twin, the lowest of all, has 0.02.</summary>
    public const double LeastBoundaryEnergy = 0.005;

    /// <summary>Fraction of the atoms inside the grains that are bcc.</summary>
    public double BccInside => GrainOrder.BccInside(System);

    /// <summary>Whether it is what it is meant to be: grains of bcc, and boundaries between them.</summary>
    public bool IsBicrystal => BoundaryEnergy >= LeastBoundaryEnergy && BccInside >= GrainOrder.StillBcc;

    private const string Positions = "positions", Box = "box";

    /// <summary>Builds a boundary as small as it can be, relaxes it, and repeats it to its width; or relaxes the one that is given.</summary>
    /// <param name="recipe">What it is made from.</param>
    /// <param name="given">The atoms of the file; null to build.</param>
    /// <param name="potential">The potential.</param>
    /// <param name="crystal">The perfect crystal.</param>
    /// <param name="cancellation">Asked for to stop.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ColdStructure Of(BicrystalRecipe recipe, AtomicSystem? given, IInteratomicPotential potential, EquilibriumCrystal crystal, CancellationToken cancellation)
    {
        AtomicSystem small = recipe.Smallest(given, crystal.LatticeConstant, potential.Mass);
        ColdStructure relaxed = Relax(small, recipe, potential, crystal, cancellation);
        (int x, int z) = recipe.Repetitions(small.Box);
        return relaxed with { System = Repetition.Of(relaxed.System, (x, 1, z)) };
    }

    /// <summary>Relaxes atoms and the length of the box across the boundary, or all lengths where the cell is free, in place.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="recipe">How far.</param>
    /// <param name="potential">The potential.</param>
    /// <param name="crystal">The perfect crystal.</param>
    /// <param name="cancellation">Asked for to stop.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ColdStructure Relax(AtomicSystem system, BicrystalRecipe recipe, IInteratomicPotential potential, EquilibriumCrystal crystal, CancellationToken cancellation)
    {
        Array.Clear(system.Velocities);
        using IForceEvaluator forces = potential.CreateEvaluator(new EvaluatorOptions());
        RelaxedBoundary found = BoundaryRelaxation.Run(system, forces, recipe.CellIsFree ? BoxFreedom.Lengths : BoundaryRelaxation.Normal, recipe.Relaxation, cancellation);
        return new ColdStructure(system, Atomistics.Boundaries.BoundaryEnergy.Of(found.Energy, system, crystal), Atomistics.Boundaries.BoundaryEnergy.ExcessVolume(system, crystal), found.Converged);
    }

    /// <summary>Records it all.</summary>
    /// <param name="results">Where to.</param>
    /// <param name="name">Beginning of the names.</param>
    public void Store(ResultData results, string name)
    {
        SimulationBox box = System.Box;
        results.Set($"{name}/{Positions}", "A", $"{name}-coordinate", System.Positions);
        results.Set($"{name}/{Box}", "A", $"{name}-edge", [box.Origin.X, box.Origin.Y, box.Origin.Z, box.Lengths.X, box.Lengths.Y, box.Lengths.Z, box.Xy, box.Xz, box.Yz]);
        results.Set($"{name}.boundary_energy_J_m2", BoundaryEnergy);
        results.Set($"{name}.excess_volume_A", ExcessVolume);
        results.Set($"{name}.converged", Converged ? 1 : 0);
    }

    /// <summary>What <see cref="Store"/> recorded, to the same bits.</summary>
    /// <param name="results">From where.</param>
    /// <param name="name">Beginning of the names.</param>
    /// <param name="mass">Mass of an atom, g/mol.</param>
    public static ColdStructure Of(ResultData results, string name, double mass)
    {
        double[] b = results.Values($"{name}/{Box}");
        var box = new SimulationBox(new(b[0], b[1], b[2]), new(b[3], b[4], b[5]), b[6], b[7], b[8], (true, true, true));
        return new ColdStructure(
            new AtomicSystem(box, [.. results.Values($"{name}/{Positions}")], mass), results.Number($"{name}.boundary_energy_J_m2"), results.Number($"{name}.excess_volume_A"), results.Number($"{name}.converged") != 0);
    }
}
