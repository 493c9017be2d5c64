namespace LiMeso.FiniteVolume;

/// <summary>Why a run ended.</summary>
public enum RunStatus
{
    /// <summary>It reached the time asked for.</summary>
    ReachedEnd,

    /// <summary>A stop condition was met.</summary>
    Stopped,

    /// <summary>It was cancelled between two steps and can be continued.</summary>
    Cancelled,
}

/// <summary>How a run ended.</summary>
/// <param name="Status">Why it ended.</param>
/// <param name="Time">Where, s.</param>
/// <param name="Steps">Steps accepted since the start of the simulation.</param>
/// <param name="StoppedBy">The stop condition that was met; null unless the status says so.</param>
public sealed record RunOutcome(RunStatus Status, double Time, long Steps, Monitors.IStopCondition? StoppedBy);
