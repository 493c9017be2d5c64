using LiMeso.Cases.Fields;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.Depletion;
using LiMeso.Cases.Numerics;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Depletion;

namespace LiMeso.Cases.Kinds.PulsedDischarge;

/// <summary>A comparison of protocols, read and checked.</summary>
internal sealed class PulsedDischargeCase(PulsedDischargeSettings settings, FoilMaterial material) : ICase
{
    private static readonly OutputSettings _output = new(Snapshots: 1, [], [], ParaView: false, CheckpointInterval: double.PositiveInfinity, CheckpointSteps: 0);

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations => [.. material.Citations, .. StrippingCitations.All, StrippingCitations.Harrison];

    public IReadOnlyDictionary<string, string> DataSetHashes => material.Hashes;

    public WorkEstimate Estimate()
    {
        int segments = settings.Protocols.Sum(p => p.Segments.Count);
        return new WorkEstimate(
            FormattableString.Invariant($"{CountText.Of(settings.Protocols.Count, "protocol")} with {CountText.Of(segments, "segment")} at most, each by 1D finite volumes with {settings.Numerics.Cells} cells and by superposition"),
            0.2 + 60 * 5 * 10e-9 * settings.Numerics.Cells * segments, 2_000_000);
    }

    public ResultData Compute(RunContext run)
    {
        var results = new ResultData();
        int n = settings.Protocols.Count;
        var runs = new (AnalyticSlab Exact, SlabRunResult Numeric)[n];
        Parallel.For(0, n, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancellation }, i =>
        {
            var problem = new SlabProblem(settings.Thickness, material.Diffusivity, settings.Concentration.Value, CurrentProgram.OfSegments(settings.Protocols[i].Segments));
            AnalyticSlab exact = AnalyticSlab.Of(problem)!;
            runs[i] = (exact, SlabRun.Run(problem, settings.Numerics, _output, exact.EndTime, run with { SummaryOnly = true, Log = SilentLog.Instance }));
        });

        results.Set("effective_diffusivity_m2_s", material.Diffusivity);
        results.Set("initial_concentration_mol_m3", settings.Concentration.Value);
        results.Set("inventory_mAh_cm2", ArealCapacity.ToMilliampHourPerSquareCentimetre(settings.Concentration.ChargeDensity * settings.Thickness));
        results.Set("protocol/end_analytic", "s", "protocol", [.. runs.Select(r => r.Exact.EndTime)]);
        results.Set("protocol/end_numeric", "s", "protocol", [.. runs.Select(r => r.Numeric.EndTime)]);
        results.Set("protocol/depleted", "", "protocol", [.. runs.Select(r => r.Exact.DepletionTime is null ? 0.0 : 1.0)]);
        results.Set("protocol/removed_analytic", "C/m^2", "protocol", [.. runs.Select(r => r.Exact.RemovedCharge)]);
        results.Set("protocol/removed_numeric", "C/m^2", "protocol", [.. runs.Select(r => r.Numeric.RemovedCharge)]);
        double largest = 0;
        for (int i = 0; i < n; i++) largest = Math.Max(largest, Add(results, run, i, runs[i].Exact, runs[i].Numeric));
        results.Set("end_time_s.largest_relative_difference", largest);
        WarnOfRegime(results, run);
        return results;
    }

    public Report Describe(ResultData results) => new PulsedDischargeReport(settings, material, results).Write();

    private double Add(ResultData results, RunContext run, int i, AnalyticSlab exact, SlabRunResult numeric)
    {
        Protocol protocol = settings.Protocols[i];
        string name = $"protocols.{i + 1}";
        results.Set($"{name}.name", protocol.Name);
        results.Set($"{name}.end_time_h", exact.EndTime / 3600);
        results.Set($"{name}.removed_mAh_cm2", ArealCapacity.ToMilliampHourPerSquareCentimetre(exact.RemovedCharge));
        double[] times = numeric.Interface.Times.ToArray();
        results.Set($"interface/{i}/time", "s", $"step-{i}", times);
        results.Set($"interface/{i}/numeric", "mol/m^3", $"step-{i}", numeric.Interface.Column(1));
        results.Set($"interface/{i}/analytic", "mol/m^3", $"step-{i}", exact.InterfaceConcentrations(times));
        if (exact.Pulses is { ExceedsInitial: true })
            results.Warn($"'{protocol.Name}': plating raised the concentration at the electrolyte above C0. The linear model allows that; a real foil grows thicker instead.");
        run.Log.Message(FormattableString.Invariant(
            $"{protocol.Name}: {(exact.DepletionTime is null ? "not depleted" : "depleted")} after {exact.EndTime / 3600:0.###} h, {ArealCapacity.ToMilliampHourPerSquareCentimetre(exact.RemovedCharge):0.###} mAh/cm2"));
        return Math.Abs(numeric.EndTime / exact.EndTime - 1);
    }

    // the shortest stretch at rest is the time in which diffusion is asked to repair the foil
    private void WarnOfRegime(ResultData results, RunContext run)
    {
        double[] rests = [.. settings.Protocols.SelectMany(p => p.Segments).Where(s => s.CurrentDensity == 0).Select(s => s.Duration)];
        if (rests.Length == 0 || material.Harrison(rests.Min()) is not { EffectiveMediumExists: false } regime) return;
        results.Warn(regime.Statement);
        run.Log.Warning(regime.Statement);
    }
}
