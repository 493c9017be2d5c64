using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Crash;

/// <summary>A disk that refuses ends a run with exit code 4 and a message that names the file, and what is there already stays usable.</summary>
[Collection(nameof(FoilToKill))]
public sealed class DiskErrorTests(FoilToKill foil)
{
    [Fact]
    public void Results_cannot_lie_below_a_file()
    {
        string place = Path.Combine(foil.Case, "case.yaml", "results");
        Outcome outcome = TheProgram.Run("run", foil.Case, "--output", place, "--json");
        Assert.Equal(4, outcome.ExitCode);
        Assert.Contains(place, outcome.Errors, StringComparison.Ordinal);
        JsonNode answer = JsonNode.Parse(outcome.Output)!;
        Assert.Equal(4, (int)answer["exit_code"]!);
        Assert.Equal(outcome.Errors.TrimEnd(), (string)answer["error"]!);
    }

    [Fact]
    public void A_directory_without_the_right_to_write_is_named()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("needs the permissions of Unix");
            return;
        }

        using var work = new Workplace();
        File.SetUnixFileMode(work.Folder, (UnixFileMode)0b111_101_101);
        work.Case("case", Workplace.Tiny);
        string results = Directory.CreateDirectory(work["case/results"]).FullName;
        File.SetUnixFileMode(results, (UnixFileMode)0b101_101_101);
        using var run = new RunningProgram(["run", work["case"]], AsOrdinaryUser());
        Outcome outcome = run.Wait();
        Assert.Equal(4, outcome.ExitCode);
        Assert.Contains(results, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(results));
    }

    // A limit on the size of files stands for a disk that fills up: the operating system refuses to write on in the same way.
    [Fact]
    public void A_run_that_the_disk_has_ended_says_so_and_can_be_resumed_to_the_same_bits()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a limit on the size of files");
        string results = foil["full"];
        // The run-time system itself would need large files in memory, but for the variable.
        using (var run = new RunningProgram(["run", foil.Case, "--output", results], "bash", "-c", "trap '' XFSZ; ulimit -f 100; DOTNET_EnableWriteXorExecute=0 exec \"$@\"", "bash"))
        {
            Outcome outcome = run.Wait();
            Assert.Equal(4, outcome.ExitCode);
            Assert.StartsWith("error: ", outcome.Errors.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
            Assert.Contains(results, outcome.Errors.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        }

        JsonNode record = JsonNode.Parse(File.ReadAllText(Path.Combine(results, "run.json")))!;
        Assert.Equal("failed", (string)record["status"]!);
        Assert.Contains(results, (string)record["problem"]!, StringComparison.Ordinal);

        Outcome resumed = TheProgram.Run("run", foil.Case, "--output", results, "--resume");
        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("Resumed at step", resumed.Errors, StringComparison.Ordinal);
        Results.ExpectSame(foil, results);
    }

    // The administrator may write everywhere, so that the run has to be someone else's.
    private static string[] AsOrdinaryUser()
    {
        if (!Environment.IsPrivilegedProcess) return [];
        Assert.SkipWhen(Repository.Find("setpriv") is null, "needs setpriv to become an ordinary user");
        string[] through = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
        using var process = new RunningProgram(["--version"], through);
        Assert.SkipUnless(process.Wait().ExitCode == 0, "needs a program that an ordinary user can read");
        return through;
    }
}
