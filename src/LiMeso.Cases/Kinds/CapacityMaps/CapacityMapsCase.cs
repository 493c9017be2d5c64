using System.Globalization;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.Depletion;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.Core.Units;
using LiMeso.Depletion;
using LiMeso.Depletion.Design;
using LiMeso.Depletion.Maps;
using LiMeso.Transport;
using LiMeso.Transport.Data;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.CapacityMaps;

/// <summary>Capacity maps, read and checked. Every point is the full solution.</summary>
internal sealed class CapacityMapsCase(CapacityMapsSettings settings, Material material, TransportProperties properties) : ICase
{
    private readonly double[] _thicknesses = [.. settings.Thicknesses], _currents = [.. settings.CurrentDensities.Values], _grains = [.. settings.GrainSizes.Values];

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations => [.. material.Citations, .. StrippingCitations.All, StrippingCitations.Harrison];

    public IReadOnlyDictionary<string, string> DataSetHashes => material.Hashes;

    private long Points => (long)_thicknesses.Length * _currents.Length * _grains.Length;

    public WorkEstimate Estimate() => new(
        string.Create(CultureInfo.InvariantCulture, $"{_thicknesses.Length} maps of {_currents.Length} currents x {_grains.Length} grain sizes, the full solution at each of "
            + $"{Points} points"),
        0.3 + 1.5e-6 * Points, 5_000_000 + 16 * Points);

    public ResultData Compute(RunContext run)
    {
        var results = new ResultData();
        MaterialSummary.Add(results, material, properties, settings.Concentration);
        double[] diffusivity = new double[_grains.Length];
        for (int j = 0; j < _grains.Length; j++)
        {
            PolycrystalResult polycrystal = material.Evaluate(properties, _grains[j]);
            diffusivity[j] = polycrystal.Diffusivity;
            foreach (string warning in polycrystal.Warnings) results.Warn(warning);
        }

        AddAxes(results, diffusivity);
        AddLine(results);
        AddMarks(results);
        AddMaps(results, diffusivity, run);
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        run.Log.Message(string.Create(CultureInfo.InvariantCulture, $"{Points} points; {settings.UtilisationLine:P0} of the lithium is used where D = "
            + $"{results.Number("utilisation_line.Lambda"):g4} I L/(F C0)"));
        return results;
    }

    public Report Describe(ResultData results) => new CapacityMapsReport(results, settings.Header).Write();

    private void AddAxes(ResultData results, double[] diffusivity)
    {
        results.Set("axes/thickness", "m", "thickness", _thicknesses);
        results.Set("axes/current-density", "A/m^2", "current-density", _currents);
        results.Set("axes/grain-size", "m", "grain-size", _grains);
        results.Set("diffusivity", "m^2/s", "grain-size", diffusivity);
    }

    // Rows are shared out among threads; each is computed by itself, so the bits do not depend on how many there are.
    private void AddMaps(ResultData results, double[] diffusivity, RunContext run)
    {
        int rows = _currents.Length, columns = _grains.Length;
        double[] utilisation = new double[Points], capacity = new double[Points], reach = new double[Points];
        double charge = settings.Concentration.ChargeDensity, bulk = properties.Bulk.Value;
        Parallel.For(0, _thicknesses.Length * rows, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancellation }, row =>
        {
            (double thickness, double current) = (_thicknesses[row / rows], _currents[row % rows]);
            Span<double> used = utilisation.AsSpan(row * columns, columns);
            for (int j = 0; j < columns; j++) used[j] = charge * diffusivity[j] / (current * thickness);
            CapacityMap.Utilisation(used, used);
            for (int j = 0; j < columns; j++)
            {
                int at = row * columns + j;
                capacity[at] = used[j] * charge * thickness;
                reach[at] = Math.Sqrt(bulk * capacity[at] / current) / _grains[j];
            }
        });

        WarnOutsideTypeA(results, reach);
        if (run.SummaryOnly) return;
        ResultDimension[] dimensions = [new("thickness", _thicknesses.Length), new("current-density", rows), new("grain-size", columns)];
        results.Set(new ResultArray("maps/utilisation", "", dimensions, utilisation));
        results.Set(new ResultArray("maps/capacity", "C/m^2", dimensions, capacity));
        results.Set(new ResultArray("maps/bulk-reach", "", dimensions, reach));
    }

    private void WarnOutsideTypeA(ResultData results, double[] reach)
    {
        int outside = reach.Count(ratio => ratio < HarrisonRegime.TypeALengthRatio);
        results.Set("harrison.share_of_points_with_an_effective_medium", 1 - (double)outside / reach.Length);
        if (outside == 0) return;
        double finest = Enumerable.Range(0, reach.Length).Where(i => reach[i] < HarrisonRegime.TypeALengthRatio).Min(i => _grains[i % _grains.Length]);
        results.Warn(string.Create(CultureInfo.InvariantCulture,
            $"On {100.0 * outside / reach.Length:0} % of the points, all with grains of {finest * 1e6:g3} um or more, bulk diffusion reaches less than "
                + $"{HarrisonRegime.TypeALengthRatio} grain sizes until depletion: no effective medium exists there, and the effective diffusivity is a formal "
                + $"average. The thin line in every map is the limit."));
    }

    // The emphasised contour, exactly: by inverting solution and model instead of searching the map.
    private void AddLine(ResultData results)
    {
        results.Set("utilisation_line.utilisation", settings.UtilisationLine);
        results.Set("utilisation_line.Lambda", DesignLimits.LambdaAtUtilisation(settings.UtilisationLine));
        double[,] line = new double[_thicknesses.Length, _currents.Length];
        for (int k = 0; k < _thicknesses.Length; k++)
        {
            for (int i = 0; i < _currents.Length; i++) line[k, i] = LargestGrain(_thicknesses[k], _currents[i]);
        }

        results.Set("utilisation_line/grain-size", "m", "thickness", "current-density", line);
        AddFoils(results);
    }

    private void AddFoils(ResultData results)
    {
        double[] currents = [.. RoundCurrents()], whole = [.. _thicknesses.Select(t => settings.Concentration.ChargeDensity * t)];
        double[,] largest = new double[_thicknesses.Length, currents.Length];
        for (int k = 0; k < _thicknesses.Length; k++)
        {
            string foil = $"foils.{KeyOf(_thicknesses[k])}";
            results.Set($"{foil}.whole_capacity_mAh_cm2", ArealCapacity.ToMilliampHourPerSquareCentimetre(whole[k]));
            for (int i = 0; i < currents.Length; i++)
            {
                largest[k, i] = LargestGrain(_thicknesses[k], currents[i]);
                results.Set($"{foil}.largest_grain_size_um.{ResultKey.Of($"at {QuantityKind.CurrentDensity.Format(currents[i], "mA/cm^2")}")}", largest[k, i] * 1e6);
            }
        }

        results.Set("foils/whole-capacity", "C/m^2", "thickness", whole);
        if (currents.Length == 0) return;
        results.Set("foils/current-density", "A/m^2", "round-current", currents);
        results.Set("foils/largest-grain-size", "m", "thickness", "round-current", largest);
    }

    private double LargestGrain(double thickness, double current)
    {
        double needed = DesignLimits.DiffusivityAtUtilisation(settings.UtilisationLine, current, thickness, settings.Concentration.Value);
        return material.LargestGrainSize(properties, needed);
    }

    // Powers of ten of mA/cm² on the axis.
    private IEnumerable<double> RoundCurrents() =>
        Enumerable.Range(-12, 25).Select(n => QuantityKind.CurrentDensity.Parse($"1e{n} mA/cm^2")).Where(i => i >= _currents[0] && i <= _currents[^1]);

    private void AddMarks(ResultData results)
    {
        IReadOnlyList<OperatingPoint> marks = settings.Marks;
        results.SetList("marks_in_order", marks.Select(m => m.Label));
        if (marks.Count == 0) return;
        double[,] capacity = new double[marks.Count, _thicknesses.Length], utilisation = new double[marks.Count, _thicknesses.Length];
        for (int m = 0; m < marks.Count; m++)
        {
            double diffusivity = material.Evaluate(properties, marks[m].GrainSize).Diffusivity;
            results.Set($"marks.{marks[m].Key}.effective_diffusivity_m2_s", diffusivity);
            for (int k = 0; k < _thicknesses.Length; k++)
            {
                StrippingSolution solution = new StrippingProblem(marks[m].CurrentDensity, _thicknesses[k], diffusivity, settings.Concentration.Value).Solve();
                (capacity[m, k], utilisation[m, k]) = (solution.Capacity, solution.Utilisation);
                results.Set($"marks.{marks[m].Key}.capacity_mAh_cm2.{KeyOf(_thicknesses[k])}", solution.CapacityInMilliampHourPerSquareCentimetre);
                results.Set($"marks.{marks[m].Key}.utilisation.{KeyOf(_thicknesses[k])}", solution.Utilisation);
            }
        }

        results.Set("marks/grain-size", "m", "mark", [.. marks.Select(m => m.GrainSize)]);
        results.Set("marks/current-density", "A/m^2", "mark", [.. marks.Select(m => m.CurrentDensity)]);
        results.Set("marks/capacity", "C/m^2", "mark", "thickness", capacity);
        results.Set("marks/utilisation", "", "mark", "thickness", utilisation);
    }

    private static string KeyOf(double thickness) => ResultKey.Of(QuantityKind.Length.Format(thickness, "um"));
}
