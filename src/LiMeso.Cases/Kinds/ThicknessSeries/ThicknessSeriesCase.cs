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

namespace LiMeso.Cases.Kinds.ThicknessSeries;

/// <summary>A thickness series, read and checked.</summary>
internal sealed class ThicknessSeriesCase(ThicknessSeriesSettings settings, FoilMaterial material) : ICase
{
    private const double PlateauShare = 0.98;

    // profiles at tenths of the depletion time
    private static readonly OutputSettings _output = new(Snapshots: 9, [], [], ParaView: false, CheckpointInterval: double.PositiveInfinity, CheckpointSteps: 0);

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations => [.. material.Citations, .. StrippingCitations.All, StrippingCitations.Harrison];

    public IReadOnlyDictionary<string, string> DataSetHashes => material.Hashes;

    public WorkEstimate Estimate() => new(
        FormattableString.Invariant($"{CountText.Of(settings.Thicknesses.Count, "foil")}, each by 1D finite volumes with {settings.Numerics.Cells} cells and by the closed solution"),
        0.2 + 0.01 * settings.Thicknesses.Count, 3_000_000);

    public ResultData Compute(RunContext run)
    {
        var results = new ResultData();
        int n = settings.Thicknesses.Count;
        var foils = new (SlabProblem Problem, StrippingSolution Exact, SlabRunResult Numeric)[n];
        Parallel.For(0, n, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancellation }, i =>
        {
            var problem = new SlabProblem(settings.Thicknesses[i], material.Diffusivity, settings.Concentration.Value, CurrentProgram.OfConstant(settings.CurrentDensity));
            StrippingSolution exact = Closed(settings.Thicknesses[i]).Solve();
            foils[i] = (problem, exact, SlabRun.Run(problem, settings.Numerics, _output, exact.DepletionTime, run with { SummaryOnly = true, Log = SilentLog.Instance }));
        });

        double limit = foils[0].Exact.SemiInfiniteTime;
        double[] analytic = [.. foils.Select(f => f.Exact.DepletionTime)], numeric = [.. foils.Select(f => f.Numeric.DepletionTime!.Value)];
        results.Set("effective_diffusivity_m2_s", material.Diffusivity);
        results.Set("initial_concentration_mol_m3", settings.Concentration.Value);
        results.Set("unlimited_foil.depletion_time_s", limit);
        results.Set("unlimited_foil.capacity_mAh_cm2", ArealCapacity.ToMilliampHourPerSquareCentimetre(settings.CurrentDensity * limit));
        results.Set("plateau.share", PlateauShare);
        results.Set("plateau.thickness_um", 1e6 * PlateauThickness(limit));
        results.Set("depletion_time_s.largest_relative_difference", Enumerable.Range(0, n).Max(i => Math.Abs(numeric[i] / analytic[i] - 1)));
        results.Set("foil/thickness", "m", "foil", settings.Thicknesses);
        results.Set("foil/depletion_time_analytic", "s", "foil", analytic);
        results.Set("foil/depletion_time_numeric", "s", "foil", numeric);
        results.Set("foil/utilisation", "", "foil", [.. foils.Select(f => f.Exact.Utilisation)]);
        for (int i = 0; i < n; i++)
        {
            results.Set($"foils.{Name(i)}.depletion_time_h", analytic[i] / 3600);
            results.Set($"foils.{Name(i)}.share_of_unlimited", analytic[i] / limit);
            AddProfiles(results, i, foils[i].Numeric);
        }

        AddCurve(results);
        if (material.Harrison(analytic[^1]) is { EffectiveMediumExists: false } regime)
        {
            results.Warn(regime.Statement);
            run.Log.Warning(regime.Statement);
        }

        run.Log.Message(FormattableString.Invariant($"{100 * PlateauShare:0} % of the depletion time of an unlimited foil, {limit / 3600:0.00} h, are reached with {results.Number("plateau.thickness_um"):0.0} um"));
        return results;
    }

    public Report Describe(ResultData results) => new ThicknessSeriesReport(settings, material, results).Write();

    private StrippingProblem Closed(double thickness) => new(settings.CurrentDensity, thickness, material.Diffusivity, settings.Concentration.Value);

    // t_d grows with the thickness: bisection in its logarithm
    private double PlateauThickness(double limit)
    {
        double low = 1e-9, high = 1;
        for (int i = 0; i < 200 && high / low > 1 + 1e-12; i++)
        {
            double middle = Math.Sqrt(low * high);
            if (Closed(middle).Solve().DepletionTime < PlateauShare * limit) low = middle;
            else high = middle;
        }

        return Math.Sqrt(low * high);
    }

    private static void AddProfiles(ResultData results, int foil, SlabRunResult numeric)
    {
        double[,] values = new double[numeric.Snapshots.Count, numeric.Centres.Length];
        for (int k = 0; k < numeric.Snapshots.Count; k++)
        {
            for (int i = 0; i < numeric.Centres.Length; i++) values[k, i] = numeric.Snapshots[k].Concentration[i];
        }

        results.Set($"profile/{foil}/time", "s", $"profile-{foil}", [.. numeric.Snapshots.Select(s => s.Time)]);
        results.Set($"profile/{foil}/depth", "m", $"cell-{foil}", numeric.Centres);
        results.Set($"profile/{foil}/concentration", "mol/m^3", $"profile-{foil}", $"cell-{foil}", values);
    }

    private void AddCurve(ResultData results)
    {
        const int Points = 200;
        double from = settings.Thicknesses[0] / 2, to = settings.Thicknesses[^1] * 1.1;
        double[] thickness = [.. Enumerable.Range(0, Points).Select(i => from + (to - from) * i / (Points - 1))];
        results.Set("curve/thickness", "m", "curve", thickness);
        results.Set("curve/depletion_time", "s", "curve", [.. thickness.Select(l => Closed(l).Solve().DepletionTime)]);
        results.Set("curve/all_lithium", "s", "curve", [.. thickness.Select(l => Closed(l).Inventory / settings.CurrentDensity)]);
    }

    private string Name(int foil) => FormattableString.Invariant($"{settings.Thicknesses[foil] * 1e6:0.###}um").Replace('.', '_');
}
