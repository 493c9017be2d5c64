namespace LiMeso.Storage.Files;

/// <summary>
/// Holds a directory for one process: while it lives, no other run can lock the same directory. The lock belongs to the operating system and ends
/// with the process, however that ends; the empty file <c>.lock</c> that stays behind means nothing by itself.
/// </summary>
public sealed class DirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <summary>Locks a directory, creating it if need be.</summary>
    /// <param name="directory">The directory to hold, for example a run's results.</param>
    /// <exception cref="DirectoryInUseException">Another process holds it.</exception>
    /// <exception cref="IOException">The directory cannot be created or written to.</exception>
    public static DirectoryLock Acquire(string directory)
    {
        Directory.CreateDirectory(directory);
        try
        {
            return new DirectoryLock(new FileStream(PathIn(directory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException problem) when (IsSharingViolation(problem))
        {
            throw new DirectoryInUseException(directory, problem);
        }
    }

    /// <summary>Whether someone holds a directory at this moment. Changes nothing on the disk.</summary>
    /// <param name="directory">The directory asked about; it need not exist.</param>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    public static bool IsHeld(string directory)
    {
        if (!File.Exists(PathIn(directory)))
            return false;
        try
        {
            new FileStream(PathIn(directory), FileMode.Open, FileAccess.Read, FileShare.None).Dispose();
            return false;
        }
        catch (IOException problem) when (IsSharingViolation(problem))
        {
            return true;
        }
    }

    /// <summary>Releases the directory. The file stays: deleting it could break a lock that another process has just taken.</summary>
    public void Dispose() => _file.Dispose();

    private static string PathIn(string directory) => Path.Combine(directory, ".lock");

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsSharingViolation(IOException problem) =>
        problem.GetType() == typeof(IOException) && (problem.HResult & 0xFFFF) is 11 or 35 or 32;
}
