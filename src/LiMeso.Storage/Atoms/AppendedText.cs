using System.Globalization;
using System.Text;
using LiMeso.Storage.Files;

namespace LiMeso.Storage.Atoms;

/// <summary>A text file that grows at its end. Its length at a commit is what a run goes on from: the rest is cut off.</summary>
internal sealed class AppendedText : IDisposable
{
    private readonly FileStream _file;
    private readonly StreamWriter _text;
    private bool _entryIsDurable;

    private AppendedText(FileStream file)
    {
        _file = file;
        _text = new StreamWriter(file, new UTF8Encoding(false), bufferSize: 1 << 16);
    }

    public static AppendedText Begin(string path) => new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read));

    public static AppendedText Continue(string path, long length)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        if (file.Length < length)
        {
            file.Dispose();
            throw new DamagedFileException(path, FormattableString.Invariant($"its first {length} bytes had been written to the disk, and only {new FileInfo(path).Length} are there"));
        }

        file.SetLength(length);
        file.Seek(length, SeekOrigin.Begin);
        return new AppendedText(file);
    }

    public void Write(string text) => _text.Write(text);

    public void Write(char character) => _text.Write(character);

    // all digits, and a dot whatever the country
    public void Write(double value)
    {
        Span<char> digits = stackalloc char[32];
        _ = value.TryFormat(digits, out int length, "r", CultureInfo.InvariantCulture);
        _text.Write(digits[..length]);
    }

    public void Write(long value)
    {
        Span<char> digits = stackalloc char[24];
        _ = value.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        _text.Write(digits[..length]);
    }

    /// <summary>Forces everything to the disk.</summary>
    /// <returns>The length.</returns>
    public long Commit()
    {
        _text.Flush();
        _file.Flush(flushToDisk: true);
        if (!_entryIsDurable) DiskSync.DirectoryOf(_file.Name);
        _entryIsDurable = true;
        return _file.Length;
    }

    public void Dispose() => _text.Dispose();
}
