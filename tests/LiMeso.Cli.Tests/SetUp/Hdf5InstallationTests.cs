namespace LiMeso.Cli.Tests.SetUp;

public sealed class Hdf5InstallationTests : IDisposable
{
    private const string Root = "UID_HERE=0", Sudo = "SUDO_HERE=1";

    private readonly MiniRepository _copy = new();

    public Hdf5InstallationTests() => _copy.LacksHdf5();

    public void Dispose() => _copy.Dispose();

    private Outcome Run(params string[] environment) => _copy.Run(_copy.Launcher, [], null, null, environment);

    [Fact]
    public void A_library_that_is_there_is_left_alone()
    {
        _copy.HasHdf5();
        _copy.HasApt(["libhdf5-103-1"]);
        Assert.Equal("hello\n", Run(Root).Output);
        Assert.Equal(0, _copy.Calls("apt-get"));
    }

    [Theory] // the names of Debian 12, Ubuntu 24.04 and Debian 13, among their neighbours in the lists
    [InlineData("libhdf5-103-1", "libhdf5-8", "libhdf5-cpp-103-1", "libhdf5-openmpi-103-1", "libhdf5-hl-100", "libhdf5-103-1", "libhdf5-dev")]
    [InlineData("libhdf5-103-1t64", "libhdf5-fortran-102t64", "libhdf5-103-1t64", "libhdf5-mpich-103-1t64", "libhdf5-doc")]
    [InlineData("libhdf5-310", "libhdf5-hl-310", "libhdf5-310", "libhdf5-openmpi-310", "libhdf5-java", "libhdf5-103-1")]
    public void Root_gets_the_release_s_own_package_installed(string package, params string[] lists)
    {
        _copy.HasApt(lists);
        Outcome outcome = Run(Root);
        Assert.Equal("hello\n", outcome.Output);
        Assert.Contains($"installing the package {package}\n", outcome.Errors);
        Assert.Equal(1, _copy.Calls("apt-get", $"install --yes --no-install-recommends {package}"));
        Assert.Equal(0, _copy.Calls("apt-get", "update"));
    }

    [Fact]
    public void Empty_package_lists_are_updated_first()
    {
        _copy.HasApt([], afterUpdate: ["libhdf5-777-7"]);
        Outcome outcome = Run(Root);
        Assert.Equal("hello\n", outcome.Output);
        Assert.Contains("updating the package lists", outcome.Errors);
        Assert.Equal(1, _copy.Calls("apt-get", "install --yes --no-install-recommends libhdf5-777-7"));
    }

    [Fact]
    public void A_user_with_sudo_and_no_password_installs_with_it()
    {
        _copy.HasApt(["libhdf5-103-1"]);
        Assert.Contains("with sudo", Run(Sudo).Errors);
        Assert.Equal(1, _copy.Calls("sudo", "-n env DEBIAN_FRONTEND=noninteractive apt-get"));
    }

    [Fact]
    public void A_user_who_may_not_install_is_given_the_exact_command_and_nothing_else_happens()
    {
        _copy.HasApt(["libhdf5-103-1"]);
        Outcome outcome = Run();
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("Ask an administrator to run, as root,\n    apt-get update && apt-get install --yes libhdf5-103-1\n", outcome.Errors);
        Assert.Equal(0, _copy.Calls("apt-get") + _copy.Calls("dotnet", "publish"));
    }

    [Fact]
    public void A_failed_installation_shows_what_the_package_manager_said_and_the_command()
    {
        _copy.HasApt([]);
        Outcome outcome = Run(Root);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("E: Unable to locate package libhdf5-", outcome.Errors);
        Assert.Contains("    apt-get update && apt-get install --yes libhdf5-", outcome.Errors);
        Assert.Equal(0, _copy.Calls("dotnet", "publish"));
    }

    [Fact]
    public void Fedora_installs_with_dnf()
    {
        _copy.StandIn("dnf", "echo 'libhdf5.so.310 (libc6,x86-64)' > ../loader");
        Assert.Contains("\n    dnf install --assumeyes hdf5\n", Run().Errors);
        Assert.Equal("hello\n", Run(Root).Output);
        Assert.Equal(1, _copy.Calls("dnf", "install --assumeyes hdf5"));
    }

    [Fact]
    public void A_system_without_a_known_package_manager_is_told_what_is_needed()
    {
        Outcome outcome = Run(Root);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("neither apt-get nor dnf", outcome.Errors);
        Assert.Contains("LIMESO_HDF5_LIBRARY", outcome.Errors);
    }

    [Theory]
    [InlineData("LIMESO_HDF5_LIBRARY", "my/libhdf5.so")]
    [InlineData("HDF5_LIBRARY", "my/libhdf5.so")]
    [InlineData("CONDA_PREFIX", "lib/libhdf5.so.310")]
    [InlineData("LD_LIBRARY_PATH", "libhdf5.so.310")]
    public void A_library_of_one_s_own_is_used(string variable, string file)
    {
        string library = _copy.Write(Path.Combine("own", file), "");
        bool namesFile = variable.EndsWith("LIBRARY", StringComparison.Ordinal);
        string value = namesFile ? library : variable == "LD_LIBRARY_PATH" ? $"/nowhere:{_copy.Root}/own" : $"{_copy.Root}/own";
        Assert.Equal("hello\n", Run($"{variable}={value}").Output);
    }

    [Fact]
    public void A_variable_that_names_a_missing_file_is_an_error()
    {
        _copy.HasHdf5();
        Outcome outcome = Run("LIMESO_HDF5_LIBRARY=/nowhere/libhdf5.so");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("does not exist: /nowhere/libhdf5.so", outcome.Errors);
    }
}
