namespace LiMeso.Cases.Running;

/// <summary>What the exit code of <c>limeso</c> means.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The input cannot be used; nothing was run and nothing on disk changed.</summary>
    public const int BadInput = 2;

    /// <summary>A solver did not converge.</summary>
    public const int NotConverged = 3;

    /// <summary>Cannot read or write.</summary>
    public const int CannotReadOrWrite = 4;

    /// <summary>Interrupted by SIGINT; resumable.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by SIGTERM; resumable.</summary>
    public const int Terminated = 143;
}
