using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Dynamics.Barostats;
using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>What all runs of a case begin from: the structure relaxed, annealed and relaxed again. Done once, resumable.</summary>
internal static class AnnealItem
{
    /// <summary>Name of its directory.</summary>
    public const string Name = "structure";

    /// <summary>Names of the structures before and after annealing.</summary>
    public const string Before = "before_annealing", After = "after_annealing";

    /// <summary>ps.</summary>
    public const double ThermostatPeriod = 0.1, BarostatPeriod = 1;

    /// <summary>Relaxes and anneals, unless it is already done.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="given">The atoms of a file or of a search; null to build.</param>
    /// <param name="potential">The potential.</param>
    /// <param name="crystal">The perfect crystal.</param>
    /// <param name="run">The case's run.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>Both structures, see <see cref="ColdStructure.Store"/>; the second is there when the case anneals.</returns>
    /// <exception cref="OperationCanceledException">Interrupted; a checkpoint is on disk.</exception>
    public static ResultData Run(BoundaryDiffusionSettings settings, AtomicSystem? given, IInteratomicPotential potential, EquilibriumCrystal crystal, RunContext run, Action<double> progress) =>
        WorkItem.Run(Name, run, settings.CheckpointInterval, progress, options =>
        {
            var results = new ResultData();
            var cold = ColdStructure.Of(settings.Recipe, given, potential, crystal, run.Cancellation);
            cold.Store(results, Before);
            if (settings.Anneal is not { } anneal) return results;

            AtomicSystem system = cold.System.Copy();
            ThermalVelocities.Draw(system, new DegreesOfFreedom(system.Count, [], momentumIsKept: true), 2 * AnnealSettings.Cold, CounterRandom.Derive((ulong)anneal.Seed, 0));
            using (IForceEvaluator forces = potential.CreateEvaluator(new EvaluatorOptions())) AtomRun.Run(system, forces, Stages(settings, anneal), _ => [], options, run.Cancellation);
            ColdStructure.Relax(system, settings.Recipe, potential, crystal, run.Cancellation).Store(results, After);
            return results;
        });

    /// <summary>Name of the structure from which atoms are followed: the lower one, where that is asked for, but for what is no bicrystal any more.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="structure">What <see cref="Run"/> found.</param>
    /// <param name="mass">Mass of an atom, g/mol.</param>
    public static string Start(BoundaryDiffusionSettings settings, ResultData structure, double mass)
    {
        if (settings.Anneal is not { } anneal) return Before;
        if (!anneal.TakesLower) return After;
        string[] sound = [.. ((string[])[After, Before]).Where(name => ColdStructure.Of(structure, name, mass).IsBicrystal)];
        return sound.DefaultIfEmpty(After).MinBy(name => EnergyOf(structure, name))!;
    }

    /// <summary>Energy of a boundary of one of the structures, J/m²; NaN where that was not made.</summary>
    /// <param name="structure">What <see cref="Run"/> found.</param>
    /// <param name="name"><see cref="Before"/> or <see cref="After"/>.</param>
    public static double EnergyOf(ResultData structure, string name) => structure.Numbers.TryGetValue($"{name}.boundary_energy_J_m2", out double energy) ? energy : double.NaN;

    private static AtomStage[] Stages(BoundaryDiffusionSettings settings, AnnealSettings anneal)
    {
        AtomStage Stage(string name, double start, double end, double duration) => new(name, MetalQuantities.Steps(duration, settings.TimeStep), () => new DynamicsSettings(settings.TimeStep)
        {
            Thermostat = new NoseHooverThermostat(ThermostatPeriod),
            Barostat = Barostat(settings),
            Temperature = new TemperatureProgram(start, end, duration),
        });
        return
        [
            Stage("heat", AnnealSettings.Cold, anneal.Temperature, anneal.Heating),
            Stage("hold", anneal.Temperature, anneal.Temperature, anneal.Holding),
            Stage("cool", anneal.Temperature, AnnealSettings.Cold, anneal.Cooling),
        ];
    }

    /// <summary>The barostat of a case, at its start.</summary>
    /// <param name="settings">The case.</param>
    public static IBarostat Barostat(BoundaryDiffusionSettings settings) =>
        new MtkBarostat(new BarostatSettings(settings.Pressure, BarostatPeriod, true), settings.CellIsFree ? BoxCoupling.PerDirection : BoxCoupling.Isotropic);
}
