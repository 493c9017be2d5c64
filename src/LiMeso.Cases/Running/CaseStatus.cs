namespace LiMeso.Cases.Running;

/// <summary>State of a case's run as <c>run.json</c> tells it.</summary>
public enum CaseStatus
{
    /// <summary>At work, or killed.</summary>
    Running,

    /// <summary>Done.</summary>
    Finished,

    /// <summary>Stopped by the user; resumable.</summary>
    Interrupted,

    /// <summary>A solver did not converge, or a file could not be written.</summary>
    Failed,
}
