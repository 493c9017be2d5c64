using System.Globalization;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Atoms.Search;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.MdRun;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>A <c>boundary-diffusion</c> case, read and checked.</summary>
internal sealed class BoundaryDiffusionCase(
    BoundaryDiffusionSettings settings, ResolvedPotential potential, AtomicSystem? given, IReadOnlyDictionary<string, string> structureHashes, CaseDirectory directory) : ICase
{
    /// <summary>Names of the files with the structure before and after annealing.</summary>
    public const string RelaxedFile = "relaxed.lmp", AnnealedFile = "annealed.lmp";

    // ps of dynamics that a relaxation costs about as much as; steps of dynamics that an evaluation of a search does.
    private const double RelaxationTime = 3, StepsPerEvaluation = 1.5;

    /// <summary>Keys of the case that a search depends on.</summary>
    public static readonly IReadOnlyList<string> KeysOfSearch = [BoundarySettings.Key, PotentialSettings.Key, "search"];

    /// <summary>Keys that a structure depends on. The runs that follow atoms depend on these and on the section <see cref="FollowSettings.Key"/>, without <see cref="FollowSettings.KeysOfExtent"/>.</summary>
    public static readonly IReadOnlyList<string> KeysOfStructure = [.. KeysOfSearch, "structure", "relaxation", "cell", "pressure", "time-step", "anneal"];

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations =>
    [
        .. potential.Citations, .. DynamicsCitations.Of([("nose-hoover", "mtk")]),
        AtomisticCitations.Source("annealing, frozen slabs, boundaries followed by their energy, diffusivity (eqns 2, 3)"),
        new Citation(CitationRole.Method, "C. L. Kelchner, S. J. Plimpton, J. C. Hamilton, Phys. Rev. B 58 (1998) 11085: centrosymmetry parameter", "10.1103/PhysRevB.58.11085"),
        AtomisticCitations.NeighbourAnalysis,
    ];

    public IReadOnlyDictionary<string, string> DataSetHashes => potential.Hashes.Concat(structureHashes).ToDictionary(h => h.Key, h => h.Value);

    // atoms, about, with the width that the boundary is to have
    private double Atoms => settings.Recipe.AtomsOf(settings.Recipe.Smallest(given, BicrystalRecipe.AboutLattice, potential.Potential.Mass));

    /// <summary>The settings.</summary>
    public BoundaryDiffusionSettings Settings => settings;

    /// <summary>The potential.</summary>
    public ResolvedPotential Potential => potential;

    /// <summary>All that there is to do, in order: the search where there is one, the structure, which begins from it, then the runs that follow atoms, which begin from the structure.</summary>
    public IReadOnlyList<BoundaryWork> Work
    {
        get
        {
            double atoms = Atoms, perTime = atoms / settings.TimeStep;
            return
            [
                .. settings.Search is { } search ? (BoundaryWork[])[SearchWork(search)] : [],
                new BoundaryWork(AnnealItem.Name, null, atoms, perTime * (RelaxationTime + (settings.Anneal?.Duration ?? 0))),
                .. settings.Items.Select(i => new BoundaryWork(i.Name, i, atoms, perTime * settings.Diffusion!.Duration)),
            ];
        }
    }

    public WorkEstimate Estimate()
    {
        IReadOnlyList<BoundaryWork> all = Work;
        int runs = all.Count(w => w.Follow is not null);
        double work = all.Sum(w => w.AtomSteps);
        return new WorkEstimate(
            string.Create(CultureInfo.InvariantCulture, $"molecular dynamics of {settings.Name}, {all[^1].Atoms:0} atoms{(settings.Search is null ? "" : ", searched")}{(settings.Anneal is null ? "" : ", annealed")}, {CountText.Of(runs, "run")}, {work:0.0e+0} atom-steps"),
            1 + work / MdRunCase.AtomStepsPerSecond, 2_000_000 + 200_000L * runs);
    }

    /// <summary>Hash of all that an item depends on: it counts for every case that asks for the same one, whatever else that asks for.</summary>
    /// <param name="item">Name of the item.</param>
    public string HashOf(string item) => InputHashes.Of(
        item switch
        {
            SearchItem.Name => directory.InputHash(KeysOfSearch),
            AnnealItem.Name => directory.InputHash(KeysOfStructure),
            _ => directory.Without(FollowSettings.Key, FollowSettings.KeysOfExtent).InputHash([.. KeysOfStructure, FollowSettings.Key]),
        },
        DataSetHashes);

    /// <summary>What an item has found so far; null when there are no results yet, or they are damaged, or belong to another input.</summary>
    /// <param name="item">Name of the item.</param>
    /// <param name="results">The case's results directory.</param>
    public ResultData? Found(string item, string results) => WorkItem.Found(item, results, HashOf(item));

    /// <summary>Whether an item found all that is asked for.</summary>
    /// <param name="item">Name of the item.</param>
    /// <param name="found">What it found so far.</param>
    public bool IsEnough(string item, ResultData found) => item is SearchItem.Name or AnnealItem.Name || FollowItem.IsEnough(found, settings.Diffusion!);

    /// <summary>Searches the structure, unless that is done.</summary>
    /// <param name="run">The case's run.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>See <see cref="SearchItem.Run"/>.</returns>
    public ResultData RunSearch(RunContext run, Action<double> progress) => SearchItem.Run(settings, potential.Potential, Crystal, For(SearchItem.Name, run), progress);

    /// <summary>Relaxes and anneals the structure, unless that is done.</summary>
    /// <param name="searched">What <see cref="RunSearch"/> found; null where nothing is searched.</param>
    /// <param name="run">The case's run.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>See <see cref="AnnealItem.Run"/>.</returns>
    public ResultData RunStructure(ResultData? searched, RunContext run, Action<double> progress)
    {
        AtomicSystem? begin = searched is null ? given : ColdStructure.Of(searched, SearchItem.Found, potential.Potential.Mass).System;
        return AnnealItem.Run(settings, begin, potential.Potential, Crystal, For(AnnealItem.Name, run), progress);
    }

    /// <summary>Follows atoms, unless that is done.</summary>
    /// <param name="item">Which run.</param>
    /// <param name="start">What it begins from.</param>
    /// <param name="run">The case's run.</param>
    /// <param name="progress">Told how far it is.</param>
    public ResultData RunFollow(FollowItem item, ColdStructure start, RunContext run, Action<double> progress) => item.Run(settings, start, potential.Potential, For(item.Name, run), progress);

    /// <summary>The structure from which atoms are followed.</summary>
    /// <param name="structure">What <see cref="RunStructure"/> found.</param>
    public ColdStructure StartOf(ResultData structure) => ColdStructure.Of(structure, AnnealItem.Start(settings, structure, potential.Potential.Mass), potential.Potential.Mass);

    public ResultData Compute(RunContext run)
    {
        ResultData? searched = settings.Search is null ? null : RunSearch(run, share => run.Log.Progress(share, "search"));
        ResultData structure = RunStructure(searched, run, share => run.Log.Progress(share, "structure"));
        ColdStructure start = StartOf(structure);
        run.Log.Message(string.Create(CultureInfo.InvariantCulture, $"{settings.Name}: {start.System.Count} atoms, {start.BoundaryEnergy:0.0000} J/m^2"));

        IReadOnlyList<FollowItem> items = settings.Items;
        ResultData[] found = IndependentRuns.Do(items, i => (i.Name, 1.0), run, (item, progress) => RunFollow(item, start, run, progress), (_, one) => BoundarySummary.InWords(one));
        var results = new ResultData();
        BoundarySummary.Add(results, settings, searched, structure, start, items, found);
        if (!run.SummaryOnly) Write(run, structure, items, found, results);
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        foreach (double temperature in settings.Diffusion?.Temperatures ?? [])
            run.Log.Message(string.Create(CultureInfo.InvariantCulture, $"{temperature:0.###} K: {BoundarySummary.InWords(results, temperature)}"));
        return results;
    }

    public Report Describe(ResultData results) => new BoundaryDiffusionReport(settings, results).Write();

    private EquilibriumCrystal Crystal => field ??= EquilibriumCrystal.Find(potential.Potential, CrystalStructures.BodyCentredCubic, new EvaluatorOptions());

    private RunContext For(string item, RunContext run) => run with { InputHash = HashOf(item) };

    private BoundaryWork SearchWork(SearchProcedure search)
    {
        var cost = SearchCost.Of(settings.Boundary! with { MinimumWidth = 0 }, search, potential.Potential.Mass);
        return new BoundaryWork(SearchItem.Name, null, cost.Atoms, cost.Evaluations * cost.Atoms * StepsPerEvaluation);
    }

    private void Write(RunContext run, ResultData structure, IReadOnlyList<FollowItem> items, ResultData[] found, ResultData results)
    {
        WriteAtoms(run, RelaxedFile, ColdStructure.Of(structure, AnnealItem.Before, potential.Potential.Mass), "relaxed");
        if (settings.Anneal is not null) WriteAtoms(run, AnnealedFile, ColdStructure.Of(structure, AnnealItem.After, potential.Potential.Mass), "annealed and relaxed");
        if (items.Count > 0) AtomicFile.WriteText(run.PathOf(DiffusivityTable.FileName), DiffusivityTable.Of(settings, potential.Name, items, found, results));
    }

    private void WriteAtoms(RunContext run, string file, ColdStructure structure, string what)
    {
        AtomFile.Write(run.PathOf(file), structure.System, string.Create(CultureInfo.InvariantCulture, $"{settings.Name}, {what}, {structure.BoundaryEnergy:0.00000} J/m^2 (metal units)"));
    }
}
