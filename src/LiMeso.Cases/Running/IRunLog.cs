namespace LiMeso.Cases.Running;

/// <summary>Where a run tells what it does: the log file, and through it the terminal.</summary>
public interface IRunLog
{
    /// <summary>A line for the log and the terminal.</summary>
    /// <param name="text">The line.</param>
    void Message(string text);

    /// <summary>A warning for the log and the terminal.</summary>
    /// <param name="text">One sentence.</param>
    void Warning(string text);

    /// <summary>A line for the log alone: one per step, say.</summary>
    /// <param name="text">The line.</param>
    void Detail(string text);

    /// <summary>How far the run has come.</summary>
    /// <param name="fraction">Between 0 and 1.</param>
    /// <param name="text">What is going on, in a few words.</param>
    void Progress(double fraction, string text);
}
