namespace LiMeso.Cases.Running;

/// <summary>What a running case is given: where to write, how to report progress, when to stop, how many threads to use.</summary>
/// <param name="Directory">The results directory; it exists and is locked for this run.</param>
/// <param name="Log">Where lines for the user go.</param>
/// <param name="Threads">Threads to use; results do not depend on it.</param>
/// <param name="Resume">Whether to continue from the newest usable checkpoint.</param>
/// <param name="SummaryOnly">Whether to skip fields and pictures and find the numbers only, as items of a sweep do.</param>
/// <param name="InputHash">Hash of the input, stored in checkpoints.</param>
/// <param name="Cancellation">Asked for when the user interrupts: leave the last complete state on disk and throw.</param>
public sealed record RunContext(string Directory, IRunLog Log, int Threads, bool Resume, bool SummaryOnly, string InputHash, CancellationToken Cancellation)
{
    /// <summary>Whether this run may be taken further one day by an input that asks for more, as the items of a campaign are: what that needs stays on disk.</summary>
    public bool MayGoFurther { get; init; }

    /// <summary>A path inside the results directory.</summary>
    /// <param name="name">File name or relative path.</param>
    public string PathOf(string name) => Path.Combine(Directory, name);
}
