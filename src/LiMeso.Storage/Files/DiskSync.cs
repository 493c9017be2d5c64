using System.Runtime.InteropServices;

namespace LiMeso.Storage.Files;

/// <summary>Forces files and directory entries to the disk.</summary>
internal static partial class DiskSync
{
    /// <summary>Writes a file's contents to the disk. Cheap if they are there already.</summary>
    /// <exception cref="IOException">The disk reported an error.</exception>
    public static void File(string path)
    {
        // Only Windows wants the right to write for this.
        FileAccess access = OperatingSystem.IsWindows() ? FileAccess.ReadWrite : FileAccess.Read;
        using var handle = System.IO.File.OpenHandle(path, FileMode.Open, access, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
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

    private static IOException Failure(string call, string path) =>
        new($"cannot write the directory '{path}' to the disk: {call}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}
