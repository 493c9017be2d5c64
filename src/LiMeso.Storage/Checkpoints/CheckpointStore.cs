using System.Globalization;
using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5;

namespace LiMeso.Storage.Checkpoints;

/// <summary>
/// The checkpoints of a run: whole files under ever new names, <c>checkpoints/000012.h5</c>, of which the newest few are kept.
/// A cut or changed byte anywhere in one is noticed, and the one before is used instead.
/// </summary>
/// <param name="directory">The results directory; the folder <c>checkpoints</c> is created in it at the first save.</param>
/// <param name="keep">How many to keep, two at least.</param>
public sealed class CheckpointStore(string directory, int keep = 2)
{
    private readonly string _folder = Path.Combine(directory, "checkpoints");
    private readonly int _keep = keep >= 2 ? keep : throw new ArgumentOutOfRangeException(nameof(keep), keep, "two checkpoints at least must be kept.");
    private readonly HashSet<int> _unusable = [];

    /// <summary>Whether there is any checkpoint, sound or not.</summary>
    public bool Any => Numbers().Count > 0;

    /// <summary>Saves a checkpoint; it outlives a loss of power when the call returns. Older ones beyond the number kept are removed then.</summary>
    /// <param name="data">The state.</param>
    /// <returns>The new file's path.</returns>
    /// <exception cref="IOException">Cannot write.</exception>
    public string Save(CheckpointData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        bool first = !Directory.Exists(_folder);
        Directory.CreateDirectory(_folder);
        List<int> before = Numbers();
        int number = before.Count == 0 ? 0 : before[^1] + 1;
        string path = PathOf(number);
        CheckpointFile.Write(path, data);
        if (first)
            DiskSync.DirectoryOf(_folder);
        // Those found damaged do not count: two good ones must remain.
        int spare = before.Count(n => !_unusable.Contains(n)) + 1 - _keep;
        foreach (int old in before)
        {
            if (_unusable.Remove(old) || spare-- > 0)
                File.Delete(PathOf(old));
        }
        return path;
    }

    /// <summary>Loads the newest sound checkpoint.</summary>
    /// <returns>
    /// The state, null if there is no sound checkpoint; and a message for each newer one that was passed over, to be shown to the user.
    /// </returns>
    /// <exception cref="IOException">Cannot read the directory.</exception>
    public LoadedCheckpoint LoadNewest()
    {
        var messages = new List<string>();
        List<int> numbers = Numbers();
        foreach (int number in Enumerable.Reverse(numbers))
        {
            try
            {
                return new LoadedCheckpoint(CheckpointFile.Read(PathOf(number)), PathOf(number), messages);
            }
            catch (IOException problem) when (problem is not Hdf5LibraryException)
            {
                _unusable.Add(number);
                messages.Add($"{problem.Message} {(number == numbers[0] ? "No checkpoint is left." : "Falling back to the checkpoint before it.")}");
            }
        }
        return new LoadedCheckpoint(null, null, messages);
    }

    /// <summary>Removes all checkpoints, for a run that starts anew.</summary>
    /// <exception cref="IOException">Cannot delete.</exception>
    public void Clear()
    {
        foreach (int number in Numbers())
            File.Delete(PathOf(number));
        _unusable.Clear();
    }

    private string PathOf(int number) => Path.Combine(_folder, $"{number.ToString("d6", CultureInfo.InvariantCulture)}.h5");

    private List<int> Numbers()
    {
        var numbers = new List<int>();
        if (!Directory.Exists(_folder))
            return numbers;
        foreach (string path in Directory.EnumerateFiles(_folder, "*.h5"))
        {
            if (int.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                numbers.Add(number);
        }
        numbers.Sort();
        return numbers;
    }
}
