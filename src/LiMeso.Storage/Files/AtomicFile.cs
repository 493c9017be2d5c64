using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LiMeso.Storage.Files;

/// <summary>
/// Files that appear whole or not at all: the content goes to a temporary file beside the target, which is then renamed over it.
/// A kill at any moment leaves the old file or the new one, never a part.
/// </summary>
/// <remarks>
/// The temporary's name follows from the target's (<c>.NAME.tmp</c>), so what a killed process left behind is overwritten by the next one instead of piling up.
/// Two processes must not write the same target at the same time: see <see cref="DirectoryLock"/>.
/// </remarks>
public static class AtomicFile
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Replaces or creates a file with these bytes.</summary>
    /// <param name="path">The file; its directory must exist.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="durability">What the file must outlive.</param>
    /// <exception cref="IOException">Cannot write, rename or flush.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, Durability durability = Durability.PowerLoss)
    {
        Replace(path, durability, content, static (temporary, bytes, toDisk) =>
        {
            using SafeFileHandle handle = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
            RandomAccess.Write(handle, bytes, 0);
            if (toDisk) RandomAccess.FlushToDisk(handle);
        });
    }

    /// <summary>Replaces or creates a text file, UTF-8 without a byte-order mark.</summary>
    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte}, Durability)"/>
    public static void WriteText(string path, string content, Durability durability = Durability.PowerLoss) =>
        Write(path, _utf8.GetBytes(content), durability);

    /// <summary>Replaces or creates a file with what <paramref name="write"/> writes; for content too long to hold in memory.</summary>
    /// <param name="path">The file; its directory must exist.</param>
    /// <param name="write">Writes the content to the stream and leaves it open. If it throws, the target stays as it was.</param>
    /// <param name="durability">What the file must outlive.</param>
    /// <exception cref="IOException">Cannot write, rename or flush.</exception>
    public static void Write(string path, Action<Stream> write, Durability durability = Durability.PowerLoss)
    {
        ArgumentNullException.ThrowIfNull(write);
        Replace(path, durability, write, static (temporary, write, toDisk) =>
        {
            using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
            write(stream);
            stream.Flush(toDisk);
        });
    }

    /// <summary>Whether a process that was killed while it wrote a file left its temporary behind.</summary>
    /// <param name="path">The file.</param>
    public static bool HasLeftover(string path) => File.Exists(TemporaryFor(path));

    /// <summary>Removes the temporary that a killed process left behind, if there is one. Nobody may be writing the file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">Cannot be removed.</exception>
    public static void RemoveLeftover(string path) => Discard(TemporaryFor(path));

    /// <summary>Whether a file name is that of an unfinished temporary, which readers of a directory should pass over.</summary>
    internal static bool IsTemporary(string fileName) => fileName.StartsWith('.') && fileName.EndsWith(".tmp", StringComparison.Ordinal);

    // Content may be a span, which no lambda can capture.
    private delegate void Filler<TContent>(string temporary, TContent content, bool toDisk)
        where TContent : allows ref struct;

    private static void Replace<TContent>(string path, Durability durability, TContent content, Filler<TContent> fill)
        where TContent : allows ref struct
    {
        string temporary = TemporaryFor(path);
        bool toDisk = durability == Durability.PowerLoss;
        try
        {
            fill(temporary, content, toDisk);
        }
        catch (ArgumentOutOfRangeException failure) when (IsTooLarge(failure))
        {
            Discard(temporary);
            throw new IOException($"'{path}' cannot be written: the file system, or a limit on the size of files, does not allow a file so large.", failure);
        }
        catch
        {
            Discard(temporary);
            throw;
        }

        File.Move(temporary, path, overwrite: true);
        if (toDisk) DiskSync.DirectoryOf(path);
    }

    // EFBIG (ulimit -f, the file system's own limit): .NET takes it for a wrong argument.
    private static bool IsTooLarge(ArgumentOutOfRangeException failure) => failure.TargetSite?.DeclaringType == typeof(RandomAccess);

    // A full disk is the likely cause: leave nothing behind on it.
    private static void Discard(string temporary)
    {
        if (File.Exists(temporary))
            File.Delete(temporary);
    }

    private static string TemporaryFor(string path) => Path.Combine(Path.GetDirectoryName(path) ?? "", $".{Path.GetFileName(path)}.tmp");
}
