using System.Globalization;
using LiMeso.Storage.Files;

namespace LiMeso.Storage.Atoms;

/// <summary>A folder with one file a frame, numbered from 0: none is ever opened again once it is there, and an entry file outside speaks of those that are on the disk.</summary>
/// <param name="directory">The directory that the folder is in.</param>
/// <param name="folder">Name of the folder.</param>
/// <param name="ending">Ending of the files: ".vtp".</param>
internal sealed class FrameFiles(string directory, string folder, string ending)
{
    private int _committed;

    /// <summary>Number of frames.</summary>
    public int Count { get; private set; }

    /// <summary>Path of a frame relative to the directory, with forward slashes.</summary>
    public string PathOf(int number) => $"{folder}/{number.ToString("d6", CultureInfo.InvariantCulture)}{ending}";

    /// <summary>Full path for the frame to come.</summary>
    public string Next() => Path.Combine(directory, PathOf(Count++));

    /// <summary>Keeps the first few frames; removes the others, the newest first, and what a killed process left unfinished.</summary>
    /// <param name="count">How many to keep.</param>
    /// <exception cref="DamagedFileException">One of those to keep is gone.</exception>
    public void Keep(int count)
    {
        string full = Path.Combine(directory, folder);
        Directory.CreateDirectory(full);
        for (int k = 0; k < count; k++)
        {
            if (!File.Exists(Path.Combine(directory, PathOf(k)))) throw new DamagedFileException(Path.Combine(directory, PathOf(k)), "it had been written to the disk, and is gone");
        }

        string[] names = [.. Directory.EnumerateFiles(full).Select(path => Path.GetFileName(path)!)];
        foreach (string name in names.Where(n => NumberOf(n) >= count).OrderByDescending(NumberOf)) File.Delete(Path.Combine(full, name));
        foreach (string name in names.Where(AtomicFile.IsTemporary)) File.Delete(Path.Combine(full, name));
        (Count, _committed) = (count, count);
    }

    /// <summary>Forces the new frames to the disk.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Commit()
    {
        if (_committed == Count) return false;
        DiskSync.Files([.. Enumerable.Range(_committed, Count - _committed).Select(k => Path.Combine(directory, PathOf(k)))]);
        DiskSync.Directory(Path.Combine(directory, folder));
        _committed = Count;
        return true;
    }

    private int? NumberOf(string name) =>
        Path.GetExtension(name) == ending && int.TryParse(Path.GetFileNameWithoutExtension(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
