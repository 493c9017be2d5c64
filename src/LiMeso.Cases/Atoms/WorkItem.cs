using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5;

namespace LiMeso.Cases.Atoms;

/// <summary>
/// A part of a case with a directory, checkpoints and results of its own: done once, whatever happens to the other parts. A resumed case takes what is finished as it is, and goes on with what was interrupted, or has further to go.
/// </summary>
/// <remarks>An item is held by the process that works on it, and its results appear whole or not at all: killed, repeated or begun twice, it is computed once. What is damaged, or belongs to another input, is done anew.</remarks>
internal static class WorkItem
{
    /// <summary>Folder below an item's directory for what it needs to go on after an interruption; gone when it is finished, unless it may have further to go one day.</summary>
    public const string CheckpointFolder = "checkpoints";

    private const string ResultFile = "item.h5", HashName = "input_hash", VersionName = "version";

    /// <summary>Does the work, unless it is already done.</summary>
    /// <param name="name">Name of the item, and of its directory below <c>items</c>.</param>
    /// <param name="run">The case's run.</param>
    /// <param name="checkpointSeconds">Wall time between checkpoints.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="compute">Does the work with the options given.</param>
    /// <param name="reach">How far the work is to go; null where it has one end.</param>
    /// <returns>What the work found.</returns>
    /// <exception cref="OperationCanceledException">Interrupted; a checkpoint is on disk.</exception>
    /// <exception cref="DirectoryInUseException">Another process works on this very item.</exception>
    public static ResultData Run(string name, RunContext run, double checkpointSeconds, Action<double> progress, Func<AtomRunOptions, ResultData> compute, WorkReach? reach = null)
    {
        string? directory = run.SummaryOnly ? null : DirectoryOf(name, run.Directory);
        string hash = HashOf(run.InputHash, name);
        ResultData? Finished() => run.Resume && Found(name, run) is { } found && reach?.IsEnough(found) != false ? found : null;
        if (Finished() is { } before) return before;
        using DirectoryLock? held = directory is null ? null : DirectoryLock.Acquire(directory);
        // another process may have finished it between the first look and the lock
        if (Finished() is { } meanwhile) return meanwhile;
        if (directory is not null && run.Resume && File.Exists(FileOf(name, run.Directory)) && Found(name, run) is null) run.Log.Detail($"{name}: what is there is damaged, or belongs to another input: done anew.");

        ResultData results = compute(new AtomRunOptions(directory, hash, run.Resume, checkpointSeconds)
        {
            Say = text => run.Log.Detail($"{name}: {text}"),
            Progress = (fraction, _) => progress(fraction),
            ForeignCheckpointsAreLeft = true,
        });
        Store(name, run, results);
        if (directory is null || (run.MayGoFurther && reach?.MayGoOn(results) == true)) return results;
        string checkpoints = Path.Combine(directory, CheckpointFolder);
        if (Directory.Exists(checkpoints)) Directory.Delete(checkpoints, recursive: true);
        return results;
    }

    /// <summary>Stores what an item has found, in the place of what was before: in the end, or so far.</summary>
    /// <param name="name">Name of the item.</param>
    /// <param name="run">The case's run, which holds the item.</param>
    /// <param name="found">What it has found.</param>
    public static void Store(string name, RunContext run, ResultData found)
    {
        found.Set(HashName, HashOf(run.InputHash, name));
        found.Set(VersionName, Provenance.Version);
        if (!run.SummaryOnly) ResultDataFile.Write(FileOf(name, run.Directory), found);
    }

    /// <inheritdoc cref="Found(string, string, string)"/>
    /// <param name="name">Name of the item.</param>
    /// <param name="run">The case's run.</param>
    public static ResultData? Found(string name, RunContext run) => run.SummaryOnly ? null : Found(name, run.Directory, run.InputHash);

    /// <summary>What an item has found; null when there are no results yet, or they are damaged, or belong to another input.</summary>
    /// <param name="name">Name of the item.</param>
    /// <param name="results">The case's results directory.</param>
    /// <param name="inputHash">Hash of what the item depends on.</param>
    public static ResultData? Found(string name, string results, string inputHash)
    {
        string file = FileOf(name, results);
        if (!File.Exists(file)) return null;
        try
        {
            ResultData found = ResultDataFile.Read(file);
            return found.Texts.GetValueOrDefault(HashName) == HashOf(inputHash, name) ? found : null;
        }
        catch (Exception problem) when (problem is DamagedFileException or (Hdf5Exception and not Hdf5LibraryException))
        {
            return null;
        }
    }

    /// <summary>The version of the program that finished an item.</summary>
    /// <param name="found">What it found.</param>
    public static string VersionOf(ResultData found) => found.Texts.TryGetValue(VersionName, out string? version) ? version : "unknown";

    /// <summary>The directory of an item.</summary>
    /// <param name="name">Name of the item.</param>
    /// <param name="results">The case's results directory.</param>
    public static string DirectoryOf(string name, string results) => Path.Combine(results, "items", name);

    /// <summary>The file with what an item has found.</summary>
    /// <param name="name">Name of the item.</param>
    /// <param name="results">The case's results directory.</param>
    public static string FileOf(string name, string results) => Path.Combine(DirectoryOf(name, results), ResultFile);

    private static string HashOf(string inputHash, string name) => InputHashes.OfText($"{inputHash} {name}");
}
