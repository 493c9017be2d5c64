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

    [Fact]
    public void A_long_run_tells_in_plain_lines_how_far_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such signals");
        _work.Case("slow", Slow.Replace("cells: 400", "cells: 4000", StringComparison.Ordinal).Replace("0.35 s", "0.01 s", StringComparison.Ordinal));
        Process process = TheProgram.Start(_work.Folder, "run", "slow");
        List<string> lines = [];
        while (process.StandardError.ReadLine() is { } line)
        {
            lines.Add(line);
            if (!line.Contains(" %", StringComparison.Ordinal)) continue;
            Send("TERM", process);
            break;
        }

        Outcome rest = TheProgram.Finish(process);
        Assert.Equal(143, rest.ExitCode);
        Assert.Matches(@"^ *\d+\.\d %  t = [\d.]+ (s|h), step \d+  \(.* s so far, about .* left\)$", lines[^1]);
        Assert.Contains("stopping where it is safe", rest.Errors);
    }

    [Fact]
    public void An_interrupted_sweep_goes_on_with_what_is_missing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such signals");
        _work.Case("slow", Slow);
        string[] sweep = ["sweep", "slow", "--vary", "foil.thickness=10 um, 10.1 um, 10.2 um", "--threads", "1", "-o", "items"];
        Process process = TheProgram.Start(_work.Folder, sweep);
        WaitForSteps(_work["items/0002/run.log"], 100);
        Send("TERM", process);
        Outcome stopped = TheProgram.Finish(process);
        Assert.Equal((143, ""), (stopped.ExitCode, stopped.Output));
        Assert.Equal(("finished", "interrupted", false), (Status("items/0001"), Status("items/0002"), Directory.Exists(_work["items/0003"])));

        DateTime kept = File.GetLastWriteTimeUtc(_work["items/0001/run.json"]);
        Outcome resumed = TheProgram.RunIn(_work.Folder, [.. sweep, "--resume"]);
        Assert.True(resumed.ExitCode == 0, resumed.Errors);
        Assert.Equal(4, File.ReadAllLines(_work["items/sweep.csv"]).Length);
        Assert.Equal(kept, File.GetLastWriteTimeUtc(_work["items/0001/run.json"]));
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
