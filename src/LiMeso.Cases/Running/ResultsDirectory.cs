using LiMeso.Core.Input;
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
    public static ResultsDirectory? Take(string path, string inputHash, RunOptions options)
    {
        var location = new SourceLocation(path);
        RunRecord? before = Directory.Exists(path) ? RunRecord.Read(path) : null;
        if (before is null && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(e => System.IO.Path.GetFileName(e)[0] != '.'))
            throw new InputException(location, "the directory is not empty and holds no LiMeso results", "Choose another with --output.");

        if (before is not null && !options.Overwrite)
        {
            if (!options.Resume)
            {
                throw before.Status == RunStatus.Finished
                    ? new InputException(location, "holds finished results", "Replace them with --overwrite, or choose another directory with --output.")
                    : new InputException(location, "holds an unfinished run", "Continue it with --resume, or begin anew with --overwrite.");
            }

            if (before.InputHash != inputHash)
                throw new InputException(location, "holds a run of another input: the case has changed since", "Restore the input, begin anew with --overwrite, or choose another directory with --output.");
            if (before.Status == RunStatus.Finished) return null;
        }

        DirectoryLock held = DirectoryLock.Acquire(path);
        if (options.Overwrite) Clear(path);
        bool continues = options.Resume && !options.Overwrite && before is not null;
        return new ResultsDirectory(path, continues, continues ? before : null, held);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static void Clear(string path)
    {
        foreach (string entry in Directory.EnumerateFileSystemEntries(path))
        {
            if (Directory.Exists(entry)) Directory.Delete(entry, recursive: true);
            else if (System.IO.Path.GetFileName(entry) != ".lock") File.Delete(entry);
        }
    }
}
