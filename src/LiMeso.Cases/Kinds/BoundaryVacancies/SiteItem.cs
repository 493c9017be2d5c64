using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Potentials;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Kinds.BoundaryVacancies;

/// <summary>One emptied site: independent of all others, kept when it is done.</summary>
/// <param name="Site">The site.</param>
/// <param name="InBoundary">Whether it belongs to the boundary; else it is a control.</param>
internal sealed record SiteItem(VacancySite Site, bool InBoundary)
{
    private const string Energy = "formation_energy_eV", Displacement = "largest_displacement_A", Empty = "empty_sites", Fate = "fate", Evaluations = "evaluations", Converged = "converged";

    /// <summary>Name of its directory.</summary>
    public string Name => FormattableString.Invariant($"site-{Site.Atom}");

    /// <summary>Empties the site and relaxes the rest, unless that is done.</summary>
    /// <param name="host">The bicrystal.</param>
    /// <param name="relaxation">How far to relax.</param>
    /// <param name="potential">The potential.</param>
    /// <param name="run">The case's run.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public BoundaryVacancy Run(VacancyHost host, RelaxationEffort relaxation, IInteratomicPotential potential, RunContext run)
    {
        ResultData found = WorkItem.Run(Name, run, checkpointSeconds: 0, _ => { }, _ => Store(BoundaryVacancy.Relax(
            host.Structure.System, host.Energy, host.CrystalEnergy, Site.Atom, potential, relaxation, run.Cancellation)));
        return new BoundaryVacancy(
            found.Number(Energy), found.Number(Displacement), (int)found.Number(Empty), Enum.Parse<VacancyFate>(found.Texts[Fate]), (int)found.Number(Evaluations), found.Number(Converged) != 0);
    }

    private static ResultData Store(BoundaryVacancy vacancy)
    {
        var results = new ResultData();
        results.Set(Energy, vacancy.FormationEnergy);
        results.Set(Displacement, vacancy.LargestDisplacement);
        results.Set(Empty, vacancy.EmptySites);
        results.Set(Fate, vacancy.Fate.ToString());
        results.Set(Evaluations, vacancy.Evaluations);
        results.Set(Converged, vacancy.Converged ? 1 : 0);
        return results;
    }
}
