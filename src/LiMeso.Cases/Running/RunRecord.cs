using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiMeso.Cases.Results;
using LiMeso.Core.Input;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Running;

/// <summary>The file <c>run.json</c>: status, what was found, warnings, provenance. Replaced as a whole, so a reader never sees half of one.</summary>
/// <param name="Root">Its content.</param>
public sealed record RunRecord(JsonObject Root)
{
    /// <summary>Its name in the results directory.</summary>
    public const string FileName = "run.json";

    private static readonly JsonSerializerOptions _layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The status.</summary>
    public CaseStatus Status => Enum.Parse<CaseStatus>((string)Root["status"]!, ignoreCase: true);

    /// <summary>Hash of the input that was run.</summary>
    public string InputHash => (string?)Root["provenance"]?["input_hash"] ?? "";

    /// <summary>Wall time until now, s.</summary>
    public double WallSeconds => (double?)Root["provenance"]?["wall_time_s"] ?? 0;

    /// <summary>How often the run was resumed.</summary>
    public int Resumed => (int?)Root["provenance"]?["resumed"] ?? 0;

    /// <summary>A new record.</summary>
    /// <param name="status">The status.</param>
    /// <param name="kind">Kind of case.</param>
    /// <param name="title">Title of the case.</param>
    /// <param name="provenance">What identifies the run.</param>
    /// <param name="results">What was found; null when nothing yet.</param>
    /// <param name="citations">Works to be credited, as text.</param>
    /// <param name="problem">What went wrong; null when nothing did.</param>
    public static RunRecord Create(CaseStatus status, string kind, string title, Provenance provenance, ResultData? results, IEnumerable<string> citations, string? problem = null)
    {
        var root = new JsonObject { ["status"] = status.ToString().ToLowerInvariant(), ["kind"] = kind, ["title"] = title };
        if (problem is not null) root["problem"] = problem;
        foreach ((string name, double value) in results?.Numbers ?? new Dictionary<string, double>()) Nest(root, name, Number(value));
        foreach ((string name, string value) in results?.Texts ?? new Dictionary<string, string>()) Nest(root, name, JsonValue.Create(value));
        root["warnings"] = new JsonArray([.. provenance.Warned(results?.Warnings ?? []).Select(w => JsonValue.Create(w))]);
        root["citations"] = new JsonArray([.. citations.Select(c => JsonValue.Create(c))]);
        root["provenance"] = new JsonObject
        {
            ["version"] = Provenance.Version,
            ["platform"] = Provenance.Platform,
            ["host"] = Environment.MachineName,
            ["earlier_versions"] = new JsonArray([.. provenance.EarlierVersions.Select(v => JsonValue.Create(v))]),
            ["case"] = provenance.CaseDirectory,
            ["input_hash"] = provenance.InputHash,
            ["data_sets"] = new JsonObject([.. provenance.DataSetHashes.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)JsonValue.Create(d.Value)))]),
            ["seed"] = null,
            ["threads"] = provenance.Threads,
            ["started_utc"] = provenance.StartedUtc.ToString("O", CultureInfo.InvariantCulture),
            ["wall_time_s"] = Math.Round(provenance.WallSeconds, 3),
            ["resumed"] = provenance.Resumed,
        };
        return new RunRecord(root);
    }

    /// <summary>Reads the record of a results directory; null when there is none.</summary>
    /// <param name="directory">The results directory.</param>
    /// <exception cref="InputException">The file is not a run record.</exception>
    public static RunRecord? Read(string directory)
    {
        string path = Path.Combine(directory, FileName);
        if (!File.Exists(path)) return null;
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) is JsonObject root && IsRecord(root) ? new RunRecord(root) : throw new JsonException("status or input hash is missing");
        }
        catch (JsonException e)
        {
            throw new InputException(new SourceLocation(path), $"not a LiMeso run record: {e.Message}", "Choose another directory with --output, or remove this one if nothing in it is needed.", e);
        }
    }

    /// <summary>Writes the record, replacing the old one at once.</summary>
    /// <param name="directory">The results directory.</param>
    public void Write(string directory) => AtomicFile.WriteText(Path.Combine(directory, FileName), ToJson() + "\n");

    /// <summary>The record as text.</summary>
    public string ToJson() => Root.ToJsonString(_layout);

    /// <summary>The scalar at a dotted path, or null.</summary>
    /// <param name="path">Keys joined by dots.</param>
    public JsonNode? Find(string path)
    {
        JsonNode? at = Root;
        foreach (string key in path.Split('.')) at = (at as JsonObject)?[key];
        return at;
    }

    /// <summary>The numbers by dotted name, in order; what concerns the run itself is left out.</summary>
    public IEnumerable<(string Name, double Value)> Numbers() => Numbers(Root, "");

    private static IEnumerable<(string Name, double Value)> Numbers(JsonObject section, string prefix)
    {
        foreach ((string key, JsonNode? node) in section)
        {
            if (key == "provenance") continue;
            if (node is JsonObject inner)
            {
                foreach ((string Name, double Value) leaf in Numbers(inner, $"{prefix}{key}.")) yield return leaf;
            }
            else if (node?.GetValueKind() == JsonValueKind.Number)
            {
                yield return (prefix + key, node.GetValue<double>());
            }
        }
    }

    // other programs may call a file run.json as well
    private static bool IsRecord(JsonObject root) =>
        root["status"] is JsonValue status && Enum.TryParse<CaseStatus>(status.ToString(), ignoreCase: true, out _)
        && (root["provenance"] as JsonObject)?["input_hash"] is JsonValue hash && hash.GetValueKind() == JsonValueKind.String;

    private static void Nest(JsonObject root, string name, JsonNode? value)
    {
        string[] keys = name.Split('.');
        JsonObject at = root;
        foreach (string key in keys[..^1])
        {
            if (at[key] is not JsonObject inner) at[key] = inner = [];
            at = inner;
        }

        at[keys[^1]] = value;
    }

    // JSON has no infinities: "never depletes" is null.
    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
