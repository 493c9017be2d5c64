using System.Diagnostics;
using System.Globalization;
using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;

namespace LiMeso.Cases.Kinds.BoundarySearch;

/// <summary>A <c>boundary-search</c> case, read and checked.</summary>
internal sealed class BoundarySearchCase(BoundarySearchSettings settings, ResolvedPotential potential) : ICase
{
    // Atoms evaluated in a second; structures a translation has, about; lattice constant for an estimate, Å.
    private const double AtomsPerSecond = 2e5, StructuresPerTranslation = 4, AboutLattice = 3.5;

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations =>
    [
        .. potential.Citations,
        new Citation(CitationRole.Method, "J. S. Yoon, H. Sulaimon, D. J. Siegel, J. Mater. Chem. A 11 (2023) 23288: translations, atoms left out, boundary energy (eqn 1)", "10.1039/d3ta03814a"),
        new Citation(CitationRole.Method, $"{new ConjugateGradients().Source}: the minimiser"),
        new Citation(CitationRole.Method, "A. Stukowski, Model. Simul. Mater. Sci. Eng. 20 (2012) 045021: adaptive common-neighbour analysis", "10.1088/0965-0393/20/4/045021"),
    ];

    public IReadOnlyDictionary<string, string> DataSetHashes => potential.Hashes;

    public WorkEstimate Estimate()
    {
        BoundaryGeometry g = settings.Boundary.Geometry;
        TranslationGrid grid = GridFor(AboutLattice);
        double atoms = Bicrystal.Build(g, settings.Boundary.Options(AboutLattice, potential.Potential.Mass)).System.Count;
        double candidates = (settings.Exhaustive ? grid.Count : grid.Distinct.Count) * StructuresPerTranslation, evaluations = 0, left = candidates;
        foreach (SearchStage stage in settings.Stages)
        {
            // about half of what a relaxation may take
            evaluations += left * 0.5 * stage.Effort.MaxEvaluations;
            left = Math.Max(settings.Finalists, left * stage.Keep);
        }

        evaluations += Math.Min(left, settings.Finalists) * settings.Effort.MaxEvaluations;
        return new WorkEstimate(
            string.Create(CultureInfo.InvariantCulture, $"search of the structure of {settings.Boundary.Name}: {CountText.Of(grid.Count, "translation")}, of which {grid.Distinct.Count} distinct, {CountText.Of(settings.Thresholds.Count, "threshold")}, {atoms:0} atoms"),
            1 + evaluations * atoms / AtomsPerSecond, 1_000_000 + (long)(200 * atoms * settings.Finalists));
    }

    public ResultData Compute(RunContext run)
    {
        long start = Stopwatch.GetTimestamp();
        var crystal = EquilibriumCrystal.Find(potential.Potential, CrystalStructures.BodyCentredCubic, new EvaluatorOptions());
        BicrystalOptions options = settings.Boundary.Options(crystal.LatticeConstant, potential.Potential.Mass);
        var space = new SearchSpace(settings.Boundary.Geometry, options, GridFor(options.LatticeConstant), settings.Thresholds, (ulong)settings.Seed);
        StructureSearch.Outcome found = new StructureSearch(space, crystal, potential.Potential, settings, run).Run();
        double hours = Stopwatch.GetElapsedTime(start).TotalHours;
        ResultData results = SearchSummary.Of(settings, space, crystal, found);
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        string full = found.Best.Full.IsBcc ? string.Create(CultureInfo.InvariantCulture, $", {found.Best.Full.BoundaryEnergy:0.0000} with all lengths free") : "";
        run.Log.Message(string.Create(CultureInfo.InvariantCulture, $"boundary energy {found.BestAcross.Normal.BoundaryEnergy:0.0000} J/m^2 with the length across free{full}"));
        // a resumed run did not do all of it
        if (!run.Resume) run.Log.Message(string.Create(CultureInfo.InvariantCulture, $"{space.AllModels / hours:0} models of the source's count an hour"));
        return results;
    }

    public Report Describe(ResultData results) => new BoundarySearchReport(settings, results).Write();

    private TranslationGrid GridFor(double latticeConstant)
    {
        var usual = TranslationGrid.Usual(settings.Boundary.Geometry, latticeConstant);
        return settings.PointsX == 0 && settings.PointsZ == 0 ? usual : new TranslationGrid(
            settings.Boundary.Geometry, settings.PointsX == 0 ? usual.PointsX : settings.PointsX, settings.PointsZ == 0 ? usual.PointsZ : settings.PointsZ);
    }
}
