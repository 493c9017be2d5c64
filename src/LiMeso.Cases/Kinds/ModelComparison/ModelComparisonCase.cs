using System.Globalization;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.Depletion;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Core.Units;
using LiMeso.Transport;
using LiMeso.Transport.Data;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.ModelComparison;

/// <summary>A comparison of models and boundaries, read and checked.</summary>
internal sealed class ModelComparisonCase(ModelComparisonSettings settings, Material material) : ICase
{
    private readonly double[] _grains = [.. settings.GrainSizes.Values];

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations =>
    [
        .. material.Citations, StrippingCitations.Study, StrippingCitations.Harrison,
        .. settings.Models.Concat(settings.FurtherModels).Concat(ModelGroup.Bounds).Distinct().Where(m => m != material.ModelName)
            .GroupBy(m => PolycrystalModels.All[m].Source).Select(g => new Citation(CitationRole.Method, $"Polycrystal model {string.Join(", ", g.Select(m => $"'{m}'"))}: {g.Key}.")),
        .. settings.Points.GroupBy(p => p.Citation).Select(g => new Citation(CitationRole.Data, $"{g.Key}: {string.Join(", ", g.Select(p => $"'{p.Label}'"))}.")),
    ];

    public IReadOnlyDictionary<string, string> DataSetHashes => material.Hashes;

    public WorkEstimate Estimate() => new(
        string.Create(CultureInfo.InvariantCulture, $"{settings.Models.Count + settings.FurtherModels.Count + ModelGroup.Bounds.Count} models and "
            + $"{CountText.Of(settings.Temperatures.Count, "temperature")} over {CountText.Of(_grains.Length, "grain size")}"),
        0.3, 3_500_000);

    public ResultData Compute(RunContext run)
    {
        var results = new ResultData();
        TransportProperties properties = material.At(settings.ComparisonTemperature, settings.ComparisonLocation);
        MaterialSummary.Add(results, material, properties);
        results.Set("common_fraction", settings.CommonFraction);
        results.Set("common_fraction_formula", BoundaryFractions.All[settings.CommonFraction].Formula);
        results.Set("axes/grain-size", "m", "grain-size", _grains);
        results.Set("axes/table-grain-size", "m", "table-grain-size", settings.TableGrainSizes);
        var models = new ModelGroup(properties, BoundaryFractions.All[settings.CommonFraction]);
        AddModels(results, models, properties);
        AddAgreement(results, models, run);
        AddTemperatures(results);
        AddPoints(results);
        AddRegime(results);
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        return results;
    }

    public Report Describe(ResultData results) => new ModelComparisonReport(results, settings.Header).Write();

    private void AddModels(ResultData results, ModelGroup models, TransportProperties properties)
    {
        models.Add(results, "models", settings.Models, "grain-size", _grains);
        models.Add(results, "further", settings.FurtherModels, "grain-size", _grains);
        models.Add(results, "bounds", ModelGroup.Bounds, "grain-size", _grains);
        double[] table = [.. settings.TableGrainSizes];
        models.Add(results, "table", [.. settings.Models.Concat(settings.FurtherModels).Distinct()], "table-grain-size", table);
        results.Set("reference", "m^2/s", "grain-size", [.. _grains.Select(d => material.Evaluate(properties, d).Diffusivity)]);
        double[] reference = [.. table.Select(d => material.Evaluate(properties, d).Diffusivity)];
        results.Set("table/reference", "m^2/s", "table-grain-size", reference);
        IReadOnlyList<string> names = results.List("table_in_order");
        foreach ((string array, string key) in (ReadOnlySpan<(string, string)>)
            [("table/own-fraction", "ratio_to_reference"), ("table/common-fraction", "ratio_to_reference_with_common_fraction")])
        {
            for (int m = 0; m < names.Count; m++)
            {
                double[] row = results.Array(array).Row(m);
                for (int j = 0; j < table.Length; j++) results.Set($"models.{names[m]}.{key}.{KeyOf(table[j])}", row[j] / reference[j]);
            }
        }
    }

    // "Comparable above 100 nm", as a number: the largest over the smallest of the models named.
    private void AddAgreement(ResultData results, ModelGroup models, RunContext run)
    {
        results.SetList("comparable_in_order", settings.Comparable);
        results.Set("comparable.above_m", settings.ComparableAbove);
        foreach ((bool common, string name, string array) in (ReadOnlySpan<(bool, string, string)>)
            [(false, "comparable.with_own_fractions", "comparable/own-fraction"), (true, "comparable.with_common_fraction", "comparable/common-fraction")])
        {
            double[] spread = [.. _grains.Select(d => models.Spread(settings.Comparable, d, common))];
            results.Set(array, "", "grain-size", spread);
            results.Set($"{name}.spread_at_the_smallest_grains", spread[0]);
            results.Set($"{name}.largest_spread_above", Enumerable.Range(0, _grains.Length).Where(j => _grains[j] >= settings.ComparableAbove).Max(j => spread[j]));
            results.Set($"{name}.spread_at_the_limit", models.Spread(settings.Comparable, settings.ComparableAbove, common));
        }

        run.Log.Message(string.Create(CultureInfo.InvariantCulture,
            $"{string.Join(", ", settings.Comparable)}: within a factor of {results.Number("comparable.with_own_fractions.largest_spread_above"):g3} of each other "
                + $"from {settings.ComparableAbove * 1e9:g4} nm on"));
    }

    private void AddTemperatures(ResultData results)
    {
        results.Set("axes/temperature", "K", "temperature", settings.Temperatures);
        results.Set("temperatures/bulk", "m^2/s", "temperature", [.. settings.Temperatures.Select(t => material.At(t, settings.TemperaturesLocation).Bulk.Value)]);
        foreach (string selection in BoundarySelection.Reserved)
        {
            double[,] diffusivity = new double[settings.Temperatures.Count, _grains.Length];
            for (int t = 0; t < settings.Temperatures.Count; t++) AddBoundaries(results, selection, t, diffusivity);
            results.Set($"temperatures/{selection}", "m^2/s", "temperature", "grain-size", diffusivity);
        }
    }

    private void AddBoundaries(ResultData results, string selection, int t, double[,] diffusivity)
    {
        double temperature = settings.Temperatures[t];
        string name = $"temperatures.{KelvinKey(temperature)}.{selection}";
        if (Known(temperature, selection) is not { } properties)
        {
            for (int j = 0; j < _grains.Length; j++) diffusivity[t, j] = double.NaN;
            results.Set($"{name}.status", "not known");
            return;
        }

        results.Set($"{name}.boundary_diffusivity_m2_s", properties.Boundary.Value);
        results.Set($"{name}.boundary_over_bulk", properties.Boundary.Value / properties.Bulk.Value);
        results.Set($"{name}.width_m", properties.Width.Value);
        results.Set($"{name}.status", MaterialSummary.Words(properties.Boundary.Status));
        foreach (double d in settings.TableGrainSizes) results.Set($"{name}.effective_diffusivity_m2_s.{KeyOf(d)}", material.Evaluate(properties, d).Diffusivity);
        for (int j = 0; j < _grains.Length; j++) diffusivity[t, j] = material.Evaluate(properties, _grains[j]).Diffusivity;
    }

    // A set may know its slowest and fastest boundaries at some temperatures only.
    private TransportProperties? Known(double temperature, string selection)
    {
        if (!material.Data.Selections.Contains(selection)) return null;
        try
        {
            return material.Look(temperature, selection);
        }
        catch (Exception e) when (e is TemperatureOutOfRangeException or ModelNotApplicableException)
        {
            return null;
        }
    }

    private void AddPoints(ResultData results)
    {
        results.SetList("points_in_order", settings.Points.Select(p => p.Label));
        if (settings.Points.Count == 0) return;
        results.Set("points/temperature", "K", "point", [.. settings.Points.Select(p => p.Temperature)]);
        results.Set("points/grain-size", "m", "point", [.. settings.Points.Select(p => p.GrainSize)]);
        results.Set("points/diffusivity", "m^2/s", "point", [.. settings.Points.Select(p => p.Diffusivity)]);
        foreach (PublishedPoint point in settings.Points)
        {
            double ours = material.Evaluate(material.At(point.Temperature, settings.TemperaturesLocation), point.GrainSize).Diffusivity;
            results.Set($"points.{point.Key}.ours_m2_s", ours);
            results.Set($"points.{point.Key}.ours_over_published", ours / point.Diffusivity);
            results.Set($"points.{point.Key}.kind", point.Measured ? "measured" : "computed");
            results.Set($"points.{point.Key}.citation", point.Citation);
        }
    }

    // The shortest time after which the grains act as one effective medium: √(D_bulk t) = 1.25 d.
    private void AddRegime(ResultData results)
    {
        foreach (double temperature in settings.Temperatures)
        {
            double bulk = material.At(temperature, settings.TemperaturesLocation).Bulk.Value;
            foreach (double d in settings.TableGrainSizes)
            {
                double reach = HarrisonRegime.TypeALengthRatio * d;
                results.Set($"temperatures.{KelvinKey(temperature)}.effective_medium_after_h.{KeyOf(d)}", reach * reach / bulk / 3600);
            }
        }
    }

    private static string KeyOf(double grainSize) => ResultKey.Of(QuantityKind.Length.Format(grainSize, "um"));

    private static string KelvinKey(double temperature) => ResultKey.Of(QuantityKind.Temperature.Format(temperature, "K"));
}
