using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace LiMeso.Storage.Files;

/// <summary>Forces files and directory entries to the disk.</summary>
internal static partial class DiskSync
{
    private static void File(string path)
    {
        // Only Windows wants the right to write for this.
        FileAccess access = OperatingSystem.IsWindows() ? FileAccess.ReadWrite : FileAccess.Read;
        using var handle = System.IO.File.OpenHandle(path, FileMode.Open, access, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Writes the contents of many files to the disk, several at a time: a journalling file system then settles them together.</summary>
    /// <exception cref="IOException">The disk reported an error.</exception>
    public static void Files(IReadOnlyList<string> paths)
    {
        // Threads of their own: they only wait, and the pool would add more than two or so too slowly.
        const int AtATime = 8;
        int next = -1;
        var failures = new ConcurrentQueue<Exception>();
        Thread[] threads = new Thread[Math.Min(AtATime, paths.Count) - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Work);
            threads[i].Start();
        }
        Work();
        foreach (Thread thread in threads)
            thread.Join();
        if (failures.TryPeek(out Exception? first))
            ExceptionDispatchInfo.Throw(first);

        void Work()
        {
            try
            {
                for (int i = Interlocked.Increment(ref next); i < paths.Count; i = Interlocked.Increment(ref next))
                    File(paths[i]);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                failures.Enqueue(failure);
            }
        }
    }

    /// <summary>Writes a directory's entries (creations, renames) to the disk. Windows does so with the rename itself: nothing to do there.</summary>
    /// <exception cref="IOException">The disk reported an error.</exception>
    public static void Directory(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        // .NET opens no directories, hence libc. O_RDONLY is 0 everywhere.
        int descriptor = open(path, 0);
        if (descriptor < 0)
            throw Failure("open", path);
        try
        {
            if (fsync(descriptor) != 0)
                throw Failure("fsync", path);
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    /// <summary>Writes the entry of a file or directory, its name, to the disk.</summary>
    /// <exception cref="IOException">The disk reported an error.</exception>
    public static void DirectoryOf(string path)
    {
        if (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) is { } parent)
            Directory(parent);
    }

    private static IOException Failure(string call, string path) =>
        new($"cannot write the directory '{path}' to the disk: {call}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}
