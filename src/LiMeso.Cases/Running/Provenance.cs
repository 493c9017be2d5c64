using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Running;

/// <summary>What identifies a run: program, input, data, machine, time.</summary>
/// <param name="InputHash">SHA-256 of the input.</param>
/// <param name="DataSetHashes">SHA-256 of each data set, by name.</param>
/// <param name="Threads">Threads used.</param>
/// <param name="StartedUtc">When the run was started (the last time, if it was resumed).</param>
/// <param name="WallSeconds">Wall time, all parts of a resumed run together.</param>
/// <param name="Resumed">How often the run was resumed.</param>
public sealed record Provenance(string InputHash, IReadOnlyDictionary<string, string> DataSetHashes, int Threads, DateTime StartedUtc, double WallSeconds, int Resumed)
{
    /// <summary>Version of the program with the commit it was built from, when known.</summary>
    public static string Version { get; } =
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The run-time system and the kind of machine.</summary>
    public static string Platform { get; } = $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}";

    /// <summary>The entries as a report shows them.</summary>
    public IReadOnlyList<ProvenanceEntry> Entries() =>
    [
        new("LiMeso", Version),
        new("platform", Platform),
        new("input hash (SHA-256)", InputHash),
        .. DataSetHashes.Select(d => new ProvenanceEntry($"data set {d.Key} (SHA-256)", d.Value)),
        new("seed", "none: nothing random in this run"),
        new("threads", Threads.ToString(CultureInfo.InvariantCulture)),
        new("started", StartedUtc.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
        new("wall time", RunLog.Duration(WallSeconds) + (Resumed == 0 ? "" : $" (resumed {Resumed} times)")),
    ];
}
