using LiMeso.Core.Input;
using LiMeso.Storage.Checkpoints;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Running;

/// <summary>A results directory, held for one run. Deciding what may happen to what is already there comes before anything is touched.</summary>
public sealed class ResultsDirectory : IDisposable
{
    private readonly DirectoryLock _lock;

    private ResultsDirectory(string path, bool continues, RunRecord? before, DirectoryLock held)
    {
        (Path, Continues, Before, _lock) = (path, continues, before, held);
    }

    /// <summary>The directory.</summary>
    public string Path { get; }

    /// <summary>Whether an interrupted run of the same input is to be continued.</summary>
    public bool Continues { get; }

    /// <summary>The record of the run to be continued, or null.</summary>
    public RunRecord? Before { get; }

    /// <summary>Takes a directory for a run.</summary>
    /// <param name="path">The directory; made when absent.</param>
    /// <param name="inputHash">Hash of the input to be run.</param>
    /// <param name="options">What the user allows.</param>
    /// <returns>The directory; or null when the run that it holds is finished and was to be resumed: nothing is left to do.</returns>
    /// <exception cref="InputException">There are results that the options do not allow to replace, or the directory is no results directory.</exception>
    /// <exception cref="DirectoryInUseException">Another run is writing there.</exception>
    /// <remarks>
    /// After the call the run's record is to be written, then <see cref="RemoveReplaced"/> to be called: a kill at any moment then leaves either the old results
    /// or a run that can be resumed.
    /// </remarks>
    public static ResultsDirectory? Take(string path, string inputHash, RunOptions options)
    {
        // Looking at finished results needs no lock and writes nothing, unless a run that was to replace them was killed as it began.
        bool isFinished = IsFinished(RecordToGoOnFrom(path, inputHash, options), options);
        if (isFinished && !AtomicFile.HasLeftover(RecordOf(path))) return null;
        DirectoryLock held = DirectoryLock.Acquire(path);
        try
        {
            // another run may have come and gone between the first look, which leaves the disk as it is, and the lock
            RunRecord? before = RecordToGoOnFrom(path, inputHash, options);
            if (IsFinished(before, options))
            {
                AtomicFile.RemoveLeftover(RecordOf(path));
                held.Dispose();
                return null;
            }

            bool continues = before is not null && !options.Overwrite;
            // without its checkpoints a finished run is still whole; with them, a new run of the same input would continue from them
            if (!continues) new CheckpointStore(path).Clear();
            return new ResultsDirectory(path, continues, continues ? before : null, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Removes the results that a new run replaces; the new run's record is already in their place. Does nothing when a run continues.</summary>
    public void RemoveReplaced()
    {
        if (Continues) return;
        // Hidden entries are the lock, or not ours. Files go first, so that no index remains of what is gone.
        foreach (string file in Directory.EnumerateFiles(Path).Where(f => !IsHidden(f) && System.IO.Path.GetFileName(f) != RunRecord.FileName)) File.Delete(file);
        foreach (string directory in Directory.EnumerateDirectories(Path).Where(d => !IsHidden(d))) Directory.Delete(directory, recursive: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static string RecordOf(string path) => System.IO.Path.Combine(path, RunRecord.FileName);

    private static bool IsHidden(string path) => System.IO.Path.GetFileName(path)[0] == '.';

    private static bool IsFinished(RunRecord? before, RunOptions options) => before is { Status: CaseStatus.Finished } && !options.Overwrite;

    // The record of the run that the directory holds, if it may be continued, left alone or replaced; null when the directory is new.
    private static RunRecord? RecordToGoOnFrom(string path, string inputHash, RunOptions options)
    {
        var location = new SourceLocation(path);
        RunRecord? before = RunRecord.Read(path);
        if (before is null)
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(e => !IsHidden(e)))
                throw new InputException(location, "the directory is not empty and holds no LiMeso results", "Choose another with --output.");
            return null;
        }

        if (options.Overwrite) return before;
        if (!options.Resume)
        {
            if (before.Status == CaseStatus.Finished) throw new InputException(location, "holds finished results", "Replace them with --overwrite, or choose another directory with --output.");
            if (DirectoryLock.IsHeld(path)) throw new DirectoryInUseException(path);
            throw new InputException(location, "holds an unfinished run", "Continue it with --resume, or begin anew with --overwrite.");
        }

        if (before.InputHash != inputHash)
            throw new InputException(location, "holds a run of another input: the case has changed since", "Restore the input, begin anew with --overwrite, or choose another directory with --output.");
        return before;
    }
}
