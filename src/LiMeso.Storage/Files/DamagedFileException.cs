namespace LiMeso.Storage.Files;

/// <summary>A file is not what was once written: cut short, or changed.</summary>
/// <param name="path">The file.</param>
/// <param name="problem">What is wrong: "it ends after 12 bytes".</param>
public sealed class DamagedFileException(string path, string problem) : IOException($"'{path}' is damaged: {problem}.")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
