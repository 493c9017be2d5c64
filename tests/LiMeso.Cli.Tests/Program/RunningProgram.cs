using System.Diagnostics;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Program;

/// <summary>The program at work, to be stopped, killed or waited for.</summary>
internal sealed class RunningProgram : IDisposable
{
    private const int ExitCodeOfSigkill = 128 + 9;
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _output, _errors;

    /// <summary>Starts it.</summary>
    /// <param name="arguments">What follows <c>limeso</c> on the command line.</param>
    /// <param name="through">A command that takes the program and its arguments as its own last arguments and becomes them, such as <c>env NAME=value</c>.</param>
    public RunningProgram(IEnumerable<string> arguments, params string[] through)
    {
        string[] command = [.. through, TheProgram.Path, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ROOT"] = TheProgram.DotnetRoot;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Waits for its end.</summary>
    public Outcome Wait()
    {
        Assert.True(_process.WaitForExit(_patience), "the program does not end");
        return new Outcome(_process.ExitCode, _output.GetAwaiter().GetResult(), _errors.GetAwaiter().GetResult());
    }

    /// <summary>Sends a signal.</summary>
    /// <param name="name">Its name without SIG.</param>
    public void Signal(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>SIGSTOP, and waits until every thread stands still: from then on nothing it has on disk changes.</summary>
    public void Freeze()
    {
        Signal("STOP");
        Assert.True(SpinWait.SpinUntil(() => Directory.EnumerateDirectories($"/proc/{_process.Id}/task").All(IsStopped), _patience), "the program does not stop");
    }

    /// <summary>SIGKILL: no handler, no finally, no flush.</summary>
    /// <returns>Whether it struck; false when the process had ended before by itself.</returns>
    public bool Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        return _process.ExitCode == ExitCodeOfSigkill;
    }

    /// <summary>The state of a thread, the letter after its name in brackets, is T.</summary>
    private static bool IsStopped(string task)
    {
        string stat = File.ReadAllText(Path.Combine(task, "stat"));
        return stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart() is ['T', ..];
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
