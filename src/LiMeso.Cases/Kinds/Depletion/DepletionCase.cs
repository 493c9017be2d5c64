using LiMeso.Cases.Fields;
using LiMeso.Cases.Files;
using LiMeso.Cases.Numerics;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Core.Registries;
using LiMeso.Depletion;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.Storage.Export;
using LiMeso.Storage.Snapshots;
using LiMeso.Transport;
using LiMeso.Transport.Data;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.Depletion;

/// <summary>A depletion case, read and checked: both solutions, their difference, and what the choices of model and concentration do.</summary>
internal sealed class DepletionCase(DepletionSettings settings, FoilMaterial material, SlabProblem problem, IReadOnlyDictionary<string, string> fileHashes) : ICase
{
    private const int ProfilesKept = 12;

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations => [.. material.Citations, .. StrippingCitations.All, StrippingCitations.Harrison];

    public IReadOnlyDictionary<string, string> DataSetHashes => new Dictionary<string, string>(material.Hashes.Concat(fileHashes));

    public WorkEstimate Estimate()
    {
        NumericsSettings n = settings.Numerics;
        double steps = n.TimeStep is { } dt ? problem.ExpectedEnd / dt : 90 * Math.Pow(1e-7 / n.Tolerance, 0.25) * (1 + 2 * settings.Current.Segments.Count);
        int snapshots = settings.Output.Count;
        return new WorkEstimate(
            FormattableString.Invariant($"1D finite volumes, {n.Cells} cells, about {steps:0} steps of {n.Scheme}; {CountText.Of(snapshots, "snapshot")}; analytic solution"),
            0.2 + 5 * 10e-9 * n.Cells * steps + 1e-3 * snapshots,
            2_000_000 + snapshots * (3000L + 24L * n.Cells));
    }

    public ResultData Compute(RunContext run)
    {
        var results = new ResultData();
        AnalyticSlab? analytic = AnalyticSlab.Of(problem);
        run.Log.Message(FormattableString.Invariant($"D = {problem.Diffusivity * 1e4:g4} cm2/s, C0 = {problem.Concentration * 1e-6:g5} mol/cm3, foil of {problem.Thickness * 1e6:g4} um"));
        AddInput(results);
        AddAnalytic(results, analytic);
        AddRegime(results);
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        if (!run.SummaryOnly) AddAlternatives(results);

        IMonitor[] monitors = settings.Monitors.Count == 0 ? [] : CreateMonitors();
        SlabRunResult numeric = SlabRun.Run(problem, settings.Numerics, settings.Output, analytic?.EndTime ?? problem.ExpectedEnd, run, monitors);
        AddNumeric(results, numeric, analytic);
        MonitorResults.Add(results, monitors);
        if (!run.SummaryOnly)
        {
            AddProfiles(results, numeric, analytic);
            if (settings.Output.ParaView) Exporters.All["vtk"].Export(SnapshotReader.Open(run.Directory), run.PathOf("paraview"));
        }

        Announce(run, results);
        return results;
    }

    public Report Describe(ResultData results) => new DepletionReport(settings, material, problem, results).Write();

    private IMonitor[] CreateMonitors()
    {
        RectilinearMesh mesh = problem.Mesh(settings.Numerics.Cells);
        return [.. settings.Monitors.Select(m => m.Create(mesh))];
    }

    private void AddInput(ResultData results)
    {
        results.Set("effective_diffusivity_m2_s", problem.Diffusivity);
        results.Set("initial_concentration_mol_m3", problem.Concentration);
        if (problem.Current.Constant is { } current) results.Set("Lambda", new StrippingProblem(current, problem.Thickness, problem.Diffusivity, problem.Concentration).Lambda);
    }

    private void AddAnalytic(ResultData results, AnalyticSlab? analytic)
    {
        if (analytic is null) return;
        AddOutcome(results, "analytic", analytic.DepletionTime, analytic.RemovedCharge);
        results.Set("end_time_s.analytic", analytic.EndTime);
        if (analytic.Pulses is { ExceedsInitial: true } pulses)
            results.Warn(FormattableString.Invariant($"Plating raised the concentration at the electrolyte to {pulses.Highest.Concentration / problem.Concentration:0.###} C0. The linear model allows that; a real foil grows thicker instead."));
    }

    private void AddNumeric(ResultData results, SlabRunResult numeric, AnalyticSlab? analytic)
    {
        AddOutcome(results, "numeric", numeric.DepletionTime, numeric.RemovedCharge);
        results.Set("end_time_s.numeric", numeric.EndTime);
        results.Set("numerics.cells", settings.Numerics.Cells);
        results.Set("numerics.steps", numeric.Steps);
        results.Set("numerics.mass_balance_error", numeric.LargestBalanceError);
        double[] times = numeric.Interface.Times.ToArray();
        double[] interfaceValues = numeric.Interface.Column(1);
        results.Set("interface/time", "s", "step", times);
        results.Set("interface/numeric", "mol/m^3", "step", interfaceValues);
        if (numeric.Probes is { } probes)
        {
            for (int i = 0; i < settings.Output.Probes.Count; i++) results.Set($"probe/{i}", "mol/m^3", "step", probes.Column(i));
            results.Set("probe/depth", "m", "probe", settings.Output.Probes);
        }

        if (analytic is null) return;
        if (analytic.DepletionTime is { } exact && numeric.DepletionTime is { } found) results.Set("depletion_time_s.relative_difference", found / exact - 1);
        double[] reference = analytic.InterfaceConcentrations(times);
        results.Set("interface/analytic", "mol/m^3", "step", reference);
        results.Set("interface_difference.largest", Enumerable.Range(0, times.Length).Max(i => Math.Abs(interfaceValues[i] - reference[i])) / problem.Concentration);
    }

    private void AddOutcome(ResultData results, string road, double? depletionTime, double charge)
    {
        results.Set($"depletion_time_s.{road}", depletionTime ?? double.PositiveInfinity);
        results.Set($"depletion_time_h.{road}", (depletionTime ?? double.PositiveInfinity) / 3600);
        results.Set($"capacity_mAh_cm2.{road}", ArealCapacity.ToMilliampHourPerSquareCentimetre(charge));
        results.Set($"utilisation.{road}", charge / (PhysicalConstants.Faraday * problem.Concentration * problem.Thickness));
    }

    private void AddRegime(ResultData results)
    {
        if (material.Harrison(problem.ExpectedEnd) is not { } regime) return;
        results.Set("harrison.ratio", regime.Ratio);
        results.Set("harrison.type", regime.Type.ToString());
        foreach (string warning in material.Result!.Warnings) results.Warn(warning);
        if (!regime.EffectiveMediumExists) results.Warn(regime.Statement);
    }

    // what other models, other boundaries and other lattices would give, by the closed solution
    private void AddAlternatives(ResultData results)
    {
        if (problem.Current.Constant is not { } current) return;
        double[] lattices = [.. settings.Concentration.LatticeConstant is { } own ? [own] : Array.Empty<double>(), .. settings.ComparedLattices];
        double[] concentrations = [.. lattices.Select(InitialConcentration.FromBccLatticeConstant)];
        results.Set("lattice/constant", "m", "lattice", lattices);
        results.Set("lattice/concentration", "mol/m^3", "lattice", concentrations);
        results.Set("lattice/depletion_time", "s", "lattice", [.. concentrations.Select(c => new StrippingProblem(current, problem.Thickness, problem.Diffusivity, c).Solve().DepletionTime)]);
        if (material.Material is not { } set || material.GrainSize is not { } grainSize) return;

        foreach (Registered<IPolycrystalModel> model in PolycrystalModels.All)
        {
            try
            {
                AddAlternative(results, $"models.{model.Name}", set.Evaluate(material.Properties!, grainSize, model.Member).Diffusivity, current);
            }
            catch (ModelNotApplicableException e)
            {
                results.Set($"models.{model.Name}.problem", e.Message);
            }
        }

        foreach (string selection in set.Data.Selections)
        {
            // names of boundaries hold decimal points, which would nest in run.json
            string name = $"boundaries.{selection.Replace('.', '_')}";
            results.Set($"{name}.name", selection);
            try
            {
                AddAlternative(results, name, set.Evaluate(set.Look(settings.Temperature, selection), grainSize).Diffusivity, current);
            }
            catch (Exception e) when (e is TemperatureOutOfRangeException or ModelNotApplicableException)
            {
                // a set may know some boundaries by a bound only
                results.Set($"{name}.problem", e.Message);
            }
        }

        foreach ((BoundaryDefinition component, TransportProperties properties) in set.ComponentsAt(settings.Temperature))
        {
            string name = $"{DepletionReport.ComponentsGroup}.{ResultKey.Of(BoundaryDefinitions.NameOf(component))}";
            results.Set($"{name}.name", BoundaryDefinitions.NameOf(component));
            AddAlternative(results, name, set.Evaluate(properties, grainSize).Diffusivity, current);
        }
    }

    private void AddAlternative(ResultData results, string name, double diffusivity, double current)
    {
        StrippingSolution solution = new StrippingProblem(current, problem.Thickness, diffusivity, problem.Concentration).Solve();
        results.Set($"{name}.effective_diffusivity_m2_s", diffusivity);
        results.Set($"{name}.depletion_time_s", solution.DepletionTime);
        results.Set($"{name}.capacity_mAh_cm2", solution.CapacityInMilliampHourPerSquareCentimetre);
    }

    // a dozen profiles for the report; all of them are in fields.h5
    private void AddProfiles(ResultData results, SlabRunResult numeric, AnalyticSlab? analytic)
    {
        int last = numeric.Snapshots.Count - 1, kept = Math.Min(ProfilesKept, last + 1);
        FieldSnapshot[] chosen = [.. Enumerable.Range(0, kept).Select(k => numeric.Snapshots[kept == 1 ? 0 : k * last / (kept - 1)])];
        double[,] found = new double[kept, numeric.Centres.Length], exact = new double[kept, numeric.Centres.Length];
        double largest = 0;
        for (int k = 0; k < kept; k++)
        {
            double[]? reference = analytic?.Concentrations(numeric.Centres, Math.Min(chosen[k].Time, problem.Current.End));
            for (int i = 0; i < numeric.Centres.Length; i++)
            {
                found[k, i] = chosen[k].Concentration[i];
                exact[k, i] = reference?[i] ?? double.NaN;
                if (reference is not null) largest = Math.Max(largest, Math.Abs(found[k, i] - exact[k, i]));
            }
        }

        results.Set("profile/time", "s", "profile", [.. chosen.Select(s => s.Time)]);
        results.Set("profile/depth", "m", "cell", numeric.Centres);
        results.Set("profile/numeric", "mol/m^3", "profile", "cell", found);
        if (analytic is null) return;
        results.Set("profile/analytic", "mol/m^3", "profile", "cell", exact);
        results.Set("profile_difference.largest", largest / problem.Concentration);
    }

    private static void Announce(RunContext run, ResultData results)
    {
        double numeric = results.Number("depletion_time_s.numeric");
        string text = double.IsFinite(numeric)
            ? FormattableString.Invariant($"depleted after {numeric / 3600:0.####} h (numeric)")
            : "not depleted by the end of the current's program (numeric)";
        if (results.Numbers.TryGetValue("depletion_time_s.analytic", out double analytic) && double.IsFinite(analytic))
            text += FormattableString.Invariant($", {analytic / 3600:0.####} h (analytic), relative difference {numeric / analytic - 1:0.0e+0}");
        run.Log.Message(text);
    }
}
