using System.Globalization;
using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;

namespace LiMeso.Cases.Kinds.MdRun;

/// <summary>An <c>md-run</c> case, read and checked.</summary>
internal sealed class MdRunCase(
    MdRunSettings settings, ResolvedPotential potential, AtomicSystem start, IReadOnlyList<FrozenComponent> frozen, IReadOnlyDictionary<string, string> structureHashes) : ICase
{
    /// <summary>Name of the file with the atoms at the end.</summary>
    public const string FinalFile = "final.lmp";

    /// <summary>Atom-steps a core does in a second, about.</summary>
    public const double AtomStepsPerSecond = 5e5;

    // Å²: atoms of a crystal vibrate by some tenths of this, and a hop is several
    private const double SmallDisplacement = 1;

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations => [.. potential.Citations, .. DynamicsCitations.Of(settings.Stages)];

    public IReadOnlyDictionary<string, string> DataSetHashes =>
        potential.Hashes.Concat(structureHashes).ToDictionary(h => h.Key, h => h.Value);

    private long Steps => settings.Stages.Sum(s => (long)settings.Every(s.Duration));

    public WorkEstimate Estimate()
    {
        long frames = 1 + Steps / settings.Every(settings.Output.TrajectoryInterval), lines = 1 + Steps / settings.Every(settings.Output.ThermoInterval);
        return new WorkEstimate(
            FormattableString.Invariant($"molecular dynamics of {CountText.Of(start.Count, "atom")} over {CountText.Of(Steps, "step")} in {CountText.Of(settings.Stages.Count, "stage")}, {potential.Name}"),
            0.5 + start.Count * Steps / AtomStepsPerSecond / Math.Sqrt(settings.Threads) + 2e-5 * frames * start.Count,
            1_000_000 + 300 * lines + settings.Output.Trajectory.Count * frames * (3000 + 150L * start.Count));
    }

    public ResultData Compute(RunContext run)
    {
        AtomicSystem system = Start();
        string? directory = run.SummaryOnly ? null : run.Directory;
        AtomStage[] stages = [.. settings.Stages.Select((s, k) => s.Stage(settings.TimeStep, CounterRandom.Derive((ulong)settings.Seed, (ulong)k + 1), frozen))];
        ThermoObserver? thermo = null;
        TrajectoryObserver? trajectory = null;
        StructureObserver? structure = null;
        try
        {
            using IForceEvaluator forces = potential.Potential.CreateEvaluator(new EvaluatorOptions(settings.Threads));
            AtomMoment end = AtomRun.Run(system, forces, stages, state =>
            {
                List<IAtomObserver> observers = [thermo = new ThermoObserver(directory, settings.Every(settings.Output.ThermoInterval), state)];
                if (directory is not null && settings.Output.Trajectory.Count > 0)
                    observers.Add(trajectory = new TrajectoryObserver(directory, settings.Output.Trajectory, potential.Element, settings.Every(settings.Output.TrajectoryInterval), state));
                if (settings.Analysis is { } analysis)
                    observers.Add(structure = new StructureObserver(analysis, system.Count, settings.Every(analysis.Interval), stages.Length - 1, stages[^1].Steps));
                return observers;
            }, Options(run, directory, stages), run.Cancellation);
            thermo!.Commit();
            trajectory?.Commit();
            run.Log.Progress(1, "done");
            if (directory is not null) WriteFinal(run, end);
            return Results(end, thermo.Rows, structure, trajectory, run);
        }
        finally
        {
            thermo?.Dispose();
            trajectory?.Dispose();
        }
    }

    public Report Describe(ResultData results) => new MdRunReport(settings, potential, results).Write();

    // The case may be computed more than once: each time from its own copy.
    private AtomicSystem Start()
    {
        var system = new AtomicSystem(start.Box, [.. start.Positions], start.Mass, start.Ids);
        start.Velocities.CopyTo(system.Velocities, 0);
        bool moving = start.Velocities.Any(v => v != 0);
        double? temperature = settings.StartTemperature ?? (moving ? null : settings.Stages[0].Temperature);
        var freedom = new DegreesOfFreedom(system.Count, frozen, momentumIsKept: true);
        if (temperature is { } drawn) ThermalVelocities.Draw(system, freedom, drawn, CounterRandom.Derive((ulong)settings.Seed, 0));
        return system;
    }

    private AtomRunOptions Options(RunContext run, string? directory, AtomStage[] stages) =>
        new(directory, run.InputHash, run.Resume, settings.Output.CheckpointInterval, settings.Output.CheckpointSteps)
        {
            Say = run.Log.Message,
            Progress = (fraction, moment) => run.Log.Progress(fraction, string.Create(CultureInfo.InvariantCulture,
                $"{stages[moment.Stage].Name}: {moment.Time:0.00} ps, step {moment.Step}, {moment.Dynamics.Temperature:0} K")),
        };

    private static void WriteFinal(RunContext run, AtomMoment end) =>
        AtomFile.Write(run.PathOf(FinalFile), end.Dynamics.System, FormattableString.Invariant($"atoms after {end.Step} steps, {end.Time:g9} ps"));

    private ResultData Results(AtomMoment end, IReadOnlyList<double[]> rows, StructureObserver? structure, TrajectoryObserver? trajectory, RunContext run)
    {
        var results = new ResultData();
        results.Set("atoms", start.Count);
        results.Set("steps", end.Step);
        results.Set("time_ps", end.Time);
        results.Set("degrees_of_freedom", end.Dynamics.Freedom.Count);
        ThermoSummary.Add(results, rows, settings.Stages, start.Count);
        if (structure is not null) AddStructure(results, structure);
        results.SetList("trajectory_files", trajectory?.EntryFiles.Select(f => f.Path) ?? []);
        string last = ThermoSummary.KeyOf(settings.Stages.Count - 1);
        run.Log.Message(string.Create(CultureInfo.InvariantCulture,
            $"stage '{settings.Stages[^1].Name}': {results.Number($"{last}.temperature_K"):0.0} K, {results.Number($"{last}.pressure_bar"):0.0} bar, {results.Number($"{last}.energy_per_atom_eV"):0.00000} eV an atom"));
        return results;
    }

    private void AddStructure(ResultData results, StructureObserver structure)
    {
        double interval = settings.Every(settings.Analysis!.Interval) * settings.TimeStep;
        double[] curve = structure.Displacement.Curve();
        results.Set("displacement/time", "ps", "lag", [.. Enumerable.Range(1, curve.Length).Select(k => k * interval)]);
        results.Set("displacement/mean_square", "A^2", "lag", curve);
        results.Set("pairs/distance", "A", "distance", structure.Pairs.Distances());
        results.Set("pairs/distribution", "", "distance", structure.Pairs.Values());
        if (curve.Length < 4) return;
        if (curve[^1] < SmallDisplacement)
            results.Warn(FormattableString.Invariant($"The mean squared displacement reaches {curve[^1]:0.00} A^2 only: vibrations and slow sound waves may make more of its slope than diffusion does. Follow the atoms for longer."));
        // the later half: the first part of the curve is vibration
        Estimate d = EinsteinFit.Fit(structure.Displacement, interval, 0.5 * curve.Length * interval, curve.Length * interval);
        results.Set("diffusivity_cm2_s", d.Value * Atomistics.MetalUnits.Diffusivity * 1e4);
        if (double.IsFinite(d.Error)) results.Set("diffusivity_standard_error_cm2_s", d.Error * Atomistics.MetalUnits.Diffusivity * 1e4);
    }
}
