using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace LiMeso.Cli.Tests.Crash;

/// <summary>One Python process that compares the snapshots of many results with those of the undisturbed run, by means of h5py.</summary>
internal sealed class SnapshotsInPython : IDisposable
{
    // Debian's modules belong to Debian's Python; another one may come first on the path.
    private static readonly string[] _interpreters = ["/usr/bin/python3", "python3"];

    private readonly Lock _gate = new();
    private readonly Process _process;

    private SnapshotsInPython(Process process) => _process = process;

    /// <summary>Starts it; null where the machine has no Python with h5py.</summary>
    public static SnapshotsInPython? Start(string reference)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "Crash", "check_snapshots.py");
        foreach (string interpreter in _interpreters)
        {
            try
            {
                Process process = Process.Start(new ProcessStartInfo(interpreter, [script, reference]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
                if (process.StandardOutput.ReadLine() == "ready") return new SnapshotsInPython(process);
                process.Dispose();
            }
            catch (Win32Exception)
            {
                // no such interpreter
            }
        }

        return null;
    }

    /// <summary>What is wrong with the snapshots in a results directory, or null.</summary>
    public string? Problem(string results, out int found)
    {
        lock (_gate)
        {
            _process.StandardInput.WriteLine(results);
            string answer = _process.StandardOutput.ReadLine() ?? "python has ended";
            bool sound = answer.StartsWith("ok ", StringComparison.Ordinal);
            found = sound ? int.Parse(answer[3..], CultureInfo.InvariantCulture) : 0;
            return sound ? null : answer;
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
