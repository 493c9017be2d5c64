using System.Globalization;
using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>What all runs together say: diffusivities at each temperature with errors over blocks and seeds, widths, and whether boundaries and grains stayed what they were.</summary>
internal static class BoundarySummary
{
    /// <summary>Part of the names of a temperature's numbers: <c>300_K</c>.</summary>
    /// <param name="temperature">K.</param>
    public static string KeyOf(double temperature) => ResultKey.Of(FormattableString.Invariant($"{temperature:0.###} K"));

    /// <summary>Whether a run found a boundary.</summary>
    /// <param name="run">The run.</param>
    public static bool HasBoundary(ResultData run) => run.Texts["motion"] != nameof(BoundaryMotion.NoBoundary);

    /// <summary>Whether a run has a diffusivity.</summary>
    /// <param name="run">The run.</param>
    public static bool IsDiffusive(ResultData run) => run.Texts["motion"] == nameof(BoundaryMotion.Diffusive);

    /// <summary>
    /// Upper bound of a run's diffusivity, cm²/s; null where there is none. Atoms that have left the boundary count on, and hardly move: of a boundary that sweeps through the crystal the displacement says D times the time that atoms
    /// were in it, and the bound is raised by the share of that. Where no boundary was found, the bound is of the atoms where it was at rest, which stay there.
    /// </summary>
    /// <param name="run">The run.</param>
    public static double? BoundOf(ResultData run) =>
        !run.Numbers.TryGetValue("upper_bound_cm2_s", out double bound) ? null : HasBoundary(run) ? bound / StayedOf(run) ?? bound : bound;

    /// <summary>Share of the time up to the end of the line that atoms are in the boundary in which they began; null where that is not known.</summary>
    /// <param name="run">The run.</param>
    public static double? StayedOf(ResultData run) =>
        run.Arrays.TryGetValue("displacement/stayed", out ResultArray? stayed) && stayed.Values.Where(double.IsFinite).DefaultIfEmpty(0).Average() is > 0 and var share ? share : null;

    /// <summary>Records it all.</summary>
    /// <param name="results">Where to.</param>
    /// <param name="settings">The case.</param>
    /// <param name="searched">What the search found; null without one.</param>
    /// <param name="structure">The structures before and after annealing.</param>
    /// <param name="start">What the runs began from.</param>
    /// <param name="items">The runs.</param>
    /// <param name="found">What each found.</param>
    public static void Add(ResultData results, BoundaryDiffusionSettings settings, ResultData? searched, ResultData structure, ColdStructure start, IReadOnlyList<FollowItem> items, IReadOnlyList<ResultData> found)
    {
        results.Set("atoms", start.System.Count);
        results.Set("vacancies_per_boundary", settings.Diffusion?.Vacancies ?? 0);
        results.Set("boundary_energy_J_m2", start.BoundaryEnergy);
        results.Set("excess_volume_A", start.ExcessVolume);
        foreach ((string name, string words) in (ReadOnlySpan<(string, string)>)[(AnnealItem.Before, "before annealing"), (AnnealItem.After, "after annealing")])
        {
            if (AnnealItem.EnergyOf(structure, name) is not (var energy and not double.NaN)) continue;
            results.Set($"{name}.boundary_energy_J_m2", energy);
            double bcc = ColdStructure.Of(structure, name, start.System.Mass).BccInside;
            results.Set($"{name}.bcc_inside_grains", bcc);
            foreach (string warning in BoundaryWarnings.OfStructure(words, bcc, energy)) results.Warn(warning);
        }

        results.Set("begins_from", AnnealItem.Start(settings, structure, start.System.Mass));
        if (searched is not null) CopySearch(results, searched);
        if (!start.Converged) results.Warn("The relaxation of the structure ended before its tolerance was reached: its energy is somewhat too high.");
        foreach (double temperature in settings.Diffusion?.Temperatures ?? [])
        {
            (FollowItem Item, ResultData Run)[] runs = [.. items.Zip(found).Where(p => p.First.Temperature == temperature).OrderBy(p => p.First.Seed)];
            AddTemperature(results, KeyOf(temperature), [.. runs.Select(r => r.Run)]);
            foreach ((FollowItem item, ResultData run) in runs)
            {
                CopyRun(results, item, run);
                foreach (string warning in BoundaryWarnings.Of(item, settings.Diffusion!, start.System.Count, run)) results.Warn(warning);
            }
        }
    }

    /// <summary>A run's result in a few words.</summary>
    /// <param name="run">The run.</param>
    public static string InWords(ResultData run) => IsDiffusive(run)
        ? string.Create(CultureInfo.InvariantCulture, $"D = {run.Number("diffusivity_cm2_s.total"):0.00e+00} cm2/s, widths {run.Number("width_A.first"):0.0} and {run.Number("width_A.second"):0.0} A")
        : BoundOf(run) is { } bound
            ? string.Create(CultureInfo.InvariantCulture, $"no diffusivity ({Reason(run.Texts["motion"])}); {(HasBoundary(run) ? "" : $"within {0.5 * RestingBoundaries.Width:0} A of where it was at rest ")}below {bound:0.00e+00} cm2/s")
            : $"no diffusivity ({Reason(run.Texts["motion"])})";

    /// <summary>What all runs at a temperature found, in a few words.</summary>
    /// <param name="results">What the case found.</param>
    /// <param name="temperature">K.</param>
    public static string InWords(ResultData results, double temperature)
    {
        string key = KeyOf(temperature);
        if (!results.Numbers.TryGetValue($"{key}.diffusivity_cm2_s.total", out double d))
            return results.Numbers.TryGetValue($"{key}.upper_bound_cm2_s", out double bound) ? string.Create(CultureInfo.InvariantCulture, $"no diffusivity, below {bound:0.00e+00} cm2/s") : "no diffusivity";
        string error = results.Numbers.TryGetValue($"{key}.diffusivity_error_cm2_s.total", out double e) ? string.Create(CultureInfo.InvariantCulture, $" +- {e:0.0e+00}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"D = {d:0.00e+00}{error} cm2/s, width {results.Number($"{key}.width_A"):0.0} A");
    }

    /// <summary>Why a run has no diffusivity, in words.</summary>
    /// <param name="motion">Name of the motion.</param>
    public static string Reason(string motion) => Enum.Parse<BoundaryMotion>(motion) switch
    {
        BoundaryMotion.TooLittle => "atoms have moved too little",
        BoundaryMotion.Slowing => "the displacement grows more slowly than in proportion to time",
        BoundaryMotion.Hastening => "the displacement grows faster than in proportion to time",
        BoundaryMotion.NoBoundary => "no boundary was found",
        _ => "diffusion",
    };

    /// <summary>Records what all runs at a temperature found.</summary>
    /// <param name="results">Where to.</param>
    /// <param name="key">Beginning of the names, see <see cref="KeyOf"/>.</param>
    /// <param name="runs">The runs, at least one, by seed.</param>
    public static void AddTemperature(ResultData results, string key, ResultData[] runs)
    {
        ResultData[] diffusive = [.. runs.Where(IsDiffusive)];
        results.Set($"{key}.runs", runs.Length);
        results.Set($"{key}.diffusive_runs", diffusive.Length);
        // a run without a diffusivity would pull the mean of the others up: then there is none at all
        if (diffusive.Length == runs.Length)
        {
            foreach (string name in FollowItem.Diffusivities)
            {
                Estimate mean = Mean(runs, $"diffusivity_cm2_s.{name}", $"diffusivity_error_cm2_s.{name}");
                if (double.IsFinite(mean.Value)) results.Set($"{key}.diffusivity_cm2_s.{name}", mean.Value);
                if (double.IsFinite(mean.Error)) results.Set($"{key}.diffusivity_error_cm2_s.{name}", mean.Error);
            }
        }
        else
        {
            // a run without a boundary that it could bound has no say; one that moves faster and faster says that nothing is known
            double?[] bounds = [.. runs.Where(r => HasBoundary(r) || BoundOf(r) is not null).Select(BoundOf)];
            if (bounds.Length > 0 && bounds.All(b => b is not null)) results.Set($"{key}.upper_bound_cm2_s", bounds.Max()!.Value);
        }

        // what was taken for a boundary in some intervals is noise where none was found
        ResultData[] tracked = [.. runs.Where(HasBoundary)];
        double[] Both(string name) => [.. tracked.SelectMany(r => (string[])["first", "second"], (r, which) => r.Numbers.TryGetValue($"{name}.{which}", out double value) ? value : double.NaN).Where(double.IsFinite)];
        double[] widths = Both("width_A");
        if (widths.Length > 0) results.Set($"{key}.width_A", widths.Average());
        // fits of one boundary follow each other closely; two boundaries may agree by chance
        if (widths.Length > 1) results.Set($"{key}.width_error_A", Math.Max(EinsteinFit.StandardError(widths), Combined.Of(widths, Both("width_error_A")).Error is var within && double.IsFinite(within) ? within : 0));
        foreach (string name in (string[])["mean_temperature_K", "mean_pressure_bar.x", "mean_pressure_bar.y", "mean_pressure_bar.z", "box_A.x", "box_A.y", "box_A.z", "order.far_bcc", "order.boundary_centrosymmetry_A2", "order.far_centrosymmetry_A2", "order.melted"])
            if (runs.All(r => r.Numbers.ContainsKey(name))) results.Set($"{key}.{name}", runs.Average(r => r.Number(name)));
        ResultData[] alike = tracked.Length > 0 ? tracked : runs;
        foreach (string name in (string[])["stayed", "net_displacement_A2"])
            if (alike.All(r => r.Numbers.ContainsKey(name))) results.Set($"{key}.{name}", alike.Average(r => r.Number(name)));
        results.Set($"{key}.time_ps", runs.Sum(r => r.Number("time_ps")));
    }

    private static Estimate Mean(ResultData[] runs, string value, string error)
    {
        double[] values = [.. runs.Select(r => r.Numbers.TryGetValue(value, out double v) ? v : double.NaN)];
        double[] errors = [.. runs.Where(r => r.Numbers.ContainsKey(error)).Select(r => r.Number(error))];
        return Combined.Of(values, errors);
    }

    private static void CopySearch(ResultData results, ResultData searched)
    {
        foreach (string name in (string[])["search.models", "search.candidates", "search.evaluations", "boundary_energy_J_m2.y", "boundary_energy_J_m2.full"])
            if (searched.Numbers.TryGetValue(name, out double value)) results.Set($"{SearchItem.Found}.{name}", value);
        foreach (string warning in searched.Warnings) results.Warn($"{SearchItem.Name}: {warning}");
    }

    private static void CopyRun(ResultData results, FollowItem item, ResultData run)
    {
        string key = $"{KeyOf(item.Temperature)}.seed_{item.Seed}", array = $"{KeyOf(item.Temperature)}/seed_{item.Seed}";
        foreach ((string name, double value) in run.Numbers) results.Set($"{key}.{name}", value);
        results.Set($"{key}.motion", run.Texts["motion"]);
        results.SetList($"{key}.tracking_failures", run.List("tracking.failures"));
        foreach (ResultArray one in run.Arrays.Values) results.Set(one with { Name = $"{array}/{one.Name}", Dimensions = [.. one.Dimensions.Select(d => d with { Name = $"{array}/{d.Name}" })] });
    }
}
