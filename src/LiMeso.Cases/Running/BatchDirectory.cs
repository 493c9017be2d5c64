using LiMeso.Core.Input;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Running;

/// <summary>The output directory of many runs that belong together, a sweep or a comparison: a directory per run, what they found, and a note of what the whole is.</summary>
internal static class BatchDirectory
{
    /// <summary>Takes the directory for a batch, before any run begins.</summary>
    /// <param name="path">The directory; made when absent.</param>
    /// <param name="what">What the batch is, in a word: "sweep".</param>
    /// <param name="manifest">What identifies it: it is continued only by the very same.</param>
    /// <param name="options">What may happen to what is already there.</param>
    /// <returns>The lock, to be held while the batch runs.</returns>
    /// <exception cref="InputException">The directory holds something else, or a batch that the options do not allow to continue or replace.</exception>
    /// <exception cref="DirectoryInUseException">Another process is writing there.</exception>
    public static DirectoryLock Take(string path, string what, string manifest, RunOptions options)
    {
        var location = new SourceLocation(path);
        string note = Path.Combine(path, $"{what}.txt");
        if (!File.Exists(note) && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(e => Path.GetFileName(e)[0] != '.'))
            throw new InputException(location, $"the directory is not empty and holds no {what}", "Choose another with --output.");
        if (File.Exists(note) && !options.Overwrite)
        {
            const string Otherwise = "begin anew with --overwrite, or choose another with --output.";
            if (!options.Resume) throw new InputException(location, $"holds a {what}: the directory is not empty", $"Continue it with --resume, {Otherwise}");
            if (File.ReadAllText(note) != manifest)
                throw new InputException(location, $"holds a {what} of other values or of another input", $"Repeat the command that began it, {Otherwise}");
        }

        DirectoryLock held = DirectoryLock.Acquire(path);
        AtomicFile.WriteText(note, manifest);
        return held;
    }
}
