using System.Diagnostics;
using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Commands;

public sealed class InterruptionTests : IDisposable
{
    // Some 20 000 steps of a fixed length: long enough to be interrupted in its midst.
    private const string Slow = """
        kind: depletion
        title: A long run
        material:
          diffusivity: 1e-9 cm^2/s
        foil:
          thickness: 10 um
        current:
          current-density: 1 mA/cm^2
        numerics:
          cells: 400
          scheme: implicit-euler
          time-step: 0.35 s
        output:
          snapshots: 4
          paraview: false

        """;

    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public void A_signal_leaves_a_checkpoint_from_which_the_run_continues_to_the_same_bits(string signal, int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such signals");
        _work.Case("slow", Slow);
        Process process = TheProgram.Start(_work.Folder, "run", "slow", "-o", "interrupted");
        WaitForSteps(_work["interrupted/run.log"], 500);
        Send(signal, process);
        Outcome stopped = TheProgram.Finish(process);
        Assert.Equal((code, ""), (stopped.ExitCode, stopped.Output));
        Assert.Contains("Continue with --resume", stopped.Errors);
        Assert.Equal("interrupted", Status("interrupted"));

        Outcome refused = TheProgram.RunIn(_work.Folder, "run", "slow", "-o", "interrupted");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("holds an unfinished run", refused.Errors);

        JsonObject resumed = TheProgram.Json(_work.Folder, "run", "slow", "-o", "interrupted", "--resume"), whole = TheProgram.Json(_work.Folder, "run", "slow", "-o", "whole");
        Assert.Equal(1, (int)resumed["provenance"]!["resumed"]!);
        Assert.Equal((double)whole["depletion_time_s"]!["numeric"]!, (double)resumed["depletion_time_s"]!["numeric"]!);
        Assert.Equal((double)whole["numerics"]!["mass_balance_error"]!, (double)resumed["numerics"]!["mass_balance_error"]!);
        Assert.Equal((int)whole["numerics"]!["steps"]!, (int)resumed["numerics"]!["steps"]!);
    }

    private string Status(string results) => (string)JsonNode.Parse(File.ReadAllText(_work[$"{results}/run.json"]))!["status"]!;

    private static void WaitForSteps(string log, int lines)
    {
        var patience = Stopwatch.StartNew();
        while (!File.Exists(log) || Lines(log) < lines)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "the run did not begin");
            Thread.Sleep(10);
        }
    }

    private static int Lines(string file)
    {
        using var text = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        int lines = 0;
        while (text.ReadLine() is not null) lines++;
        return lines;
    }

    private static void Send(string signal, Process process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString()]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
