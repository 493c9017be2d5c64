using System.Globalization;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Storage.Atoms;
using Relaxer = LiMeso.Atomistics.Minimisation.Relaxation;

namespace LiMeso.Cases.Kinds.Relaxation;

/// <summary>An <c>md-relax</c> case, read and checked.</summary>
internal sealed class MdRelaxCase(
    MdRelaxSettings settings, RelaxationOptions relaxation, ResolvedPotential potential, AtomicSystem start, IReadOnlyDictionary<string, string> structureHashes) : ICase
{
    /// <summary>Name of the file with the relaxed atoms.</summary>
    public const string RelaxedFile = "relaxed.lmp";

    // Evaluations that a relaxation takes, about, and atoms evaluated in a second.
    private const double Evaluations = 200, AtomsPerSecond = 5e5;

    private static readonly string[] _components = ["xx", "yy", "zz", "xy", "xz", "yz"];

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations => [.. potential.Citations, new Citation(CitationRole.Method, $"{relaxation.Minimiser.Source}: the minimiser '{settings.Method}'")];

    public IReadOnlyDictionary<string, string> DataSetHashes => potential.Hashes.Concat(structureHashes).ToDictionary(h => h.Key, h => h.Value);

    public WorkEstimate Estimate() => new(
        FormattableString.Invariant($"relaxation of {CountText.Of(start.Count, "atom")} by {settings.Method}, box: {settings.Box}, {potential.Name}"),
        0.3 + Evaluations * start.Count / AtomsPerSecond, 200_000 + 300L * start.Count * (1 + settings.Trajectory.Count));

    public ResultData Compute(RunContext run)
    {
        AtomicSystem system = start.Copy();
        using IForceEvaluator forces = potential.Potential.CreateEvaluator(new EvaluatorOptions(settings.Threads));
        var before = new Interactions(start.Count);
        forces.Evaluate(system, before);
        RelaxationResult found = Relax(run, system, forces, before);
        run.Log.Progress(1, "done");
        var results = new ResultData();
        AddNumbers(results, system, before, found);
        AddArrays(results, system, before, found);
        if (!run.SummaryOnly) WriteAtoms(results, run, system, before, found.Interactions);
        run.Log.Message(string.Create(CultureInfo.InvariantCulture,
            $"relaxed after {CountText.Of(found.Evaluations, "evaluation")}: {found.Energy:0.000000} eV, {found.InitialEnergy - found.Energy:g4} eV less than before"));
        return results;
    }

    // A state of any step is as good as another: the last one before an interruption is kept.
    private RelaxationResult Relax(RunContext run, AtomicSystem system, IForceEvaluator forces, Interactions before)
    {
        var checkpoints = new AtomCheckpoints(new AtomRunOptions(run.SummaryOnly ? null : run.Directory, run.InputHash, run.Resume, settings.CheckpointInterval) { Say = run.Log.Message });
        SavedState? state = checkpoints.Load();
        Relaxer relaxer = state is null ? new Relaxer(system, forces, relaxation) : AtomCheckpoints.Restore(() => Relaxer.Resume(system, forces, relaxation, state));
        if (state is not null) run.Log.Message($"Resumed after {CountText.Of(relaxer.Reached.Evaluations, "evaluation")}.");
        Tell(run.Log, relaxer.Reached, before);
        while (!relaxer.IsDone)
        {
            if (run.Cancellation.IsCancellationRequested)
            {
                checkpoints.Save(relaxer.Capture());
                run.Cancellation.ThrowIfCancellationRequested();
            }

            relaxer.Advance();
            Tell(run.Log, relaxer.Reached, before);
            if (checkpoints.IsDue(relaxer.Reached.Evaluations)) checkpoints.Save(relaxer.Capture());
        }

        return relaxer.Result;
    }

    public Report Describe(ResultData results) => new MdRelaxReport(settings, potential, results).Write();

    private void Tell(IRunLog log, MinimisationStep step, Interactions before)
    {
        log.Detail(string.Create(CultureInfo.InvariantCulture, $"evaluation {step.Evaluations}: energy {step.Energy:0.000000000} eV, largest force {step.Residual:g4} eV/A"));
        // residuals fall about exponentially
        double first = Math.Max(before.Forces.Max(Math.Abs), 10 * relaxation.ForceTolerance);
        double fraction = Math.Log(first / Math.Max(step.Residual, relaxation.ForceTolerance)) / Math.Log(first / relaxation.ForceTolerance);
        log.Progress(Math.Clamp(fraction, 0, 0.99), string.Create(CultureInfo.InvariantCulture, $"evaluation {step.Evaluations}, {step.Residual:g2} eV/A"));
    }

    private void AddNumbers(ResultData results, AtomicSystem system, Interactions before, RelaxationResult found)
    {
        results.Set("atoms", system.Count);
        results.Set("frozen_components", relaxation.Frozen?.Count(f => f) ?? 0);
        results.Set("evaluations", found.Evaluations);
        results.Set("energy_eV.before", before.Energy);
        results.Set("energy_eV.after", found.Energy);
        results.Set("energy_per_atom_eV", found.Energy / system.Count);
        results.Set("released_energy_eV", before.Energy - found.Energy);
        results.Set("largest_force_eV_A", found.LargestForce);
        AddBox(results, "before", start.Box, before);
        AddBox(results, "after", system.Box, found.Interactions);
    }

    private static void AddBox(ResultData results, string when, SimulationBox box, Interactions interactions)
    {
        foreach ((string name, double p) in _components.Zip(Relaxer.PressureOf(box, interactions).ToArray())) results.Set($"pressure_bar.{when}.{name}", p);
        (string Name, double Value)[] shape = [("x", box.Lengths.X), ("y", box.Lengths.Y), ("z", box.Lengths.Z), ("xy", box.Xy), ("xz", box.Xz), ("yz", box.Yz)];
        foreach ((string name, double length) in shape) results.Set($"box_A.{when}.{name}", length);
        results.Set($"volume_A3.{when}", box.Volume);
    }

    private void AddArrays(ResultData results, AtomicSystem system, Interactions before, RelaxationResult found)
    {
        results.Set("history/evaluation", "", "step", [.. found.History.Select(h => (double)h.Evaluations)]);
        results.Set("history/energy", "eV", "step", [.. found.History.Select(h => h.Energy)]);
        results.Set("history/residual", "eV/angstrom", "step", [.. found.History.Select(h => h.Residual)]);
        results.Set("atoms/id", "", "atom", [.. system.Ids.Select(id => (double)id)]);
        results.Set("atoms/energy-before", "eV", "atom", before.AtomEnergies);
        results.Set("atoms/energy", "eV", "atom", found.Interactions.AtomEnergies);
        double[] displacement = Displacements(system);
        results.Set("atoms/displacement", "angstrom", "atom", displacement);
        results.Set("largest_displacement_A", displacement.Max());
        for (int axis = 0; axis < 3; axis++)
            results.Set($"atoms/{"xyz"[axis]}", "angstrom", "atom", [.. Enumerable.Range(0, system.Count).Select(i => Inside(system, i)[axis])]);
    }

    // Within the box: what atoms share with it is no displacement.
    private double[] Displacements(AtomicSystem system) =>
        [.. Enumerable.Range(0, system.Count).Select(i => (system.Position(i) - system.Box.ToPosition(start.Box.ToFraction(start.Position(i)))).Length)];

    private static double[] Inside(AtomicSystem system, int atom)
    {
        Vector3 r = PeriodicImages.Wrap(system.Box, system.Position(atom)).Inside;
        return [r.X, r.Y, r.Z];
    }

    private void WriteAtoms(ResultData results, RunContext run, AtomicSystem system, Interactions before, Interactions after)
    {
        AtomFile.Write(run.PathOf(RelaxedFile), system, $"relaxed with {potential.Name} (metal units)");
        var displacement = new AtomField("displacement", "A", results.Values("atoms/displacement"));
        List<string> files = [];
        foreach (string name in settings.Trajectory)
        {
            using ITrajectory trajectory = TrajectoryFormats.All[name].Begin(run.PathOf(TrajectoryObserver.Folder));
            trajectory.Append(AtomFrames.Of(start, potential.Element, before.AtomEnergies, 0, 0, displacement with { Values = new double[start.Count] }));
            trajectory.Append(AtomFrames.Of(system, potential.Element, after.AtomEnergies, 1, 1, displacement));
            trajectory.Commit();
            files.Add($"{TrajectoryObserver.Folder}/{trajectory.EntryFile}");
        }

        results.SetList("trajectory_files", files);
    }
}
