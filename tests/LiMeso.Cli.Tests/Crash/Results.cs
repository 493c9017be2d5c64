using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Cli.Tests.Crash;

/// <summary>Compares results with those of a run that nobody disturbed.</summary>
internal static class Results
{
    // When, where and how often it ran is all that may differ.
    private static readonly string[] _ofThisRun = ["started_utc", "wall_time_s", "resumed", "host"];

    /// <summary>Checks that finished results hold the same files with the same bytes; log and report tell their own times and are left out.</summary>
    public static void ExpectSame(FoilToKill foil, string results)
    {
        string[] files = [.. DataFiles(foil.Reference)];
        // snapshots, constant fields, index, data, input, collection, a file a snapshot
        Assert.Equal(2 * foil.Snapshots.Count + 5, files.Length);
        Assert.Equal(files, DataFiles(results));
        Assert.All(files, file => Assert.True(File.ReadAllBytes(Path.Combine(foil.Reference, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(results, file))), $"{file} differs"));
        Assert.Equal(Record(foil.Reference).ToJsonString(), Record(results).ToJsonString());
        Assert.True(File.Exists(Path.Combine(results, "report.html")));
        Assert.Equal([".lock"], Directory.EnumerateFiles(results, ".*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    /// <summary>What is wrong with the snapshots of results, read in this process; null when each is what the undisturbed run has.</summary>
    /// <param name="foil">The undisturbed run.</param>
    /// <param name="results">The results.</param>
    /// <param name="lastStep">All snapshots up to this step must be there.</param>
    /// <param name="found">Number of snapshots compared.</param>
    public static string? SnapshotProblem(FoilToKill foil, string results, int lastStep, out int found)
    {
        found = 0;
        if (!File.Exists(Path.Combine(results, "fields.h5"))) return lastStep < 0 ? null : "there is no index";
        SnapshotReader reader = SnapshotReader.Open(results);
        foreach (SnapshotInfo snapshot in reader.Snapshots)
        {
            if (found == foil.Snapshots.Count) return "there are too many snapshots";
            FoilToKill.Snapshot expected = foil.Snapshots[found];
            bool same = snapshot.Step == expected.Step && Same(snapshot.Time, expected.Time) && SameAll(expected.Scalars, [.. snapshot.Scalars])
                && reader.ReadFields(snapshot).Zip(expected.Fields).All(f => SameAll(f.First, f.Second));
            if (!same) return $"snapshot {found} is not that of the undisturbed run";
            found++;
        }

        int due = foil.Snapshots.Count(s => s.Step <= lastStep);
        return found < due ? $"{found} snapshots are left of at least {due} that were complete at step {lastStep}" : null;
    }

    /// <summary>Copies a directory with all that is in it.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string folder in Directory.EnumerateDirectories(from)) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    /// <summary>Everything that can change about a tree: names, contents, times of the last change. One line a file or directory.</summary>
    public static string[] Fingerprint(string directory) =>
    [
        .. Directory.EnumerateFileSystemEntries(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetRelativePath(directory, path)} {File.GetLastWriteTimeUtc(path):O} {(File.Exists(path) ? Digest(path) : "directory")}"),
    ];

    /// <summary>The record without what belongs to the run rather than to its results.</summary>
    private static JsonNode Record(string results)
    {
        JsonNode record = JsonNode.Parse(File.ReadAllText(Path.Combine(results, "run.json")))!;
        foreach (string key in _ofThisRun) Assert.True(((JsonObject)record["provenance"]!).Remove(key), key);
        return record;
    }

    private static IEnumerable<string> DataFiles(string results) =>
        Directory.EnumerateFiles(results, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(results, f))
        .Where(f => !f.StartsWith("checkpoints", StringComparison.Ordinal) && f is not ("run.json" or "run.log" or "report.html" or ".lock"))
        .Order(StringComparer.Ordinal);

    // a live run keeps its lock file, which is empty, for itself
    private static string Digest(string path) => Path.GetFileName(path) == ".lock" ? "lock" : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    private static bool SameAll(double[] a, double[] b) => a.Length == b.Length && a.Zip(b).All(p => Same(p.First, p.Second));

    private static bool Same(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);
}
