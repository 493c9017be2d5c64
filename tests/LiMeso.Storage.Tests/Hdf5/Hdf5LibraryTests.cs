using System.Runtime.InteropServices;
using LiMeso.Storage.Hdf5;
using LiMeso.Storage.Hdf5.Native;
using LiMeso.Storage.Tests.Processes;

namespace LiMeso.Storage.Tests.Hdf5;

public sealed class Hdf5LibraryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("ID=debian\nVERSION_ID=\"12\"", "sudo apt-get install libhdf5-103-1")]
    [InlineData("ID=debian\nVERSION_ID=\"13\"", "sudo apt-get install libhdf5-310")]
    [InlineData("ID=debian\nVERSION_CODENAME=forky", "sudo apt-get install libhdf5-dev")]
    [InlineData("ID=ubuntu\nID_LIKE=debian\nVERSION_ID=\"24.04\"", "sudo apt-get install libhdf5-103-1t64")]
    [InlineData("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\nVERSION_ID=\"22\"", "sudo apt-get install libhdf5-dev")]
    [InlineData("NAME=\"Fedora Linux\"\nID=fedora\nVERSION_ID=41", "sudo dnf install hdf5")]
    [InlineData("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", "sudo dnf install hdf5")]
    [InlineData("ID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"", "sudo zypper install hdf5-devel")]
    [InlineData("ID=arch", "sudo pacman -S hdf5")]
    [InlineData("", "conda install -c conda-forge hdf5")]
    public void The_command_that_installs_the_library_fits_the_distribution(string osRelease, string command) =>
        Assert.Equal(command, InstallHint.For(OSPlatform.Linux, osRelease));

    [Fact]
    public void A_missing_library_is_reported_with_that_command_and_no_stack_of_causes()
    {
        var missing = Hdf5LibraryException.NotFound("sudo apt-get install libhdf5-103-1", []);
        Assert.Equal(
            "the HDF5 C library is not installed. Install it with\n    sudo apt-get install libhdf5-103-1\nor name the library's file in LIMESO_HDF5_LIBRARY.",
            missing.Message);
        var old = Hdf5LibraryException.NotFound("sudo apt-get install libhdf5-103-1", ["libhdf5.so: it is HDF5 1.8.16, and 1.10.0 or later is needed"]);
        Assert.EndsWith("\nFound, but unusable: libhdf5.so: it is HDF5 1.8.16, and 1.10.0 or later is needed.", old.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_platform_s_names_are_tried()
    {
        string? Conda(string variable) => variable == "CONDA_PREFIX" ? "/opt/conda" : null;
        string[] linux = [.. LibraryCandidates.For(OSPlatform.Linux, Conda)];
        Assert.Contains("libhdf5_serial.so.103", linux); // Debian 12
        Assert.Contains("libhdf5_serial.so.310", linux); // Debian 13
        Assert.Contains("libhdf5.so.310", linux); // Fedora
        Assert.Contains("/opt/conda/lib/libhdf5.so.310", linux);
        Assert.DoesNotContain(linux, name => name.Contains("mpi", StringComparison.Ordinal));
        string[] mac = [.. LibraryCandidates.For(OSPlatform.OSX, Conda)];
        Assert.Contains("/opt/homebrew/lib/libhdf5.dylib", mac);
        Assert.Contains("/opt/conda/lib/libhdf5.dylib", mac);
        Assert.Contains("hdf5.dll", LibraryCandidates.For(OSPlatform.Windows, Conda));
    }

    [Fact]
    public void The_environment_names_the_library_and_its_own_variable_comes_first()
    {
        Assert.Null(LibraryCandidates.Named(_ => null));
        Assert.Equal(("HDF5_LIBRARY", "b"), LibraryCandidates.Named(v => v == "HDF5_LIBRARY" ? "b" : ""));
        Assert.Equal(("LIMESO_HDF5_LIBRARY", "a"), LibraryCandidates.Named(v => v == "HDF5_LIBRARY" ? "b" : "a"));
    }

    [Theory]
    [InlineData("LIMESO_HDF5_LIBRARY")]
    [InlineData("HDF5_LIBRARY")]
    public void A_library_that_is_named_but_not_there_is_an_error_although_another_is_installed(string variable)
    {
        string absent = _directory["libhdf5.so"];
        using var child = new ChildProcess(["write-hdf5", _directory["data.h5"]], ("LIMESO_HDF5_LIBRARY", ""), ("HDF5_LIBRARY", ""), (variable, absent));
        (int exitCode, string errors) = child.Wait();
        Assert.Equal(4, exitCode);
        Assert.Equal(
            $"{variable} names '{absent}' as the HDF5 C library, which cannot be used: it cannot be loaded. Correct the variable, or unset it to have the library searched for.",
            errors.Trim());
        Assert.False(File.Exists(_directory["data.h5"]));
    }

    [Fact]
    public void A_named_library_that_is_another_one_is_an_error()
    {
        string? other = Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.*").FirstOrDefault();
        Assert.SkipWhen(other is null, "the .NET runtime of this platform comes without a library of that name");
        using var child = new ChildProcess(["write-hdf5", _directory["data.h5"]], ("LIMESO_HDF5_LIBRARY", other));
        (int exitCode, string errors) = child.Wait();
        Assert.Equal(4, exitCode);
        Assert.Contains("it is no HDF5 library", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_named_library_is_the_one_used()
    {
        Hdf5File.Write(_directory["here.h5"], f => f.SetAttribute("title", "loads the library"));
        const string Mapped = "/proc/self/maps";
        Assert.SkipUnless(File.Exists(Mapped), "needs Linux to learn where the library lies");
        string installed = File.ReadLines(Mapped).Select(line => line.Split(' ')[^1]).First(path => Path.GetFileName(path).StartsWith("libhdf5", StringComparison.Ordinal));
        string copy = _directory["my-own-hdf5.so"];
        File.Copy(installed, copy);
        using var child = new ChildProcess(["write-hdf5", _directory["data.h5"]], ("LIMESO_HDF5_LIBRARY", copy));
        Assert.Equal((0, ""), child.Wait());
        Assert.Equal([copy], child.Lines);
        using Hdf5File file = Hdf5File.Open(_directory["data.h5"]);
        Assert.Equal("done", file.GetText("title"));
    }

    [Fact]
    public void The_library_found_is_recent_enough() => Assert.True(Hdf5Library.Current.Version >= Hdf5Library.Oldest);
}
