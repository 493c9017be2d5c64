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
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.DiffusionLength;

/// <summary>A map of diffusion lengths, read and checked.</summary>
internal sealed class DiffusionLengthCase(DiffusionLengthSettings settings, Material material, TransportProperties properties) : ICase
{
    private readonly double[] _grains = [.. settings.GrainSizes.Values], _times = [.. settings.Times.Values];

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations => [.. material.Citations, StrippingCitations.Study, StrippingCitations.Harrison];

    public IReadOnlyDictionary<string, string> DataSetHashes => material.Hashes;

    public WorkEstimate Estimate() => new(
        FormattableString.Invariant($"a map of {CountText.Of(_times.Length, "time")} x {CountText.Of(_grains.Length, "grain size")}, {CountText.Of(settings.Marks.Count, "marked rest")}"),
        0.3, 3_500_000 + 30L * _times.Length * _grains.Length);

    public ResultData Compute(RunContext run)
    {
        var results = new ResultData();
        MaterialSummary.Add(results, material, properties);
        AddMarks(results, run);
        double[] diffusivity = new double[_grains.Length];
        for (int j = 0; j < _grains.Length; j++)
        {
            PolycrystalResult polycrystal = material.Evaluate(properties, _grains[j]);
            diffusivity[j] = polycrystal.Diffusivity;
            foreach (string warning in polycrystal.Warnings) results.Warn(warning);
        }

        AddMap(results, diffusivity);
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        return results;
    }

    public Report Describe(ResultData results) => new DiffusionLengthReport(results, settings.Header).Write();

    private void AddMap(ResultData results, double[] diffusivity)
    {
        double[,] length = new double[_times.Length, _grains.Length], reach = new double[_times.Length, _grains.Length];
        int outside = 0;
        for (int i = 0; i < _times.Length; i++)
        {
            double bulk = Math.Sqrt(properties.Bulk.Value * _times[i]);
            for (int j = 0; j < _grains.Length; j++)
            {
                length[i, j] = Math.Sqrt(diffusivity[j] * _times[i]);
                reach[i, j] = bulk / _grains[j];
                if (reach[i, j] < HarrisonRegime.TypeALengthRatio) outside++;
            }
        }

        results.Set("axes/grain-size", "m", "grain-size", _grains);
        results.Set("axes/time", "s", "time", _times);
        results.Set("diffusivity", "m^2/s", "grain-size", diffusivity);
        results.Set("map/diffusion-length", "m", "time", "grain-size", length);
        results.Set("map/bulk-reach", "", "time", "grain-size", reach);
        results.Set("harrison.share_of_points_with_an_effective_medium", 1 - (double)outside / length.Length);
        WarnOutsideTypeA(results, (double)outside / length.Length);
    }

    private void WarnOutsideTypeA(ResultData results, double share)
    {
        string[] marks = [.. settings.Marks
            .Select(m => (m.Label, Ratio: results.Number($"marks.{m.Key}.harrison.ratio")))
            .Where(m => m.Ratio < HarrisonRegime.TypeALengthRatio)
            .Select(m => FormattableString.Invariant($"'{m.Label}' (bulk diffusion reaches {m.Ratio:g2} grain sizes)"))];
        if (share == 0 && marks.Length == 0) return;
        string also = marks.Length == 0 ? "" : $", and at {string.Join(", ", marks)}";
        string where = FormattableString.Invariant($"on {100 * share:0} % of the map, to the right of its thin line{also}");
        results.Warn(string.Create(CultureInfo.InvariantCulture,
            $"Where bulk diffusion reaches less than {HarrisonRegime.TypeALengthRatio} grain sizes no effective medium exists, and the diffusion length is a "
                + $"formal one: {where}."));
    }

    private void AddMarks(ResultData results, RunContext run)
    {
        IReadOnlyList<Rest> marks = settings.Marks;
        results.SetList("marks_in_order", marks.Select(m => m.Label));
        if (settings.Foils.Count > 0) results.Set("foils/thickness", "m", "foil", settings.Foils);
        if (marks.Count == 0) return;
        results.Set("marks/grain-size", "m", "mark", [.. marks.Select(m => m.GrainSize)]);
        results.Set("marks/time", "s", "mark", [.. marks.Select(m => m.Time)]);
        foreach (Rest mark in marks)
        {
            double diffusivity = material.Evaluate(properties, mark.GrainSize).Diffusivity, length = Math.Sqrt(diffusivity * mark.Time);
            HarrisonRegime regime = HarrisonRegime.Of(properties.Bulk.Value, mark.Time, mark.GrainSize, properties.Width.Value, properties.Segregation.Value);
            string name = $"marks.{mark.Key}";
            results.Set($"{name}.effective_diffusivity_m2_s", diffusivity);
            results.Set($"{name}.diffusion_length_um", length * 1e6);
            results.Set($"{name}.harrison.ratio", regime.Ratio);
            results.Set($"{name}.harrison.type", regime.Type.ToString());
            foreach (double foil in settings.Foils)
            {
                string across = $"{name}.foils.{ResultKey.Of(QuantityKind.Length.Format(foil, "um"))}";
                results.Set($"{across}.length_over_thickness", length / foil);
                results.Set($"{across}.time_to_cross_h", foil * foil / diffusivity / 3600);
                results.Set($"{across}.largest_grain_size_um", material.LargestGrainSize(properties, foil * foil / mark.Time) * 1e6);
            }

            run.Log.Message(FormattableString.Invariant($"{mark.Label}: sqrt(D t) = {length * 1e6:g4} um"));
        }
    }
}
