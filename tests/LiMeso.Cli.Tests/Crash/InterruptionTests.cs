using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Crash;

/// <summary>A signal ends a run in order: last state on disk, record, exit code.</summary>
[Collection(nameof(FoilToKill))]
public sealed class InterruptionTests(FoilToKill foil)
{
    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public void A_signal_stops_a_run_at_its_present_step_and_resume_continues_from_there(string signal, int exitCode)
    {
        string results = foil[$"stopped-by-{signal}"];
        // A shell's background jobs ignore SIGINT, and with them all that they start.
        using var run = new RunningProgram(["run", foil.Case, "--output", results], "env", "--default-signal=INT");
        FoilToKill.WaitForStep(run, results, 30);
        run.Signal(signal);
        Outcome stopped = run.Wait();

        Assert.Equal(exitCode, stopped.ExitCode);
        Assert.Contains("stopping where it is safe", stopped.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Interrupted. Continue with --resume.\n", stopped.Errors, StringComparison.Ordinal);
        Assert.Equal("interrupted", Status(results));
        int step = FoilToKill.StepsIn(File.ReadAllText(FoilToKill.LogOf(results))).Last();
        Assert.Null(Results.SnapshotProblem(foil, results, step, out _));

        Outcome resumed = TheProgram.Run("run", foil.Case, "--output", results, "--resume");
        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains($"Resumed at step {step},", resumed.Errors, StringComparison.Ordinal);
        Assert.Equal("finished", Status(results));
        Results.ExpectSame(foil, results);
    }

    private static string Status(string results) => (string)JsonNode.Parse(File.ReadAllText(Path.Combine(results, "run.json")))!["status"]!;
}
