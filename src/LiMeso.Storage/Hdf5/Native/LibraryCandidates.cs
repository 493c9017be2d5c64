using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>Under which names the HDF5 C library may be found, in the order of trying.</summary>
internal static class LibraryCandidates
{
    /// <summary>Environment variables that name the library; the first one set decides alone.</summary>
    public static readonly string[] Variables = ["LIMESO_HDF5_LIBRARY", "HDF5_LIBRARY"];

    // The number in a shared library's name belongs to a release: 1.10 has 100 to 103, 1.12 has 200, 1.14 has 300 and 310, 2.0 has 320.
    private static readonly string[] _releases = ["320", "310", "300", "200", "103", "101", "100"];

    /// <summary>The library that the environment names, with the variable's name; null if none does.</summary>
    /// <param name="environment">Looks a variable up.</param>
    public static (string Variable, string Library)? Named(Func<string, string?> environment)
    {
        foreach (string variable in Variables)
        {
            if (environment(variable) is { Length: > 0 } library)
                return (variable, library);
        }
        return null;
    }

    /// <summary>Names and paths to try on a platform when the environment names none.</summary>
    /// <param name="platform">Linux, OSX or Windows; others are taken for Linux.</param>
    /// <param name="environment">Looks a variable up; <c>CONDA_PREFIX</c> and <c>ProgramFiles</c> matter.</param>
    public static IEnumerable<string> For(OSPlatform platform, Func<string, string?> environment)
    {
        string? conda = environment("CONDA_PREFIX") is { Length: > 0 } prefix ? prefix : null;
        if (platform == OSPlatform.Windows)
            return Windows(conda, environment("ProgramFiles"));
        return platform == OSPlatform.OSX ? MacOs(conda) : Linux(conda);
    }

    private static IEnumerable<string> Linux(string? conda)
    {
        // Debian and Ubuntu tell serial and MPI builds apart by name; Fedora, Arch, SUSE and conda call the serial one plainly libhdf5.
        foreach (string stem in (string[])["libhdf5_serial.so", "libhdf5.so"])
        {
            foreach (string release in _releases)
                yield return $"{stem}.{release}";
            yield return stem;
        }
        if (conda is null)
            yield break;
        foreach (string release in _releases)
            yield return Path.Combine(conda, "lib", $"libhdf5.so.{release}");
        yield return Path.Combine(conda, "lib", "libhdf5.so");
    }

    private static IEnumerable<string> MacOs(string? conda)
    {
        // Homebrew on Apple silicon, Homebrew on Intel, MacPorts: none of them is on the loader's own path.
        string[] folders = ["", "/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib"];
        foreach (string folder in conda is null ? folders : [.. folders, Path.Combine(conda, "lib")])
        {
            yield return Path.Combine(folder, "libhdf5.dylib");
            foreach (string release in _releases)
                yield return Path.Combine(folder, $"libhdf5.{release}.dylib");
        }
    }

    private static IEnumerable<string> Windows(string? conda, string? programFiles)
    {
        yield return "hdf5.dll";
        yield return "libhdf5.dll";
        foreach (string release in _releases)
            yield return $"libhdf5-{release}.dll";
        if (conda is not null)
            yield return Path.Combine(conda, "Library", "bin", "hdf5.dll");
        string group = Path.Combine(programFiles ?? @"C:\Program Files", "HDF_Group", "HDF5");
        if (!Directory.Exists(group))
            yield break;
        foreach (string version in Directory.EnumerateDirectories(group).OrderDescending(StringComparer.Ordinal))
            yield return Path.Combine(version, "bin", "hdf5.dll");
    }
}
