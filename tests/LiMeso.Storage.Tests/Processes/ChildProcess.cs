using System.Collections.Concurrent;
using System.Diagnostics;

namespace LiMeso.Storage.Tests.Processes;

/// <summary>This test program, started once more as a process of its own.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly AutoResetEvent _spoke = new(false);

    public ChildProcess(IEnumerable<string> task, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["child", .. task])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Started through the host (dotnet file.dll) the program itself has to be named.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Insert(0, typeof(ChildProcess).Assembly.Location);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is null)
                return;
            _lines.Enqueue(e.Data);
            _spoke.Set();
        };
        _process.Start();
        _process.BeginOutputReadLine();
    }

    /// <summary>What it has said; complete after <see cref="Kill"/> or <see cref="Wait"/>.</summary>
    public string[] Lines => [.. _lines];

    /// <summary>Waits until it has said something that starts like this.</summary>
    public void WaitFor(string start) => WaitUntil(() => _lines.Any(line => line.StartsWith(start, StringComparison.Ordinal)), $"does not say '{start}'");

    /// <summary>Waits until it has said this much.</summary>
    public void WaitForLines(int count) => WaitUntil(() => _lines.Count >= count, $"does not say {count} lines");

    /// <summary>SIGKILL: no handler, no finally, no flush.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    public (int ExitCode, string Errors) Wait()
    {
        _process.StandardInput.Close();
        string errors = _process.StandardError.ReadToEnd();
        _process.WaitForExit();
        return (_process.ExitCode, errors);
    }

    private void WaitUntil(Func<bool> condition, string otherwise)
    {
        while (!condition())
            Assert.True(_spoke.WaitOne(TimeSpan.FromSeconds(30)), $"the child process {otherwise}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
        _spoke.Dispose();
    }
}
