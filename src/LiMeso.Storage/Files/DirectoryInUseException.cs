namespace LiMeso.Storage.Files;

/// <summary>Another process is writing in the directory.</summary>
/// <param name="directory">The directory asked for.</param>
/// <param name="inner">What the operating system said.</param>
public sealed class DirectoryInUseException(string directory, Exception? inner = null)
    : IOException($"'{directory}' is in use: another run is writing there. Wait for it, stop it, or choose another directory.", inner)
{
    /// <summary>The directory asked for.</summary>
    public string Directory { get; } = directory;
}
