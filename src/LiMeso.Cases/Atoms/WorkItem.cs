using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Atoms;

/// <summary>
/// A part of a case with a directory, checkpoints and results of its own: done once, whatever happens to the other parts. A resumed case takes what is finished as it is, and goes on with what was interrupted.
/// </summary>
/// <remarks>An item is held by the process that works on it, and its results appear whole or not at all: killed, repeated or begun twice, it is computed once.</remarks>
internal static class WorkItem
{
    /// <summary>Folder below an item's directory for what it needs to go on after an interruption; gone when it is finished.</summary>
    public const string CheckpointFolder = "checkpoints";

    private const string ResultFile = "item.h5", HashName = "input_hash", VersionName = "version";

    /// <summary>Does the work, unless it is already done.</summary>
    /// <param name="name">Name of the item, and of its directory below <c>items</c>.</param>
    /// <param name="run">The case's run.</param>
    /// <param name="checkpointSeconds">Wall time between checkpoints.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="compute">Does the work with the options given.</param>
    /// <returns>What the work found.</returns>
    /// <exception cref="OperationCanceledException">Interrupted; a checkpoint is on disk.</exception>
    /// <exception cref="DirectoryInUseException">Another process works on this very item.</exception>
    public static ResultData Run(string name, RunContext run, double checkpointSeconds, Action<double> progress, Func<AtomRunOptions, ResultData> compute)
    {
        string? directory = run.SummaryOnly ? null : DirectoryOf(run.Directory, name);
        string hash = HashOf(run.InputHash, name);
        if (run.Resume && Finished(name, run) is { } before) return before;
        using DirectoryLock? held = directory is null ? null : DirectoryLock.Acquire(directory);
        // another process may have finished it between the first look and the lock
        if (run.Resume && Finished(name, run) is { } meanwhile) return meanwhile;

        ResultData results = compute(new AtomRunOptions(directory, hash, run.Resume, checkpointSeconds)
        {
            Say = text => run.Log.Detail($"{name}: {text}"),
            Progress = (fraction, _) => progress(fraction),
        });
        results.Set(HashName, hash);
        results.Set(VersionName, Provenance.Version);
        if (directory is null) return results;
        ResultDataFile.Write(Path.Combine(directory, ResultFile), results);
        string checkpoints = Path.Combine(directory, CheckpointFolder);
        if (Directory.Exists(checkpoints)) Directory.Delete(checkpoints, recursive: true);
        return results;
    }

    /// <summary>What a finished item found; null when it is not finished, or belongs to another input.</summary>
    /// <param name="name">Name of the item.</param>
    /// <param name="run">The case's run.</param>
    public static ResultData? Finished(string name, RunContext run) => run.SummaryOnly ? null : Finished(name, run.Directory, run.InputHash);

    /// <inheritdoc cref="Finished(string, RunContext)"/>
    /// <param name="name">Name of the item.</param>
    /// <param name="results">The case's results directory.</param>
    /// <param name="inputHash">Hash of the case's input.</param>
    public static ResultData? Finished(string name, string results, string inputHash) =>
        IsThere(name, results) && ResultDataFile.Read(FileOf(name, results)) is { } found && found.Texts[HashName] == HashOf(inputHash, name) ? found : null;

    /// <summary>Whether there are results of an item, without a look into them.</summary>
    /// <param name="name">Name of the item.</param>
    /// <param name="results">The case's results directory.</param>
    public static bool IsThere(string name, string results) => File.Exists(FileOf(name, results));

    /// <summary>The version of the program that finished an item.</summary>
    /// <param name="found">What it found.</param>
    public static string VersionOf(ResultData found) => found.Texts.TryGetValue(VersionName, out string? version) ? version : "unknown";

    private static string DirectoryOf(string results, string name) => Path.Combine(results, "items", name);

    private static string FileOf(string name, string results) => Path.Combine(DirectoryOf(results, name), ResultFile);

    private static string HashOf(string inputHash, string name) => InputHashes.OfText($"{inputHash} {name}");
}
