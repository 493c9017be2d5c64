using System.Globalization;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Sweeps;

/// <summary>The output directory of a sweep: a numbered directory per item, the table, and a note of which sweep it belongs to.</summary>
internal static class SweepDirectory
{
    private const string ManifestName = "sweep.txt";

    /// <summary>Name of an item's directory.</summary>
    /// <param name="number">Number of the item, from 1.</param>
    public static string NameOf(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>Takes the directory for a sweep, before any item runs.</summary>
    /// <param name="path">The directory; made when absent.</param>
    /// <param name="manifest">What the sweep is.</param>
    /// <param name="items">Number of its items.</param>
    /// <param name="options">What may happen to what is already there.</param>
    /// <returns>The lock, to be held while the sweep runs.</returns>
    /// <exception cref="InputException">The directory holds something else, or a sweep that the options do not allow to continue or replace.</exception>
    /// <exception cref="DirectoryInUseException">Another sweep is writing there.</exception>
    public static DirectoryLock Take(string path, string manifest, int items, RunOptions options)
    {
        var location = new SourceLocation(path);
        string note = Path.Combine(path, ManifestName);
        if (!File.Exists(note) && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(e => Path.GetFileName(e)[0] != '.'))
            throw new InputException(location, "the directory is not empty and holds no sweep", "Choose another with --output.");
        if (File.Exists(note) && !options.Overwrite)
        {
            if (!options.Resume) throw new InputException(location, "holds a sweep: the directory is not empty", "Continue it with --resume, begin anew with --overwrite, or choose another with --output.");
            if (File.ReadAllText(note) != manifest)
                throw new InputException(location, "holds a sweep of other values or of another input", "Repeat the command that began it, begin anew with --overwrite, or choose another with --output.");
        }

        DirectoryLock held = DirectoryLock.Acquire(path);
        AtomicFile.WriteText(note, manifest);
        foreach (string surplus in Directory.EnumerateDirectories(path).Where(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n > items))
            Directory.Delete(surplus, recursive: true);
        return held;
    }
}
