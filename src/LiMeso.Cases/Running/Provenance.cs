using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Core;

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

    /// <summary>Version of the program that did the run; this one's unless the run was read back.</summary>
    public string RunVersion { get; init; } = Version;

    /// <summary>Platform on which it was done.</summary>
    public string RunPlatform { get; init; } = Platform;

    /// <summary>The case directory, seen from the results directory.</summary>
    public string CaseDirectory { get; init; } = ".";

    /// <summary>Other versions of the program that computed parts of a resumed run.</summary>
    public IReadOnlyList<string> EarlierVersions { get; init; } = [];

    /// <summary>What to say about a run that several versions worked on; null when there was one.</summary>
    public string? VersionWarning => EarlierVersions.Count == 0
        ? null
        : $"LiMeso {RunVersion} continued what {string.Join(" and ", EarlierVersions)} had begun: the numbers need not be those that one version would find; --overwrite begins anew.";

    /// <summary>The warnings of a run, with what there is to say about the versions that worked on it.</summary>
    /// <param name="found">Warnings among what was found.</param>
    public IEnumerable<string> Warned(IEnumerable<string> found) => VersionWarning is { } mixed ? found.Prepend(mixed) : found;

    /// <summary>What a record says about its run.</summary>
    /// <param name="record">The record.</param>
    public static Provenance Of(RunRecord record)
    {
        string Text(string key) => (string?)record.Find($"provenance.{key}") ?? "unknown";
        return new Provenance(
            record.InputHash,
            (record.Find("provenance.data_sets") as JsonObject ?? []).ToDictionary(d => d.Key, d => (string?)d.Value ?? ""),
            (int?)record.Find("provenance.threads") ?? 0,
            DateTime.TryParse(Text("started_utc"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime started) ? started : default,
            record.WallSeconds,
            record.Resumed)
        {
            RunVersion = Text("version"),
            RunPlatform = Text("platform"),
            CaseDirectory = (string?)record.Find("provenance.case") ?? ".",
            EarlierVersions = [.. (record.Find("provenance.earlier_versions") as JsonArray ?? []).Select(v => (string?)v ?? "unknown")],
        };
    }

    /// <summary>Versions that have worked on the run, other than the one that continues it.</summary>
    /// <param name="version">That version.</param>
    public IReadOnlyList<string> VersionsBefore(string version) => [.. EarlierVersions.Append(RunVersion).Where(v => v != version).Distinct()];

    /// <summary>The entries as a report shows them.</summary>
    public IReadOnlyList<ProvenanceEntry> Entries() =>
    [
        new("LiMeso", RunVersion),
        .. EarlierVersions.Select(v => new ProvenanceEntry("begun by LiMeso", v)),
        .. RunVersion == Version ? (IEnumerable<ProvenanceEntry>)[] : [new("report made by LiMeso", Version)],
        new("platform", RunPlatform),
        new("input hash (SHA-256)", InputHash),
        .. DataSetHashes.Select(d => new ProvenanceEntry($"data set {d.Key} (SHA-256)", d.Value)),
        new("seed", "none: nothing random in this run"),
        new("threads", Threads.ToString(CultureInfo.InvariantCulture)),
        new("started", StartedUtc.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
        new("wall time", RunLog.Duration(WallSeconds) + (Resumed == 0 ? "" : $" (resumed {CountText.Of(Resumed, "time")})")),
    ];
}
