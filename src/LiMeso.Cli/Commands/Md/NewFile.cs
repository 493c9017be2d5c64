using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands.Md;

/// <summary>Files that a command writes: never over one that is there, unless told to.</summary>
internal static class NewFile
{
    /// <summary>Stops before any work is done if the file may not be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that named it.</param>
    /// <param name="overwrite">Whether it may be replaced.</param>
    /// <exception cref="InputException">It is there, or its folder is not.</exception>
    public static void Require(string path, string option, bool overwrite)
    {
        var location = new SourceLocation(option);
        if (Directory.Exists(path)) throw new InputException(location, $"'{path}' is a folder", "Give the name of a file.");
        if (File.Exists(path) && !overwrite) throw new InputException(location, $"'{path}' exists already", "Replace it with --overwrite, or choose another file.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder)) throw new InputException(location, $"there is no folder '{folder}'");
    }
}
