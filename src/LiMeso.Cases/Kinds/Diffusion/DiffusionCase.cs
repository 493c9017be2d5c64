using LiMeso.Cases.Fields;
using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Depletion;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.Storage.Export;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>A diffusion case, read and checked.</summary>
internal sealed class DiffusionCase(DiffusionSettings settings, DiffusionModel model) : ICase
{
    private const int ProfilesKept = 12, MapsKept = 6;

    private bool IsFlat => model.Problem.Mesh.Dimensions == 2;

    /// <summary>Unit of amounts, as a suffix of names: per area of cross-section, or per length of depth.</summary>
    private string Suffix => IsFlat ? "mol_m" : "mol_m2";

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations =>
    [
        .. model.Material.Citations,
        new Citation(CitationRole.Method, "S. V. Patankar, Numerical Heat Transfer and Fluid Flow, Hemisphere (1980): finite volumes with harmonic means of the diffusivity on faces"),
    ];

    public IReadOnlyDictionary<string, string> DataSetHashes => model.Material.Hashes;

    public WorkEstimate Estimate()
    {
        int cells = model.Problem.Mesh.Cells, breaks = settings.Conditions.Sum(c => c.InTime.Times.Count) + settings.Sources.Sum(s => s.InTime.Times.Count);
        double steps = settings.Solution.TimeStep is { } dt ? settings.EndTime / dt : 40 * Math.Pow(1e-7 / settings.Solution.Tolerance, 0.25) * (1 + breaks);
        return new WorkEstimate(
            FormattableString.Invariant($"{model.Problem.Mesh.Dimensions}D finite volumes, {cells} cells, about {steps:0} steps of {settings.Solution.Scheme}; {CountText.Of(settings.Output.Count, "snapshot")}"),
            0.2 + (IsFlat ? 400e-9 : 50e-9) * cells * steps + 1e-3 * settings.Output.Count,
            2_000_000 + settings.Output.Count * (3000L + 24L * cells));
    }

    public ResultData Compute(RunContext run)
    {
        var balance = new BalanceMonitor(DiffusionSettings.BalanceName);
        IMonitor[] monitors = [balance, .. settings.Monitors.Select(m => m.Create(model.Problem.Mesh))];
        using Simulation simulation = model.Simulate(monitors, run.Threads);
        FieldRunResult found = FieldRun.Run(simulation, Content(), settings.Output, settings.EndTime, settings.EndTime, run);

        var results = new ResultData();
        results.Set("end_time_s", simulation.Time);
        results.Set("end_reason", found.Outcome.Status == RunStatus.Stopped ? $"{found.Outcome.StoppedBy!.Meaning} (monitor {found.Outcome.StoppedBy.Name})" : "the end time was reached");
        results.Set("numerics.cells", model.Problem.Mesh.Cells);
        results.Set("numerics.steps", simulation.Steps);
        results.Set("numerics.mass_balance_error", balance.LargestError);
        AddAmounts(results, simulation);
        AddRegimes(results, simulation.Time, run);
        MonitorResults.Add(results, monitors);
        if (!run.SummaryOnly)
        {
            AddFields(results, found.Snapshots);
            if (settings.Output.ParaView) Exporters.All["vtk"].Export(SnapshotReader.Open(run.Directory), run.PathOf("paraview"));
        }

        run.Log.Message(FormattableString.Invariant($"{results.Texts["end_reason"]}: t = {simulation.Time:g6} s after {CountText.Of(simulation.Steps, "step")}"));
        return results;
    }

    public Report Describe(ResultData results) => new DiffusionReport(settings, model, results).Write();

    private FieldContent Content() => new(
        FormattableString.Invariant($"diffusion on {model.Problem.Mesh.CellsX} x {model.Problem.Mesh.CellsY} cells; conditions {string.Join(", ", settings.Conditions.Select(c => $"{c.Side}: {c.Kind}"))}"),
        [new FieldScalar(new FieldDescription("inventory", IsFlat ? "mol/m" : "mol/m^2"), static (in FieldView field) => field.Inventory)]);

    private void AddAmounts(ResultData results, Simulation simulation)
    {
        MassBalance books = simulation.Balance;
        results.Set($"inventory_{Suffix}.initial", books.InitialInventory);
        results.Set($"inventory_{Suffix}.final", books.Inventory);
        results.Set($"sources_{Suffix}", books.SourceAmount);
        RectilinearMesh mesh = model.Problem.Mesh;
        foreach (Side side in mesh.Sides)
        {
            string name = mesh.NameOf(side);
            SideFaces faces = mesh.FacesOf(side);
            double area = 0;
            for (int face = 0; face < faces.Count; face++) area += faces.Area(face);
            results.Set($"outflow_{Suffix}.{name}", books.Outflow(side));
            results.Set($"outflow_mAh_cm2.{name}", ArealCapacity.ToMilliampHourPerSquareCentimetre(PhysicalConstants.Faraday * books.Outflow(side) / area));
            if (books.InitialInventory > 0) results.Set($"outflow_share.{name}", books.Outflow(side) / books.InitialInventory);
        }

        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        foreach (double value in simulation.Field.Values) (lowest, highest) = (Math.Min(lowest, value), Math.Max(highest, value));
        results.Set("final_concentration_mol_m3.lowest", lowest);
        results.Set("final_concentration_mol_m3.highest", highest);
    }

    // whether the polycrystal of each layer has an effective diffusivity at all, in the time that passed
    private void AddRegimes(ResultData results, double time, RunContext run)
    {
        for (int k = 0; k < model.Material.Layers.Count; k++)
        {
            if (model.Material.Layers[k].Harrison(time) is not { } regime) continue;
            string layer = $"layers.{k + 1}";
            results.Set($"{layer}.effective_diffusivity_m2_s", model.Material.Layers[k].Diffusivity);
            results.Set($"{layer}.harrison_ratio", regime.Ratio);
            results.Set($"{layer}.harrison_type", regime.Type.ToString());
            foreach (string warning in model.Material.Layers[k].Result!.Warnings) results.Warn(warning);
            if (!regime.EffectiveMediumExists) results.Warn($"Layer {k + 1}: {regime.Statement}");
        }

        foreach (string warning in results.Warnings) run.Log.Warning(warning);
    }

    // some fields for the report; all of them are in fields.h5
    private void AddFields(ResultData results, IReadOnlyList<FieldSnapshot> snapshots)
    {
        RectilinearMesh mesh = model.Problem.Mesh;
        int last = snapshots.Count - 1, kept = Math.Min(IsFlat ? MapsKept : ProfilesKept, last + 1);
        FieldSnapshot[] chosen = [.. Enumerable.Range(0, kept).Select(k => snapshots[kept == 1 ? last : k * last / (kept - 1)])];
        ResultDimension[] cells = IsFlat ? [new("y", mesh.CellsY), new("x", mesh.CellsX)] : [new("x", mesh.CellsX)];
        results.Set("mesh/x", "m", "x", mesh.X.Centres.ToArray());
        if (mesh.Y is { } y) results.Set("mesh/y", "m", "y", y.Centres.ToArray());
        results.Set(new ResultArray("diffusivity", "m^2/s", cells, model.Problem.Diffusivity.Values.ToArray()));
        if (model.Problem.Segregation is { } factors) results.Set(new ResultArray("segregation", "1", cells, factors.Values.ToArray()));
        results.Set("field/time", "s", "field", [.. chosen.Select(s => s.Time)]);
        results.Set(new ResultArray("field/concentration", "mol/m^3", [new("field", kept), .. cells], [.. chosen.SelectMany(s => s.Concentration)]));
    }
}
