using LiMeso.Atomistics.Analysis;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Results;
using LiMeso.Core;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>What all runs together say: diffusivities at each temperature with errors, by size and combined, and the activation energies.</summary>
internal static class BulkSummary
{
    /// <summary>The two ways to measure a diffusivity; the first is the one that counts.</summary>
    public static readonly IReadOnlyList<string> Ways = ["displacement", "sites"];

    /// <summary>Part of the names of a size's numbers: <c>249_atoms</c>.</summary>
    /// <param name="size">The size.</param>
    public static string KeyOf(CellSize size) => FormattableString.Invariant($"{size.Sites - 1}_atoms");

    /// <summary>Part of the names of a temperature's numbers: <c>300_K</c>.</summary>
    /// <param name="temperature">K.</param>
    public static string KeyOf(double temperature) => ResultKey.Of(FormattableString.Invariant($"{temperature:0.###} K"));

    /// <summary>Records it all.</summary>
    /// <param name="results">Where to; the formation energies are there.</param>
    /// <param name="settings">The case.</param>
    /// <param name="items">The runs.</param>
    /// <param name="found">What each found.</param>
    public static void Add(ResultData results, BulkDiffusionSettings settings, IReadOnlyList<VacancyItem> items, IReadOnlyList<ResultData> found)
    {
        results.Set("temperatures", "K", "temperature", settings.Temperatures);
        foreach (IGrouping<(CellSize Size, double Temperature), (VacancyItem Item, ResultData Found)> cell in items.Zip(found).GroupBy(p => (p.First.Size, p.First.Temperature)))
            AddCell(results, cell.Key.Size, cell.Key.Temperature, SamplingPlan.Of(settings, cell.First().Item.Production), [.. cell.Select(p => p.Found)]);

        foreach (string way in Ways) AddCombined(results, settings, way);
        double simulated = items.Sum(i => i.Production);
        results.Set("simulated_time_ps", simulated);
        results.Set("atom_steps", items.Sum(i => i.Work(settings)));
        AddFits(results, settings);
        AddComparison(results, settings);
        Check(results, settings);
    }

    private static void AddCell(ResultData results, CellSize size, double temperature, SamplingPlan plan, ResultData[] runs)
    {
        string key = $"{KeyOf(size)}.{KeyOf(temperature)}", array = $"{KeyOf(size)}/{KeyOf(temperature)}";
        double counting = plan.CountingError(size, runs.Average(r => r.Number("hops"))) / Math.Sqrt(runs.Length);
        if (double.IsFinite(counting)) results.Set($"{key}.relative_counting_error", counting);
        foreach (string way in Ways)
        {
            Estimate cell = Mean(runs, way, counting);
            results.Set($"{key}.cell_diffusivity_cm2_s.{way}", cell.Value);
            results.Set($"{key}.vacancy_diffusivity_cm2_s.{way}", cell.Value * size.Sites);
            if (!double.IsFinite(cell.Error)) continue;
            results.Set($"{key}.cell_diffusivity_error_cm2_s.{way}", cell.Error);
            results.Set($"{key}.vacancy_diffusivity_error_cm2_s.{way}", cell.Error * size.Sites);
        }

        foreach (string name in (string[])["hops", "time_ps"]) results.Set($"{key}.{name}", runs.Sum(r => r.Number(name)));
        foreach (string name in (string[])["hops_per_ps", "mean_temperature_K", "mean_pressure_bar", "lattice_constant_A", "mean_empty_sites"]) results.Set($"{key}.{name}", runs.Average(r => r.Number(name)));
        double[] lag = runs[0].Values("lag");
        results.Set($"{array}/lag", "ps", $"{array}-lag", lag);
        foreach (string curve in (string[])["displacement", "site_displacement"])
            results.Set($"{array}/{curve}", "A^2", $"{array}-lag", [.. Enumerable.Range(0, lag.Length).Select(k => runs.Average(r => r.Values(curve)[k]))]);
    }

    private static Estimate Mean(ResultData[] runs, string way, double counting)
    {
        double[] values = [.. runs.Select(r => r.Number($"diffusivity_cm2_s.{way}"))];
        double[] errors = [.. runs.Where(r => r.Numbers.ContainsKey($"diffusivity_error_cm2_s.{way}")).Select(r => r.Number($"diffusivity_error_cm2_s.{way}"))];
        return Combined.Of(values, errors, counting * Math.Abs(values.Average()));
    }

    private static void AddCombined(ResultData results, BulkDiffusionSettings settings, string way)
    {
        Dictionary<double, Estimate[]> found = settings.Temperatures.ToDictionary(t => t, t => settings.Sizes.Select(s => Of(results, $"{KeyOf(s)}.{KeyOf(t)}.vacancy_diffusivity", way)).ToArray());
        SizeAgreement.Add(results, way, found);
        Estimate[] combined = [.. settings.Temperatures.Select(t => SizeAgreement.Mean(found[t]))];
        double[] values = [.. combined.Select(c => c.Value)], errors = [.. combined.Select(c => c.Error)];
        results.Set($"vacancy_diffusivity/{way}", "cm^2/s", "temperature", values);
        results.Set($"vacancy_diffusivity_error/{way}", "cm^2/s", "temperature", errors);
        foreach ((string name, string energy) in (ReadOnlySpan<(string, string)>)[("own", "formation_energy_eV.own"), ("published", "formation_energy_eV.published")])
        {
            double[] fractions = [.. settings.Temperatures.Select(t => VacancyDiffusion.EquilibriumFraction(results.Number(energy), t))];
            for (int k = 0; k < fractions.Length; k++)
            {
                string key = $"diffusivity_cm2_s.{KeyOf(settings.Temperatures[k])}.{name}.{way}";
                results.Set(key, values[k] * fractions[k]);
                if (double.IsFinite(errors[k])) results.Set($"diffusivity_error_cm2_s.{KeyOf(settings.Temperatures[k])}.{name}.{way}", errors[k] * fractions[k]);
            }
        }
    }

    private static Estimate Of(ResultData results, string key, string way) => new(
        results.Number($"{key}_cm2_s.{way}"), results.Numbers.TryGetValue($"{key}_error_cm2_s.{way}", out double error) ? error : double.NaN);

    // ln D = ln D0 − E/kT of the vacancy's own diffusivity gives the effective migration energy; the energy of formation adds to it exactly.
    private static void AddFits(ResultData results, BulkDiffusionSettings settings)
    {
        foreach (string way in Ways)
        {
            double[] values = results.Values($"vacancy_diffusivity/{way}"), errors = results.Values($"vacancy_diffusivity_error/{way}");
            if (settings.Temperatures.Count < 2 || values.Any(v => !(v > 0))) continue;
            bool weighted = errors.All(e => e > 0);
            var attribution = new Attribution(ValueStatus.Computed, BulkDataSet.SourceId);
            var fit = ArrheniusFit.Through([.. settings.Temperatures.Select((t, k) => new MeasuredPoint(t, values[k] * 1e-4, weighted ? errors[k] * 1e-4 : null, attribution))]);
            double migration = fit.Line.ActivationEnergyElectronVolt;
            results.Set($"migration_energy_eV.{way}", migration);
            // where the points scatter more than their error bars say, or bend, the energy is less certain by that ratio (Birge, Phys. Rev. 40 (1932) 207)
            if (fit.ActivationEnergyStandardErrorElectronVolt is { } error) results.Set($"migration_energy_error_eV.{way}", error * Math.Sqrt(Math.Max(1, fit.ReducedChiSquare ?? 1)));
            if (fit.ReducedChiSquare is { } chi) results.Set($"reduced_chi_square.{way}", chi);
            results.Set($"vacancy_prefactor_cm2_s.{way}", fit.Line.Prefactor * 1e4);
            results.Set($"activation_energy_eV.own.{way}", migration + results.Number("formation_energy_eV.own"));
            results.Set($"activation_energy_eV.published_formation.{way}", migration + results.Number("formation_energy_eV.published"));
        }

        if (results.Numbers.TryGetValue("migration_energy_eV.static", out double barrier)) results.Set("activation_energy_eV.static", barrier + results.Number("formation_energy_eV.own"));
        results.Set("activation_energy_eV.source", settings.Source.ActivationEnergy);
    }

    private static void AddComparison(ResultData results, BulkDiffusionSettings settings)
    {
        ReferencePoint[] points = [.. settings.Source.Points];
        results.SetList("references_in_order", points.Select(p => p.Label));
        results.Set("reference/temperature", "K", "reference", [.. points.Select(p => p.Temperature)]);
        results.Set("reference/diffusivity", "cm^2/s", "reference", [.. points.Select(p => p.Diffusivity * 1e4)]);
        results.Set("reference/error", "cm^2/s", "reference", [.. points.Select(p => (p.Error ?? double.NaN) * 1e4)]);
    }

    private static void Check(ResultData results, BulkDiffusionSettings settings)
    {
        foreach (CellSize size in settings.Sizes)
        {
            foreach (double temperature in settings.Temperatures)
            {
                string key = $"{KeyOf(size)}.{KeyOf(temperature)}";
                if (results.Number($"{key}.hops") < 50)
                    results.Warn(FormattableString.Invariant($"{size.Sites - 1} atoms at {temperature:0.###} K: {CountText.Of((long)results.Number($"{key}.hops"), "hop")} are too few for a diffusivity."));
                if (results.Number($"{key}.mean_empty_sites") > 1.5)
                    results.Warn(FormattableString.Invariant($"{size.Sites - 1} atoms at {temperature:0.###} K: {results.Number($"{key}.mean_empty_sites"):0.0} sites are empty on average where there is one vacancy: the crystal has changed."));
            }
        }
    }
}
