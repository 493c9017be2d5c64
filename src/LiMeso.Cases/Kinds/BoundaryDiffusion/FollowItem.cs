using LiMeso.Atomistics;
using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Dynamics.Barostats;
using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>One run that follows the atoms of a boundary: independent of all others, resumable, and taken further where atoms moved too little and a longer time is asked for.</summary>
/// <param name="Temperature">K.</param>
/// <param name="Seed">Of its velocities.</param>
internal sealed record FollowItem(double Temperature, int Seed)
{
    /// <summary>Diffusivities of a run, by name; the first is the source's definition.</summary>
    public static readonly IReadOnlyList<string> Diffusivities = ["total", "in_plane", "x", "y", "z", "first", "second", "control", "raw", "raw_control"];

    private const string PhasesName = "phases";

    // Stages before atoms are followed.
    private const int Preparations = 2;

    // Å²/ps in cm²/s
    private const double SquareCentimetres = MetalUnits.Diffusivity * 1e4;

    /// <summary>Name of its directory.</summary>
    public string Name => FormattableString.Invariant($"{Temperature:0.###}K-seed{Seed}").Replace('.', 'p');

    /// <summary>Whether a run found all that is asked for: whatever its atoms did, unless they moved too little in a boundary that was found and are to be followed for longer. A run of a longer time counts, too.</summary>
    /// <param name="found">What it found.</param>
    /// <param name="follow">What is asked for.</param>
    public static bool IsEnough(ResultData found, FollowSettings follow) => !MayGoOn(found) || found.Number(PhasesName) >= follow.Phases.Count;

    /// <summary>Does the work, unless it is already done.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="start">The structure that it begins from.</param>
    /// <param name="potential">The potential.</param>
    /// <param name="run">The case's run.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>Numbers and curves of the run.</returns>
    /// <exception cref="OperationCanceledException">Interrupted; a checkpoint is on disk.</exception>
    public ResultData Run(BoundaryDiffusionSettings settings, ColdStructure start, IInteratomicPotential potential, RunContext run, Action<double> progress)
    {
        FollowSettings follow = settings.Diffusion!;
        return WorkItem.Run(Name, run, settings.CheckpointInterval, progress, Follow, new WorkReach(MayGoOn, found => IsEnough(found, follow)));

        ResultData Follow(AtomRunOptions options)
        {
            double[] energies = EnergiesOf(start.System, potential);
            AtomicSystem system = AddedVacancies.In(start.System, follow.Vacancies, energies, CounterRandom.Derive((ulong)Seed, 1));
            FrozenComponent[] frozen = Frozen(follow, system);
            // half of it goes into the potential energy
            ThermalVelocities.Draw(system, new DegreesOfFreedom(system.Count, frozen, momentumIsKept: true), 2 * Temperature, CounterRandom.Derive((ulong)Seed, 0));
            double known = WorkItem.Found(Name, run)?.Number(PhasesName) ?? 0;
            var box = new BoxAverage(MetalQuantities.Steps(0.5 * follow.Equilibration, settings.TimeStep));
            (int sample, _, int samplesPerBlock) = follow.Rhythm(settings.TimeStep);
            var blocks = new BlockAverages(sample, samplesPerBlock, Preparations);
            var boundaries = new BoundaryObserver(settings, system.Count, frozen.SelectMany(f => f.Atoms).ToHashSet(), RestingBoundaries.Of(start, energies, system), Preparations);
            bool HaveMovedTooLittle(AtomicSystem atoms) => boundaries.Finish(atoms).Motion == BoundaryMotion.TooLittle;
            // a phase has ended: what is found by now counts until the next one has ended
            bool AreWantedFurther(AtomicSystem atoms)
            {
                if (!HaveMovedTooLittle(atoms)) return false;
                // begun anew, because its checkpoint is gone, it has further to go before it knows more than is known
                if (known < boundaries.PhaseNumber) WorkItem.Store(Name, run, Results(boundaries, blocks, atoms, box.MeanLengths));
                return true;
            }

            AtomStage[] stages = Stages(settings, frozen, box, AreWantedFurther);
            using IForceEvaluator forces = potential.CreateEvaluator(new EvaluatorOptions());
            AtomRun.Run(system, forces, stages, _ => [box, blocks, boundaries], options with { MayGoOn = run.MayGoFurther ? HaveMovedTooLittle : null }, run.Cancellation);
            return Results(boundaries, blocks, system, box.MeanLengths);
        }
    }

    /// <summary>What does not move along y.</summary>
    /// <param name="follow">How atoms are followed.</param>
    /// <param name="system">The atoms.</param>
    public static FrozenComponent[] Frozen(FollowSettings follow, AtomicSystem system) =>
        follow.FrozenWidth == 0 ? [] : [.. FollowSettings.FrozenAt.Select(centre => FrozenComponent.Slab(system, Axis.Y, centre, follow.FrozenWidth))];

    private static double[] EnergiesOf(AtomicSystem system, IInteratomicPotential potential)
    {
        using IForceEvaluator forces = potential.CreateEvaluator(new EvaluatorOptions());
        var found = new Interactions(system.Count);
        forces.Evaluate(system, found);
        return found.AtomEnergies;
    }

    private static bool MayGoOn(ResultData found) => found.Texts["motion"] == nameof(BoundaryMotion.TooLittle);

    private AtomStage[] Stages(BoundaryDiffusionSettings settings, FrozenComponent[] frozen, BoxAverage box, Func<AtomicSystem, bool> areWantedFurther)
    {
        DynamicsSettings Dynamics(IBarostat? barostat) => new(settings.TimeStep)
        {
            Thermostat = new NoseHooverThermostat(AnnealItem.ThermostatPeriod),
            Barostat = barostat,
            Temperature = TemperatureProgram.Constant(Temperature),
            Frozen = frozen,
        };
        int Steps(double time) => MetalQuantities.Steps(time, settings.TimeStep);
        FollowSettings follow = settings.Diffusion!;
        return
        [
            new AtomStage("equilibrate", Steps(follow.Equilibration), () => Dynamics(AnnealItem.Barostat(settings))),
            new AtomStage("settle", Steps(follow.Settling), () => Dynamics(null)) { Prepare = box.Impose },
            .. follow.Phases.Select((phase, k) => new AtomStage("follow", Steps(phase.Production), () => Dynamics(null)) { IsWanted = k == 0 ? null : areWantedFurther }),
        ];
    }

    private static ResultData Results(BoundaryObserver found, BlockAverages blocks, AtomicSystem system, Vector3 lengths)
    {
        BoundaryDiffusivity diffusivity = found.Finish(system);
        var results = new ResultData();
        results.Set("time_ps", found.FollowedTime);
        results.Set(PhasesName, found.PhaseNumber);
        results.Set("fit_from_ps", found.Phase.Sampling.FitFrom);
        results.Set("fit_to_ps", found.Phase.Sampling.FitTo);
        results.Set("mean_temperature_K", found.MeanTemperature);
        foreach ((string name, double pressure, double length) in (ReadOnlySpan<(string, double, double)>)
            [("x", found.MeanPressure.X, lengths.X), ("y", found.MeanPressure.Y, lengths.Y), ("z", found.MeanPressure.Z, lengths.Z)])
        {
            results.Set($"mean_pressure_bar.{name}", pressure);
            results.Set($"box_A.{name}", length);
        }

        AddTracking(results, found, lengths.Y);
        AddDiffusivity(results, found, diffusivity);
        if (found.Order.Frames > 0) AddOrder(results, found.Order);
        blocks.Store(results);
        return results;
    }

    private static void AddTracking(ResultData results, BoundaryObserver found, double length)
    {
        IReadOnlyList<BoundaryFit> fits = found.Tracker.Fits;
        BoundaryFit[] good = [.. fits.Where(f => f.Regions is not null)];
        results.Set("tracking.intervals", fits.Count);
        results.Set("tracking.found", good.Length);
        results.SetList("tracking.failures", fits.Where(f => f.Regions is null).GroupBy(f => f.Failure).OrderBy(g => g.Key).Select(g => $"{g.Key}: {g.Count()}"));
        foreach ((string name, Func<BoundaryFit, BoundaryPeak> of) in (ReadOnlySpan<(string, Func<BoundaryFit, BoundaryPeak>)>)[("first", f => f.First), ("second", f => f.Second)])
        {
            double[] places = Unwrapped(fits, of, length);
            results.Set($"tracking/{name}_position", "A", "interval", places);
            results.Set($"tracking/{name}_width", "A", "interval", [.. fits.Select(f => f.Regions is null ? double.NaN : of(f).Width)]);
            if (good.Length == 0) continue;
            double[] known = [.. places.Where(double.IsFinite)], widths = [.. good.Select(f => of(f).Width)];
            results.Set($"width_A.{name}", widths.Average());
            if (widths.Length > 1) results.Set($"width_error_A.{name}", EinsteinFit.StandardError(widths));
            results.Set($"migration_A.{name}", known[^1] - known[0]);
            results.Set($"wandering_A.{name}", known.Max() - known.Min());
        }

        results.Set("tracking/time", "ps", "interval", [.. Enumerable.Range(1, fits.Count).Select(k => (k - 0.5) * found.TrackingInterval)]);
        if (found.Tracker.LastProfile is not { } profile) return;
        double[] centres = profile.Centres();
        results.Set("profile/place", "A", "profile-slab", [.. centres.Select(c => c * length)]);
        results.Set("profile/energy", "eV", "profile-slab", profile.Means());
        if (fits[^1].Regions is not null) results.Set("profile/fit", "eV", "profile-slab", [.. centres.Select(c => fits[^1].At(c, length))]);
    }

    // Places of a boundary in Å from fit to fit, by the shorter way.
    private static double[] Unwrapped(IReadOnlyList<BoundaryFit> fits, Func<BoundaryFit, BoundaryPeak> of, double length)
    {
        double[] places = new double[fits.Count];
        double? last = null;
        for (int k = 0; k < fits.Count; k++)
        {
            if (fits[k].Regions is null)
            {
                places[k] = double.NaN;
                continue;
            }

            double place = of(fits[k]).Centre;
            place = last is { } before ? before + place - before - Math.Round(place - before) : place > 0.75 ? place - 1 : place;
            (places[k], last) = (place * length, place);
        }

        return places;
    }

    private static void AddDiffusivity(ResultData results, BoundaryObserver found, BoundaryDiffusivity d)
    {
        Estimate[] all = [d.Total, d.InPlane, .. d.Directions, d.First, d.Second, d.Control, d.Raw, d.RawControl];
        for (int k = 0; k < all.Length; k++)
        {
            if (double.IsFinite(all[k].Value)) results.Set($"diffusivity_cm2_s.{Diffusivities[k]}", all[k].Value * SquareCentimetres);
            if (double.IsFinite(all[k].Error)) results.Set($"diffusivity_error_cm2_s.{Diffusivities[k]}", all[k].Error * SquareCentimetres);
        }

        results.Set("motion", d.Motion.ToString());
        if (double.IsFinite(d.UpperBound)) results.Set("upper_bound_cm2_s", d.UpperBound * SquareCentimetres);
        foreach ((string name, double value) in (ReadOnlySpan<(string, double)>)[("net_displacement_A2", d.NetDisplacement), ("growth_exponent", d.GrowthExponent), ("stayed", d.Stayed)])
            if (double.IsFinite(value)) results.Set(name, value);

        // where no boundary was found there is what the atoms did where it was at rest
        BoundaryDisplacement followed = d.Motion == BoundaryMotion.NoBoundary ? found.AtRest ?? found.Displacement : found.Displacement;
        BoundaryGroup[] both = [BoundaryGroup.First, BoundaryGroup.Second];
        Vector3[] boundary = followed.Curve(both), far = followed.Curve([BoundaryGroup.Far]), raw = followed.Curve(both, raw: true);
        results.Set("displacement/lag", "ps", "lag", [.. Enumerable.Range(1, boundary.Length).Select(k => k * found.FrameInterval)]);
        foreach ((string name, IEnumerable<double> curve) in (ReadOnlySpan<(string, IEnumerable<double>)>)
            [("total", boundary.Select(Sum)), ("x", boundary.Select(v => v.X)), ("y", boundary.Select(v => v.Y)), ("z", boundary.Select(v => v.Z)), ("control", far.Select(Sum)), ("raw", raw.Select(Sum))])
            results.Set($"displacement/{name}", "A^2", "lag", [.. curve]);
        results.Set("displacement/stayed", "", "lag", followed.Stayed());

        static double Sum(Vector3 v) => v.X + v.Y + v.Z;
    }

    private static void AddOrder(ResultData results, BoundaryOrder order)
    {
        results.Set("order.far_bcc", order.FarBcc);
        results.Set("order.boundary_centrosymmetry_A2", order.BoundaryCentrosymmetry);
        results.Set("order.far_centrosymmetry_A2", order.FarCentrosymmetry);
        results.Set("order.melted", order.Melted);
        results.Set("pairs/distance", "A", "pair-distance", order.BoundaryPairs.Distances());
        results.Set("pairs/boundary", "", "pair-distance", order.BoundaryPairs.Values());
        results.Set("pairs/far", "", "pair-distance", order.FarPairs.Values());
    }
}
