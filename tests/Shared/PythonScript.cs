using System.ComponentModel;
using System.Diagnostics;

namespace LiMeso.Tests;

/// <summary>Runs Python where the machine has it; tests that need it are skipped, and counted as skipped, where it has not.</summary>
public static class PythonScript
{
    // Debian's modules belong to Debian's Python; another one may come first on the path.
    private static readonly string[] _interpreters = ["/usr/bin/python3", "python3", "python"];

    // What the scripts return when a module is missing (the convention of automake's tests).
    private const int Missing = 77;

    /// <summary>Runs a script of this folder and returns what it printed.</summary>
    public static string Run(string script, string needs, params IEnumerable<string> arguments)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Python", script);
        foreach (string interpreter in _interpreters)
        {
            if (TryStart(interpreter, [path, .. arguments]) is not { } process)
                continue;
            using (process)
            {
                Task<string> errors = process.StandardError.ReadToEndAsync();
                string output = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode == Missing)
                    continue;
                Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}:\n{output}\n{errors.Result}");
                return output;
            }
        }
        Assert.Skip($"needs Python with {needs}");
        throw new UnreachableException();
    }

    private static Process? TryStart(string interpreter, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(interpreter, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
