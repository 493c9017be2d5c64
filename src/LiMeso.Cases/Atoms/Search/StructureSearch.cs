using System.Globalization;
using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Running;
using LiMeso.Core;

namespace LiMeso.Cases.Atoms.Search;

/// <summary>
/// Looks for the structure of lowest energy: all candidates are relaxed a little, the better ones more, the best to the end. Every relaxation begins from the structure as it is built and has an evaluator and a thread of its own,
/// so that its result depends on nothing but the candidate and the effort.
/// </summary>
internal sealed class StructureSearch(BoundarySettings boundary, SearchProcedure procedure, SearchSpace space, EquilibriumCrystal crystal, IInteratomicPotential potential, RunContext run)
{
    /// <summary>Names of the journals in the results directory.</summary>
    public const string CandidatesFile = "candidates.csv", FinalistsFile = "finalists.csv";

    /// <summary>Folder of the relaxed structures.</summary>
    public const string StructuresFolder = "structures";

    // how a finalist relaxes, first and then
    private static readonly (BoxFreedom Box, string Name) _across = (BoundaryRelaxation.Normal, "y"), _allLengths = (BoxFreedom.Lengths, "full");

    /// <summary>What a search found.</summary>
    /// <param name="Candidates">The candidates.</param>
    /// <param name="Stages">Results of each stage, by candidate.</param>
    /// <param name="Finalists">Those relaxed to the end: the ones that stay bcc first, of these the lowest.</param>
    internal sealed record Outcome(IReadOnlyList<BoundaryCandidate> Candidates, IReadOnlyList<IReadOnlyList<StageResult>> Stages, IReadOnlyList<Finalist> Finalists)
    {
        /// <summary>The lowest with all lengths relaxed; one that is still bcc, if any is.</summary>
        public Finalist Best => Finalists[0];

        /// <summary>The lowest with the length across the boundary relaxed; one that is still bcc, if any is.</summary>
        public Finalist BestAcross => Finalists.OrderByDescending(f => f.Normal.IsBcc).ThenBy(f => f.Normal.BoundaryEnergy).First();

        /// <summary>Each candidate's energy as far as it was relaxed with the length across the boundary free, J/m², and the number of that relaxation: 1, 2, …, with one more for finalists.</summary>
        public IReadOnlyDictionary<int, (double BoundaryEnergy, int Relaxation)> Energies => Stages.SelectMany(s => s.Select(r => (r.Candidate, r.BoundaryEnergy, Relaxation: r.Stage + 1)))
            .Concat(Finalists.Select(f => (f.Candidate, f.Normal.BoundaryEnergy, Relaxation: Stages.Count + 1)))
            .GroupBy(r => r.Candidate).ToDictionary(g => g.Key, g => g.Select(r => (r.BoundaryEnergy, r.Relaxation)).MaxBy(r => r.Relaxation));

        /// <summary>Evaluations of the potential in all.</summary>
        public long Evaluations => Stages.Sum(s => s.Sum(r => (long)r.Relaxed.Evaluations)) + Finalists.Sum(f => (long)f.Normal.Relaxed.Evaluations + f.Full.Relaxed.Evaluations);
    }

    /// <summary>The structures among which it looks.</summary>
    public SearchSpace Space => space;

    /// <summary>The search of a boundary.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="procedure">How it is searched.</param>
    /// <param name="potential">The potential.</param>
    /// <param name="crystal">The perfect crystal.</param>
    /// <param name="run">Where journals and structures go, how many threads work, who is told.</param>
    public static StructureSearch For(BoundarySettings boundary, SearchProcedure procedure, IInteratomicPotential potential, EquilibriumCrystal crystal, RunContext run)
    {
        BicrystalOptions options = boundary.Options(crystal.LatticeConstant, potential.Mass);
        var space = new SearchSpace(boundary.Geometry, options, procedure.GridFor(boundary.Geometry, options.LatticeConstant), procedure.Thresholds, (ulong)procedure.Seed);
        return new StructureSearch(boundary, procedure, space, crystal, potential, run);
    }

    /// <summary>Searches, or goes on with a search.</summary>
    /// <exception cref="OperationCanceledException">Stopped; what is finished is in the journals.</exception>
    public Outcome Run()
    {
        IReadOnlyList<BoundaryCandidate> candidates = space.Candidates(distinctTranslations: !procedure.Exhaustive);
        int[] counts = new int[procedure.Stages.Count + 1];
        counts[0] = candidates.Count;
        for (int s = 0; s < procedure.Stages.Count; s++) counts[s + 1] = Kept(counts[s], procedure.Stages[s].Keep);
        int finalists = Math.Min(procedure.Finalists, counts[^1]);
        double total = procedure.Stages.Select((s, k) => (double)counts[k] * s.Effort.MaxEvaluations).Sum() + 2.0 * finalists * procedure.Effort.MaxEvaluations;
        var progress = new SearchProgress(run.Log, total);

        using var journal = new SearchJournal(PathOf(CandidatesFile), StageResult.Columns, run.Resume);
        if (journal.Count > 0) run.Log.Message($"{CountText.Of(journal.Count, "relaxation")} finished before");
        List<IReadOnlyList<StageResult>> stages = [];
        int[] left = [.. candidates.Select(c => c.Number)];
        for (int s = 0; s < procedure.Stages.Count; s++)
        {
            int stage = s;
            progress.Begin($"relaxation {stage + 1} of {procedure.Stages.Count}", left.Length);
            var results = new StageResult[left.Length];
            InParallel(left.Length, k =>
            {
                results[k] = journal.Find(stage, left[k]) is { } line ? StageResult.FromLine(line) : Relax(candidates[left[k]], stage, journal);
                progress.Finish(procedure.Stages[stage].Effort.MaxEvaluations, results[k].BoundaryEnergy);
            });
            stages.Add(results);
            left = [.. results.OrderBy(r => r.BoundaryEnergy).ThenBy(r => r.Candidate).Take(counts[stage + 1]).Select(r => r.Candidate)];
            run.Log.Message(string.Create(CultureInfo.InvariantCulture,
                $"relaxation {stage + 1}: {CountText.Of(results.Length, "candidate")}, lowest {results.Min(r => r.BoundaryEnergy):0.0000} J/m^2; {left.Length} go on"));
        }

        left = left[..finalists];
        progress.Begin("finalists", left.Length);
        return new Outcome(candidates, stages, [.. Finish(candidates, left, progress).OrderByDescending(f => f.Full.IsBcc).ThenBy(f => f.BoundaryEnergy).ThenBy(f => f.Candidate)]);
    }

    private int Kept(int count, double fraction) => Math.Min(count, Math.Max(procedure.Finalists, (int)Math.Ceiling(fraction * count)));

    private Finalist[] Finish(IReadOnlyList<BoundaryCandidate> candidates, int[] left, SearchProgress progress)
    {
        using var journal = new SearchJournal(PathOf(FinalistsFile), Finalist.Columns, run.Resume);
        if (PathOf(StructuresFolder) is { } folder) Directory.CreateDirectory(folder);
        var found = new Finalist[left.Length];
        InParallel(left.Length, k =>
        {
            found[k] = journal.Find(0, left[k]) is { } line ? Finalist.FromLine(line) : RelaxToTheEnd(candidates[left[k]], journal);
            progress.Finish(2.0 * procedure.Effort.MaxEvaluations, found[k].BoundaryEnergy);
        });
        return found;
    }

    private StageResult Relax(BoundaryCandidate candidate, int stage, SearchJournal journal)
    {
        AtomicSystem system = space.Build(candidate);
        using IForceEvaluator evaluator = potential.CreateEvaluator(new EvaluatorOptions());
        StageResult result;
        try
        {
            RelaxedBoundary relaxed = BoundaryRelaxation.Run(system, evaluator, BoundaryRelaxation.Normal, procedure.Stages[stage].Effort, run.Cancellation);
            result = new StageResult(stage, candidate.Number, system.Count, BoundaryEnergy.Of(relaxed.Energy, system, crystal), relaxed);
        }
        catch (DivergedException)
        {
            result = new StageResult(stage, candidate.Number, system.Count, double.PositiveInfinity, new RelaxedBoundary(double.PositiveInfinity, 1, double.PositiveInfinity, false));
        }

        journal.Add(result.ToLine());
        return result;
    }

    private Finalist RelaxToTheEnd(BoundaryCandidate candidate, SearchJournal journal)
    {
        AtomicSystem system = space.Build(candidate);
        using IForceEvaluator evaluator = potential.CreateEvaluator(new EvaluatorOptions());
        FinalStructure Go((BoxFreedom Box, string Name) how)
        {
            RelaxedBoundary relaxed = BoundaryRelaxation.Run(system, evaluator, how.Box, procedure.Effort, run.Cancellation);
            FinalStructure structure = Describe(system, relaxed);
            Write(system, candidate, how.Name, structure);
            return structure;
        }

        var finalist = new Finalist(candidate.Number, system.Count, Go(_across), Go(_allLengths));
        journal.Add(finalist.ToLine());
        return finalist;
    }

    /// <summary>The atoms of a finalist, relaxed again to the same bits.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="finalist">The finalist.</param>
    /// <param name="allLengths">Whether all lengths are relaxed; else the one across the boundary.</param>
    public ColdStructure StructureOf(IReadOnlyList<BoundaryCandidate> candidates, Finalist finalist, bool allLengths)
    {
        AtomicSystem system = space.Build(candidates[finalist.Candidate]);
        using IForceEvaluator evaluator = potential.CreateEvaluator(new EvaluatorOptions());
        BoundaryRelaxation.Run(system, evaluator, _across.Box, procedure.Effort, run.Cancellation);
        if (allLengths) BoundaryRelaxation.Run(system, evaluator, _allLengths.Box, procedure.Effort, run.Cancellation);
        FinalStructure found = allLengths ? finalist.Full : finalist.Normal;
        return new ColdStructure(system, found.BoundaryEnergy, found.ExcessVolume, found.Relaxed.Converged);
    }

    private FinalStructure Describe(AtomicSystem system, RelaxedBoundary relaxed)
    {
        (double inside, double all) = GrainOrder.Bcc(system);
        return new FinalStructure(
            BoundaryEnergy.Of(relaxed.Energy, system, crystal), relaxed, BoundaryEnergy.ExcessVolume(system, crystal), system.Box.Lengths, inside, all);
    }

    private void Write(AtomicSystem system, BoundaryCandidate candidate, string relaxation, FinalStructure structure)
    {
        if (PathOf(StructureFile(candidate.Number, relaxation)) is not { } path) return;
        AtomFile.Write(path, system, string.Create(CultureInfo.InvariantCulture,
            $"{boundary.Name}, candidate {candidate.Number}, relaxed: {relaxation}, {structure.BoundaryEnergy:0.00000} J/m^2 (metal units)"));
    }

    /// <summary>The file of a finalist's structure, relative to the results directory.</summary>
    /// <param name="candidate">Its number.</param>
    /// <param name="relaxation">y or full.</param>
    public static string StructureFile(int candidate, string relaxation) => FormattableString.Invariant($"{StructuresFolder}/candidate-{candidate}-{relaxation}.lmp");

    private string? PathOf(string name) => run.SummaryOnly ? null : run.PathOf(name);

    // One candidate at a time for a thread, in order: the last ones do not wait for a share of equal size.
    private void InParallel(int count, Action<int> body)
    {
        try
        {
            int next = -1;
            Parallel.For(0, Math.Min(run.Threads, Math.Max(1, count)), new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancellation }, _ =>
            {
                for (int k = Interlocked.Increment(ref next); k < count; k = Interlocked.Increment(ref next))
                {
                    run.Cancellation.ThrowIfCancellationRequested();
                    body(k);
                }
            });
        }
        catch (AggregateException e) when (e.InnerExceptions.FirstOrDefault(i => i is OperationCanceledException) is { } stopped)
        {
            throw new OperationCanceledException(stopped.Message, stopped, run.Cancellation);
        }
    }
}
