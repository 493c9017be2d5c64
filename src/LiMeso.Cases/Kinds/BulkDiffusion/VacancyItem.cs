using LiMeso.Atomistics;
using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Dynamics.Barostats;
using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>One run of a cell with a vacancy: independent of all others, resumable.</summary>
/// <param name="Temperature">K.</param>
/// <param name="Size">The cell.</param>
/// <param name="Production">How long its atoms are followed, ps.</param>
/// <param name="Seed">Of its velocities.</param>
internal sealed record VacancyItem(double Temperature, CellSize Size, double Production, int Seed)
{
    private const double ThermostatPeriod = 0.1, BarostatPeriod = 0.5;

    // Å²/ps in cm²/s
    private const double SquareCentimetres = MetalUnits.Diffusivity * 1e4;

    /// <summary>Name of its directory.</summary>
    public string Name => FormattableString.Invariant($"{Temperature:0.###}K-{Size.Cells}cells-seed{Seed}").Replace('.', 'p');

    /// <summary>Atom-steps of the run.</summary>
    /// <param name="settings">The case.</param>
    public double Work(BulkDiffusionSettings settings) => (Size.Sites - 1) * (settings.Equilibration + settings.Settling + Production) / settings.TimeStep;

    /// <summary>Does the work, unless it is already done.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="potential">The potential.</param>
    /// <param name="run">The case's run.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>Numbers and curves of the run.</returns>
    /// <exception cref="OperationCanceledException">Interrupted; a checkpoint is on disk.</exception>
    public ResultData Run(BulkDiffusionSettings settings, IInteratomicPotential potential, RunContext run, Action<double> progress) =>
        WorkItem.Run(Name, run, settings.CheckpointInterval, progress, options =>
        {
            AtomicSystem system = Start(settings, potential);
            var box = new BoxAverage(MetalQuantities.Steps(0.5 * settings.Equilibration, settings.TimeStep));
            SamplingPlan plan = SamplingPlan.Of(settings, Production);
            DiffusionObserver? diffusion = null;
            AtomStage[] stages = Stages(settings, box);
            using IForceEvaluator forces = potential.CreateEvaluator(new EvaluatorOptions());
            AtomMoment end = AtomRun.Run(system, forces, stages, _ => [box, diffusion = new DiffusionObserver(plan, Size, stages.Length - 1)], options, run.Cancellation);
            return Results(plan, diffusion!, end, box);
        });

    private AtomicSystem Start(BulkDiffusionSettings settings, IInteratomicPotential potential)
    {
        AtomicSystem system = PointDefects.WithoutAtom(
            CrystalStructures.BodyCentredCubic.Build(settings.LatticeConstant, (Size.Cells, Size.Cells, Size.Cells), potential.Mass), 0);
        // half of it goes into the potential energy
        ThermalVelocities.Draw(system, new DegreesOfFreedom(system.Count, [], momentumIsKept: true), 2 * Temperature, (ulong)Seed);
        return system;
    }

    private AtomStage[] Stages(BulkDiffusionSettings settings, BoxAverage box)
    {
        DynamicsSettings Dynamics(bool breathing) => new(settings.TimeStep)
        {
            Thermostat = new NoseHooverThermostat(ThermostatPeriod),
            Barostat = breathing ? new MtkBarostat(new BarostatSettings(settings.Pressure, BarostatPeriod, true), BoxCoupling.Isotropic) : null,
            Temperature = TemperatureProgram.Constant(Temperature),
        };
        int Steps(double time) => MetalQuantities.Steps(time, settings.TimeStep);
        return
        [
            new AtomStage("equilibrate", Steps(settings.Equilibration), () => Dynamics(breathing: true)),
            new AtomStage("settle", Steps(settings.Settling), () => Dynamics(breathing: false)) { Prepare = box.Impose },
            new AtomStage("follow", Steps(Production), () => Dynamics(breathing: false)),
        ];
    }

    private ResultData Results(SamplingPlan plan, DiffusionObserver found, AtomMoment end, BoxAverage box)
    {
        var results = new ResultData();
        Estimate displaced = plan.Fit(found.Displacement), hopped = plan.Fit(found.SiteDisplacement);
        results.Set("diffusivity_cm2_s.displacement", displaced.Value * SquareCentimetres);
        results.Set("diffusivity_cm2_s.sites", hopped.Value * SquareCentimetres);
        if (double.IsFinite(displaced.Error)) results.Set("diffusivity_error_cm2_s.displacement", displaced.Error * SquareCentimetres);
        if (double.IsFinite(hopped.Error)) results.Set("diffusivity_error_cm2_s.sites", hopped.Error * SquareCentimetres);
        results.Set("hops", found.Sites.Hops);
        results.Set("hops_per_ps", found.Sites.Hops / end.Dynamics.Time);
        results.Set("mean_temperature_K", found.MeanTemperature);
        results.Set("mean_pressure_bar", found.MeanPressure);
        results.Set("lattice_constant_A", box.MeanLengths.X / Size.Cells);
        results.Set("mean_empty_sites", found.MeanEmptySites);
        results.Set("time_ps", end.Dynamics.Time);
        double[] curve = found.Displacement.Curve(), sites = found.SiteDisplacement.Curve();
        results.Set("lag", "ps", "lag", [.. Enumerable.Range(1, curve.Length).Select(k => k * plan.FrameInterval)]);
        results.Set("displacement", "A^2", "lag", curve);
        results.Set("site_displacement", "A^2", "lag", sites);
        return results;
    }
}
