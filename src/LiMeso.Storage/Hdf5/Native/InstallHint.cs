using System.Globalization;
using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>The command that installs the HDF5 C library.</summary>
internal static class InstallHint
{
    /// <summary>The command for this machine.</summary>
    public static string Here()
    {
        const string Release = "/etc/os-release";
        OSPlatform platform = OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;
        return For(platform, File.Exists(Release) ? File.ReadAllText(Release) : "");
    }

    /// <summary>The command for a platform.</summary>
    /// <param name="platform">Linux, OSX or Windows.</param>
    /// <param name="osRelease">Content of /etc/os-release on Linux.</param>
    public static string For(OSPlatform platform, string osRelease)
    {
        if (platform == OSPlatform.Windows)
            return "conda install hdf5";
        if (platform == OSPlatform.OSX)
            return "brew install hdf5";
        Dictionary<string, string> facts = Parse(osRelease);
        string family = $" {facts.GetValueOrDefault("ID")} {facts.GetValueOrDefault("ID_LIKE")} ";
        _ = double.TryParse(facts.GetValueOrDefault("VERSION_ID"), NumberStyles.Float, CultureInfo.InvariantCulture, out double version);
        return facts.GetValueOrDefault("ID") switch
        {
            "debian" when version is 11 or 12 => "sudo apt-get install libhdf5-103-1",
            "debian" when version is 13 => "sudo apt-get install libhdf5-310",
            "ubuntu" when version is 22.04 => "sudo apt-get install libhdf5-103-1",
            "ubuntu" when version is 24.04 => "sudo apt-get install libhdf5-103-1t64",
            _ when family.Contains(" debian ") || family.Contains(" ubuntu ") => "sudo apt-get install libhdf5-dev",
            _ when family.Contains(" fedora ") || family.Contains(" rhel ") => "sudo dnf install hdf5",
            _ when family.Contains("suse") => "sudo zypper install hdf5-devel",
            _ when family.Contains(" arch ") => "sudo pacman -S hdf5",
            "alpine" => "sudo apk add hdf5",
            _ => "conda install -c conda-forge hdf5",
        };
    }

    private static Dictionary<string, string> Parse(string osRelease)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in osRelease.Split('\n'))
        {
            if (line.Split('=', 2) is [string key, string value])
                facts[key.Trim()] = value.Trim().Trim('"', '\'');
        }
        return facts;
    }
}
