using System.Diagnostics;
using System.Globalization;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Atoms.Search;
using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;

namespace LiMeso.Cases.Kinds.BoundarySearch;

/// <summary>A <c>boundary-search</c> case, read and checked.</summary>
internal sealed class BoundarySearchCase(BoundarySearchSettings settings, ResolvedPotential potential) : ICase
{
    // Atoms evaluated in a second.
    private const double AtomsPerSecond = 2e5;

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations =>
    [
        .. potential.Citations,
        AtomisticCitations.Source("translations, atoms left out, boundary energy (eqn 1)"),
        AtomisticCitations.Minimiser,
        AtomisticCitations.NeighbourAnalysis,
    ];

    public IReadOnlyDictionary<string, string> DataSetHashes => potential.Hashes;

    public WorkEstimate Estimate()
    {
        var cost = SearchCost.Of(settings.Boundary, settings.Procedure, potential.Potential.Mass);
        return new WorkEstimate(
            string.Create(CultureInfo.InvariantCulture, $"search of the structure of {settings.Boundary.Name}: {CountText.Of(cost.Grid.Count, "translation")}, of which {cost.Grid.Distinct.Count} distinct, {CountText.Of(settings.Procedure.Thresholds.Count, "threshold")}, {cost.Atoms:0} atoms"),
            1 + cost.Evaluations * cost.Atoms / AtomsPerSecond, 1_000_000 + (long)(200 * cost.Atoms * settings.Procedure.Finalists));
    }

    public ResultData Compute(RunContext run)
    {
        long start = Stopwatch.GetTimestamp();
        var crystal = EquilibriumCrystal.Find(potential.Potential, CrystalStructures.BodyCentredCubic, new EvaluatorOptions());
        var search = StructureSearch.For(settings.Boundary, settings.Procedure, potential.Potential, crystal, run);
        StructureSearch.Outcome found = search.Run();
        double hours = Stopwatch.GetElapsedTime(start).TotalHours;
        ResultData results = SearchSummary.Of(settings.Boundary, settings.Procedure, search.Space, crystal, found);
        results.Set("best.structure", StructureSearch.StructureFile(found.Best.Candidate, found.Best.Full.IsBcc ? "full" : "y"));
        results.Set("best.structure_y", StructureSearch.StructureFile(found.BestAcross.Candidate, "y"));
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        string full = found.Best.Full.IsBcc ? string.Create(CultureInfo.InvariantCulture, $", {found.Best.Full.BoundaryEnergy:0.0000} with all lengths free") : "";
        run.Log.Message(string.Create(CultureInfo.InvariantCulture, $"boundary energy {found.BestAcross.Normal.BoundaryEnergy:0.0000} J/m^2 with the length across free{full}"));
        // a resumed run did not do all of it
        if (!run.Resume) run.Log.Message(string.Create(CultureInfo.InvariantCulture, $"{search.Space.AllModels / hours:0} models of the source's count an hour"));
        return results;
    }

    public Report Describe(ResultData results) => new BoundarySearchReport(settings, results).Write();
}
