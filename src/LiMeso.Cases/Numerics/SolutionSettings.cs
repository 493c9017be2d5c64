using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.Cases.Numerics;

/// <summary>How a problem on a given mesh is solved in time.</summary>
/// <param name="Scheme">Name of the time scheme.</param>
/// <param name="Solver">Name of the linear solver.</param>
/// <param name="Tolerance">Local error allowed in a step, as a fraction of the initial concentration.</param>
/// <param name="TimeStep">Fixed time step, s; null for steps as long as the tolerance allows.</param>
/// <param name="SolverTolerance">Relative residual at which an iterative linear solver stops.</param>
public record SolutionSettings(string Scheme, string Solver, double Tolerance, double? TimeStep, double SolverTolerance)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static SolutionSettings Read(SectionReader section)
    {
        var settings = new SolutionSettings(
            section.Name("scheme", TimeSchemeKinds.All.Names, "Time scheme.", "sdirk4"),
            section.Name("solver", LinearSolvers.All.Names, "Linear solver.", "automatic"),
            section.Quantity("tolerance", QuantityKind.Number, "Local error allowed in a time step, as a fraction of the initial concentration.", "1e-7", limits: Limits.Between(1e-13, 0.1)),
            section.OptionalQuantity("time-step", QuantityKind.Time, "Fixed time step, instead of steps controlled by the tolerance.", "60 s"),
            section.Quantity("solver-tolerance", QuantityKind.Number, "Relative residual at which an iterative linear solver stops. Mass is conserved to rounding at any.", "1e-11", limits: Limits.Between(1e-14, 1e-2)));
        if (settings.TimeStep is not null) section.RefuseUnused(["tolerance"], "a fixed time step");
        return settings;
    }

    /// <summary>The simulation's options that follow.</summary>
    /// <param name="snapshotTimes">When observers receive the field, s.</param>
    /// <param name="monitors">What looks at the steps.</param>
    /// <param name="absoluteTolerance">Local error allowed in addition, mol/m³; needed when the initial field is zero everywhere.</param>
    /// <param name="threads">Threads for the linear solver.</param>
    public SimulationOptions Options(IReadOnlyList<double> snapshotTimes, IReadOnlyList<IMonitor> monitors, double absoluteTolerance = 0, int threads = 1) => new()
    {
        Scheme = TimeSchemeKinds.All[Scheme],
        Solver = LinearSolvers.All[Solver],
        SolverSettings = new LinearSolverSettings(SolverTolerance, threads),
        StepControl = TimeStep is { } step ? new FixedStep(step) : new AdaptiveStep { RelativeTolerance = Tolerance, AbsoluteTolerance = absoluteTolerance },
        SnapshotTimes = snapshotTimes,
        Monitors = monitors,
    };
}
