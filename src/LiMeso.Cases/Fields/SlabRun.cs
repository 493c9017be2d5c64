using LiMeso.Cases.Numerics;
using LiMeso.Cases.Running;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Cases.Fields;

/// <summary>Runs a foil in finite volumes with all that a run of a case needs: log lines, progress, snapshots, checkpoints, resuming.</summary>
public static class SlabRun
{
    /// <summary>Names that the monitors of a case cannot have, because every run of a foil has monitors of these names.</summary>
    public static readonly IReadOnlyList<string> MonitorNames = ["depletion", BalanceName, InterfaceName, ProbesName];

    private const string BalanceName = "mass-balance", InterfaceName = "interface", ProbesName = "probes";

    /// <summary>Runs a foil until it is depleted or its current's program ends.</summary>
    /// <param name="problem">The foil.</param>
    /// <param name="numerics">How to solve.</param>
    /// <param name="output">What to write.</param>
    /// <param name="expectedEnd">About when the run will end, s: spreads snapshots and measures progress.</param>
    /// <param name="run">Where to write, how to report, when to stop.</param>
    /// <param name="monitors">What else looks at the steps; null for nothing.</param>
    /// <exception cref="SimulationFailedException">No step that is short enough succeeds.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; a checkpoint is on disk.</exception>
    public static SlabRunResult Run(
        SlabProblem problem, NumericsSettings numerics, OutputSettings output, double expectedEnd, RunContext run, IReadOnlyList<IMonitor>? monitors = null)
    {
        var balance = new BalanceMonitor(BalanceName);
        var side = new SideProbe(InterfaceName, Side.XMin);
        PointProbe? probes = output.Probes.Count == 0 ? null : new PointProbe(ProbesName, [.. output.Probes.Select(x => new Point(x))]);
        IReadOnlyList<IMonitor> all = [balance, side, .. probes is null ? Array.Empty<IMonitor>() : [probes], .. monitors ?? []];
        (Simulation simulation, InterfaceDepletionMonitor depletion) = problem.Simulate(numerics, output.TimesUntil(expectedEnd), all);
        FieldRunResult found = FieldRun.Run(simulation, Content(problem), output, problem.Horizon, expectedEnd, run);
        return new SlabRunResult(
            depletion.DepletionTime, simulation.Time, simulation.Steps, balance.LargestError,
            PhysicalConstants.Faraday * simulation.Balance.Outflow(Side.XMin), simulation.Problem.Mesh.X.Centres.ToArray(),
            side.Series, probes?.Series, found.Snapshots);
    }

    private static FieldContent Content(SlabProblem problem) => new(
        FormattableString.Invariant($"foil of {problem.Thickness:R} m, D = {problem.Diffusivity:R} m^2/s, C0 = {problem.Concentration:R} mol/m^3; electrolyte at x = 0"),
        [new FieldScalar(new FieldDescription("interface_concentration", "mol/m^3"), static (in FieldView field) => field.OnSide(Side.XMin))]);
}
