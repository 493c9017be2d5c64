using System.Globalization;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Kinds.BoundaryVacancies;

/// <summary>A <c>boundary-vacancies</c> case, read and checked.</summary>
internal sealed class BoundaryVacanciesCase(
    BoundaryVacanciesSettings settings, ResolvedPotential potential, AtomicSystem? given, IReadOnlyDictionary<string, string> structureHashes) : ICase
{
    /// <summary>Name of the file with the structure whose sites are emptied.</summary>
    public const string StructureFile = "relaxed.lmp";

    // For an estimate: atoms evaluated in a second, evaluations that a relaxation takes, lattice constant in Å.
    private const double AtomsPerSecond = 3e5, EvaluationsPerSite = 150;

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations =>
    [
        .. potential.Citations,
        AtomisticCitations.Source("vacancy formation energies at sites of grain boundaries"),
        AtomisticCitations.Minimiser,
    ];

    public IReadOnlyDictionary<string, string> DataSetHashes => potential.Hashes.Concat(structureHashes).ToDictionary(h => h.Key, h => h.Value);

    public WorkEstimate Estimate()
    {
        AtomicSystem small = settings.Recipe.Smallest(given, BicrystalRecipe.AboutLattice, potential.Potential.Mass);
        double atoms = settings.Recipe.AtomsOf(small), within = small.Count * Math.Min(1, 2 * settings.Sites.Within / small.Box.Widths.Y);
        // periods of a boundary that is built are alike; those of a file need not be
        double sites = Math.Min(settings.Sites.Most, given is null ? within : within * atoms / small.Count) + settings.Sites.Bulk;
        double crystal = CrystalStructures.BodyCentredCubic.Sites.Count * Math.Pow(settings.CrystalCells, 3);
        return new WorkEstimate(
            FormattableString.Invariant($"relaxation of {settings.Recipe.Name}, {CountText.Of((long)atoms, "atom")}, and of at most {CountText.Of((long)Math.Ceiling(sites), "vacancy", "vacancies")} in it"),
            1 + EvaluationsPerSite * ((sites + 1) * atoms + crystal) / AtomsPerSecond, 1_000_000 + (long)(150 * atoms + 20_000 * sites));
    }

    public ResultData Compute(RunContext run)
    {
        run.Log.Progress(0, "structure");
        var crystal = EquilibriumCrystal.Find(potential.Potential, CrystalStructures.BodyCentredCubic, new EvaluatorOptions());
        var host = VacancyHost.Make(settings, given, potential.Potential, crystal, run);
        (IReadOnlyList<VacancySite> boundary, IReadOnlyList<VacancySite> bulk) = host.Sites(settings.Sites);
        SiteItem[] items = [.. bulk.Select(s => new SiteItem(s, false)), .. boundary.Select(s => new SiteItem(s, true))];
        run.Log.Message(string.Create(CultureInfo.InvariantCulture,
            $"{settings.Recipe.Name}: {CountText.Of(host.Structure.System.Count, "atom")}, {host.Structure.BoundaryEnergy:0.0000} J/m^2; {CountText.Of(boundary.Count, "site")} of the boundary, {bulk.Count} of the bulk"));

        BoundaryVacancy[] found = IndependentRuns.Do(items, i => (i.Name, 1.0), run, (item, _) => item.Run(host, settings.Recipe.Relaxation, potential.Potential, run),
            (item, one) => string.Create(CultureInfo.InvariantCulture, $"{one.FormationEnergy:0.0000} eV at {item.Site.Distance:0.00} A, {one.Fate}"));
        ResultData results = VacancySummary.Of(settings, host, [.. items.Zip(found).OrderBy(p => p.First.Site.Distance).ThenBy(p => p.First.Site.Atom)]);
        if (!run.SummaryOnly) Write(run, host, results);
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        run.Log.Message(VacancySummary.InWords(results));
        return results;
    }

    public Report Describe(ResultData results) => new BoundaryVacanciesReport(settings, results).Write();

    private void Write(RunContext run, VacancyHost host, ResultData results)
    {
        AtomFile.Write(run.PathOf(StructureFile), host.Structure.System, string.Create(CultureInfo.InvariantCulture, $"{settings.Recipe.Name}, relaxed, {host.Structure.BoundaryEnergy:0.00000} J/m^2 (metal units)"));
        AtomicFile.WriteText(run.PathOf(VacancyTable.FileName), VacancyTable.Of(settings, potential.Name, results));
    }
}
