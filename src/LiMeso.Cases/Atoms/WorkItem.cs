using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Atoms;

/// <summary>
/// A part of a case with a directory, checkpoints and results of its own: done once, whatever happens to the other parts. A resumed case takes what is finished as it is, and goes on with what was interrupted.
/// </summary>
internal static class WorkItem
{
    private const string ResultFile = "item.h5", HashName = "input_hash";

    /// <summary>Does the work, unless it is already done.</summary>
    /// <param name="name">Name of the item, and of its directory below <c>items</c>.</param>
    /// <param name="run">The case's run.</param>
    /// <param name="checkpointSeconds">Wall time between checkpoints.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="compute">Does the work with the options given.</param>
    /// <returns>What the work found.</returns>
    /// <exception cref="OperationCanceledException">Interrupted; a checkpoint is on disk.</exception>
    public static ResultData Run(string name, RunContext run, double checkpointSeconds, Action<double> progress, Func<AtomRunOptions, ResultData> compute)
    {
        string? directory = run.SummaryOnly ? null : run.PathOf($"items/{name}");
        string? finished = directory is null ? null : Path.Combine(directory, ResultFile);
        string hash = InputHashes.OfText($"{run.InputHash} {name}");
        if (run.Resume && finished is not null && File.Exists(finished) && ResultDataFile.Read(finished) is { } before && before.Texts[HashName] == hash) return before;

        if (directory is not null) Directory.CreateDirectory(directory);
        ResultData results = compute(new AtomRunOptions(directory, hash, run.Resume, checkpointSeconds)
        {
            Say = text => run.Log.Detail($"{name}: {text}"),
            Progress = (fraction, _) => progress(fraction),
        });
        results.Set(HashName, hash);
        if (finished is null) return results;
        ResultDataFile.Write(finished, results);
        string checkpoints = Path.Combine(directory!, "checkpoints");
        if (Directory.Exists(checkpoints)) Directory.Delete(checkpoints, recursive: true);
        return results;
    }
}
