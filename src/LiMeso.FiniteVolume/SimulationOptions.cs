using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume;

/// <summary>How a problem is solved. Every part has a default.</summary>
public sealed class SimulationOptions
{
    /// <summary>The time scheme.</summary>
    public ITimeScheme Scheme { get; init; } = TimeSchemeKinds.All["sdirk4"];

    /// <summary>How long steps are.</summary>
    public IStepControl StepControl { get; init; } = new AdaptiveStep();

    /// <summary>The solver of the implicit equations.</summary>
    public LinearSolverFactory Solver { get; init; } = LinearSolvers.All["automatic"];

    /// <summary>What the solver is told.</summary>
    public LinearSolverSettings SolverSettings { get; init; } = new();

    /// <summary>What looks at each step, and may stop the run.</summary>
    public IReadOnlyList<IMonitor> Monitors { get; init; } = [];

    /// <summary>
    /// Times at which observers receive the solution, increasing, s. A snapshot inside a step comes from a shorter step taken
    /// from the same start and thrown away: it is as accurate as the solution, conserves mass, and changes nothing else.
    /// </summary>
    public IReadOnlyList<double> SnapshotTimes { get; init; } = [];

    /// <summary>Time of the initial field, s.</summary>
    public double StartTime { get; init; }
}
