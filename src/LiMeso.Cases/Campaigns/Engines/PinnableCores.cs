using System.ComponentModel;
using System.Diagnostics;

namespace LiMeso.Cases.Campaigns.Engines;

/// <summary>The cores of this machine that processes may be kept on.</summary>
internal static class PinnableCores
{
    // an affinity is a mask of so many bits
    private static readonly int _most = 8 * nint.Size;

    /// <summary>Numbers of the cores that this process may run on, which containers and batch systems limit; empty where processes cannot be kept on a core.</summary>
    public static IReadOnlyList<int> Available()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows()) return [];
        using var self = Process.GetCurrentProcess();
        nuint mask = (nuint)self.ProcessorAffinity;
        return [.. Enumerable.Range(0, _most).Where(k => (mask >> k & 1) != 0)];
    }

    /// <summary>Keeps a process on a core. Threads that it has begun by then may stay elsewhere; the one that computes has not.</summary>
    /// <param name="process">The process.</param>
    /// <param name="core">Number of the core.</param>
    public static void Pin(Process process, int core)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows()) return;
        try
        {
            process.ProcessorAffinity = (nint)((nuint)1 << core);
        }
        catch (Exception problem) when (problem is Win32Exception or InvalidOperationException)
        {
            // it has ended already, or may not be told: it works as well on any core
        }
    }
}
