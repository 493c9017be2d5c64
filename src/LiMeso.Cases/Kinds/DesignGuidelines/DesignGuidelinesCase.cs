using System.Globalization;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.Depletion;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Core.Units;
using LiMeso.Depletion.Maps;
using LiMeso.Transport;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.DesignGuidelines;

/// <summary>Design guidelines, read and checked.</summary>
internal sealed class DesignGuidelinesCase(DesignGuidelinesSettings settings, Material material, TransportProperties properties) : ICase
{
    private readonly double[] _thicknesses = [.. settings.Thicknesses.Values], _grains = [.. settings.GrainSizes.Values];
    private readonly TargetRegion[] _regions = [.. settings.Targets.Select(t => new TargetRegion(t.Wanted, settings.Concentration.Value, material, properties))];

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations => [.. material.Citations, .. StrippingCitations.All, StrippingCitations.Harrison];

    public IReadOnlyDictionary<string, string> DataSetHashes => material.Hashes;

    public WorkEstimate Estimate()
    {
        long points = (long)settings.Targets.Count * _thicknesses.Length * _grains.Length;
        long edges = (long)settings.Targets.Count * _thicknesses.Length * (1 + settings.Utilisations.Count);
        return new WorkEstimate(
            FormattableString.Invariant($"{CountText.Of(settings.Targets.Count, "target")}: {edges} inverse problems for the edges, {points} points for the maps"),
            0.3 + 1.5e-6 * points + 3e-5 * edges, 4_000_000 + 16 * points);
    }

    public ResultData Compute(RunContext run)
    {
        var results = new ResultData();
        MaterialSummary.Add(results, material, properties, settings.Concentration);
        results.SetList("targets_in_order", settings.Targets.Select(t => t.Name));
        foreach ((DesignTarget target, TargetRegion region) in settings.Targets.Zip(_regions))
        {
            AddCorner(results, target, region);
            AddUse(results, target, region);
            AddPublished(results, target, region);
            foreach (double thickest in settings.ThickestFoils)
                results.Set($"targets.{target.Key}.largest_grain_size_um_of_foils_up_to.{KeyOf(thickest)}", region.GrainSize(thickest) * 1e6);
        }

        AddComponents(results);
        AddEdges(results);
        if (!run.SummaryOnly) AddMaps(results, run);
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        foreach ((DesignTarget target, TargetRegion region) in settings.Targets.Zip(_regions))
            run.Log.Message(string.Create(CultureInfo.InvariantCulture, $"{target.Name}: foils thicker than {region.ThinnestFoil * 1e6:g4} um with grains finer than "
                + $"{region.LargestGrainSize * 1e6:g4} um"));
        return results;
    }

    public Report Describe(ResultData results) => new DesignGuidelinesReport(results, settings.Header).Write();

    private void AddCorner(ResultData results, DesignTarget target, TargetRegion region)
    {
        string name = $"targets.{target.Key}";
        results.Set($"{name}.thinnest_foil_um", region.ThinnestFoil * 1e6);
        results.Set($"{name}.largest_grain_size_um", region.LargestGrainSize * 1e6);
        results.Set($"{name}.required_diffusivity_m2_s", region.LeastDiffusivity);
        results.Set($"{name}.current_density_mA_cm2", QuantityKind.CurrentDensity.In(target.Wanted.CurrentDensity, "mA/cm^2"));
        results.Set($"{name}.capacity_mAh_cm2", QuantityKind.ArealCapacity.In(target.Wanted.Capacity, "mAh/cm^2"));
        results.Set($"{name}.statement", material.GrainSizeFor(properties, region.LeastDiffusivity).Statement);
        if (!double.IsFinite(region.LargestGrainSize)) return;
        foreach (string warning in material.Evaluate(properties, region.LargestGrainSize).Warnings) results.Warn($"{target.Name}: {warning}");
        HarrisonRegime regime = HarrisonRegime.Of(properties.Bulk.Value, target.Wanted.Duration, region.LargestGrainSize, properties.Width.Value, properties.Segregation.Value);
        results.Set($"{name}.harrison.ratio", regime.Ratio);
        results.Set($"{name}.harrison.type", regime.Type.ToString());
        if (!regime.EffectiveMediumExists) results.Warn($"{target.Name}: {regime.Statement}");
    }

    private void AddUse(ResultData results, DesignTarget target, TargetRegion region)
    {
        foreach (double share in settings.Utilisations)
        {
            string name = FormattableString.Invariant($"targets.{target.Key}.with_{ResultKey.Of($"{100 * share:g6}")}_percent_use");
            double thickness = region.ThicknessAtUtilisation(share);
            results.Set($"{name}.thickness_um", thickness * 1e6);
            results.Set($"{name}.required_diffusivity_m2_s", region.RequiredDiffusivity(thickness));
            results.Set($"{name}.largest_grain_size_um", region.GrainSize(thickness) * 1e6);
        }
    }

    private static void AddPublished(ResultData results, DesignTarget target, TargetRegion region)
    {
        string name = $"targets.{target.Key}";
        if (target.Remark is { } remark) results.Set($"{name}.remark", remark);
        if (target.PublishedThickness is { } thickness)
        {
            results.Set($"{name}.published.thickness_um", thickness * 1e6);
            results.Set($"{name}.ratio_to_published.thickness", region.ThinnestFoil / thickness);
        }

        if (target.PublishedGrainSize is not { } grainSize) return;
        results.Set($"{name}.published.grain_size_um", grainSize * 1e6);
        results.Set($"{name}.ratio_to_published.grain_size", region.LargestGrainSize / grainSize);
        results.Set($"{name}.thinnest_foil_um_of_published_grain_size", region.ThinnestFoilOf(grainSize) * 1e6);
    }

    // the corners by each way to count the displacements of boundaries: what the choice is worth
    private void AddComponents(ResultData results)
    {
        IReadOnlyList<(BoundaryDefinition Component, TransportProperties Properties)> components = material.ComponentsAt(settings.Temperature);
        if (components.Count == 0) return;
        results.SetList("components_in_order", components.Select(c => BoundaryDefinitions.NameOf(c.Component)));
        results.Set("component", BoundaryDefinitions.NameOf(material.Component));
        foreach ((BoundaryDefinition component, TransportProperties known) in components)
        {
            string name = $"components.{ResultKey.Of(BoundaryDefinitions.NameOf(component))}";
            results.Set($"{name}.boundary_diffusivity_m2_s", known.Boundary.Value);
            foreach (DesignTarget target in settings.Targets)
                results.Set($"{name}.{target.Key}.largest_grain_size_um", new TargetRegion(target.Wanted, settings.Concentration.Value, material, known).LargestGrainSize * 1e6);
        }
    }

    private void AddEdges(ResultData results)
    {
        results.Set("axes/thickness", "m", "thickness", _thicknesses);
        results.Set("axes/grain-size", "m", "grain-size", _grains);
        results.Set("axes/utilisation", "", "utilisation", [0, .. settings.Utilisations]);
        if (settings.ThickestFoils.Count > 0) results.Set("axes/thickest-foil", "m", "thickest-foil", settings.ThickestFoils);
        double[] criteria = [0, .. settings.Utilisations];
        ResultDimension[] dimensions = [new("target", _regions.Length), new("utilisation", criteria.Length), new("thickness", _thicknesses.Length)];
        double[] diffusivity = new double[_regions.Length * criteria.Length * _thicknesses.Length], grains = new double[diffusivity.Length];
        for (int i = 0; i < diffusivity.Length; i++)
        {
            TargetRegion region = _regions[i / (criteria.Length * _thicknesses.Length)];
            (double criterion, double thickness) = (criteria[i / _thicknesses.Length % criteria.Length], _thicknesses[i % _thicknesses.Length]);
            diffusivity[i] = region.RequiredDiffusivity(thickness, criterion);
            grains[i] = region.GrainSize(thickness, criterion);
        }

        results.Set(new ResultArray("edges/required-diffusivity", "m^2/s", dimensions, diffusivity));
        results.Set(new ResultArray("edges/grain-size", "m", dimensions, grains));
    }

    // What every foil of the map yields at each target's current.
    private void AddMaps(ResultData results, RunContext run)
    {
        int columns = _thicknesses.Length, rows = _grains.Length;
        double charge = PhysicalConstants.Faraday * settings.Concentration.Value;
        double[] utilisation = new double[_regions.Length * rows * columns], capacity = new double[utilisation.Length];
        Parallel.For(0, _regions.Length * rows, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancellation }, row =>
        {
            double current = settings.Targets[row / rows].Wanted.CurrentDensity, diffusivity = material.Evaluate(properties, _grains[row % rows]).Diffusivity;
            Span<double> used = utilisation.AsSpan(row * columns, columns);
            for (int j = 0; j < columns; j++) used[j] = charge * diffusivity / (current * _thicknesses[j]);
            CapacityMap.Utilisation(used, used);
            for (int j = 0; j < columns; j++) capacity[row * columns + j] = used[j] * charge * _thicknesses[j];
        });

        ResultDimension[] dimensions = [new("target", _regions.Length), new("grain-size", rows), new("thickness", columns)];
        results.Set(new ResultArray("maps/utilisation", "", dimensions, utilisation));
        results.Set(new ResultArray("maps/capacity", "C/m^2", dimensions, capacity));
    }

    private static string KeyOf(double thickness) => ResultKey.Of(QuantityKind.Length.Format(thickness, "um"));
}
