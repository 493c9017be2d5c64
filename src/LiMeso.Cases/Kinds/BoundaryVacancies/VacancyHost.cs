using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Kinds.BoundaryVacancies;

/// <summary>The relaxed bicrystal whose sites are emptied. Made once.</summary>
/// <param name="Structure">The bicrystal.</param>
/// <param name="Energy">Its energy, eV.</param>
/// <param name="AtomEnergies">Energy of each atom, eV.</param>
/// <param name="CrystalEnergy">Energy of an atom of the perfect crystal, eV.</param>
/// <param name="CrystalVacancy">Formation energy of a vacancy of the perfect crystal, eV.</param>
/// <param name="Gain">What shaking and relaxing the wide cell gained, eV.</param>
internal sealed record VacancyHost(ColdStructure Structure, double Energy, double[] AtomEnergies, double CrystalEnergy, double CrystalVacancy, double Gain)
{
    /// <summary>Name of its work item.</summary>
    public const string Name = "structure";

    // Uses of the seed.
    private const ulong BoundaryUse = 0, BulkUse = 1, ShakingUse = 2;

    private const string Host = "host", Energies = "host/energies", EnergyName = "host.energy_eV", CrystalName = "crystal.energy_eV", VacancyName = "crystal.vacancy_eV", GainName = "host.gain_eV";

    /// <summary>Makes it, unless that is done.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="given">The atoms of the file; null to build.</param>
    /// <param name="potential">The potential.</param>
    /// <param name="crystal">The perfect crystal.</param>
    /// <param name="run">The case's run.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static VacancyHost Make(BoundaryVacanciesSettings settings, AtomicSystem? given, IInteratomicPotential potential, EquilibriumCrystal crystal, RunContext run)
    {
        ResultData made = WorkItem.Run(Name, run, checkpointSeconds: 0, _ => { }, _ => Relax(settings, given, potential, crystal, run).Store());
        return new VacancyHost(
            ColdStructure.Of(made, Host, potential.Mass), made.Number(EnergyName), [.. made.Values(Energies)], made.Number(CrystalName), made.Number(VacancyName), made.Number(GainName));
    }

    /// <summary>The sites of the boundary in the middle of the cell, and those of the bulk.</summary>
    /// <param name="settings">Which sites.</param>
    public (IReadOnlyList<VacancySite> Boundary, IReadOnlyList<VacancySite> Bulk) Sites(SiteSettings settings)
    {
        AtomicSystem system = Structure.System;
        double length = system.Box.Widths.Y;
        (BoundaryRegion faces, BoundaryRegion middle) = BoundaryPlane.FindBoth(system, AtomEnergies, CrystalEnergy, 0);
        (int Atom, double Distance, double Other)[] all =
        [
            .. Enumerable.Range(0, system.Count).Select(atom => (Atom: atom, Place: system.Box.ToFraction(system.Position(atom)).Y))
                .Select(a => (a.Atom, middle.Distance(a.Place, length), faces.Distance(a.Place, length))),
        ];
        IReadOnlyList<VacancySite> Chosen(IEnumerable<(int Atom, double Distance, double Other)> atoms, int most, ulong use) =>
            VacancySites.Choose(VacancySites.Different(atoms.Select(a => (a.Atom, a.Distance)), AtomEnergies), most, CounterRandom.Derive((ulong)settings.Seed, use));
        return (
            Chosen(all.Where(a => a.Distance <= settings.Within), settings.Most, BoundaryUse),
            Chosen(all.Where(a => Math.Min(a.Distance, a.Other) >= settings.BulkFrom), settings.Bulk, BulkUse));
    }

    private static VacancyHost Relax(BoundaryVacanciesSettings settings, AtomicSystem? given, IInteratomicPotential potential, EquilibriumCrystal crystal, RunContext run)
    {
        var narrow = ColdStructure.Of(settings.Recipe, given, potential, crystal, run.Cancellation);
        AtomicSystem system = narrow.System;
        using IForceEvaluator evaluator = potential.CreateEvaluator(new EvaluatorOptions());
        var interactions = new Interactions(system.Count);
        evaluator.Evaluate(system, interactions);
        double before = interactions.Energy;
        // the short period of the narrow cell may have held it on a saddle
        SymmetryBreaking.Shake(system, CounterRandom.Derive((ulong)settings.Sites.Seed, ShakingUse));
        RelaxedBoundary relaxed = BoundaryRelaxation.Run(system, evaluator, BoxFreedom.None, settings.Recipe.Relaxation, run.Cancellation);
        evaluator.Evaluate(system, interactions);
        double vacancy = new Vacancy(potential, crystal, new EvaluatorOptions(), settings.CrystalCells).FormationEnergy;
        return new VacancyHost(
            new ColdStructure(system, BoundaryEnergy.Of(relaxed.Energy, system, crystal), BoundaryEnergy.ExcessVolume(system, crystal), narrow.Converged && relaxed.Converged),
            relaxed.Energy, interactions.AtomEnergies, crystal.EnergyPerAtom, vacancy, before - relaxed.Energy);
    }

    private ResultData Store()
    {
        var results = new ResultData();
        Structure.Store(results, Host);
        results.Set(Energies, "eV", "host-atom", AtomEnergies);
        results.Set(EnergyName, Energy);
        results.Set(CrystalName, CrystalEnergy);
        results.Set(VacancyName, CrystalVacancy);
        results.Set(GainName, Gain);
        return results;
    }
}
