using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cli.Terminal;

/// <summary>What a finished run found, whether that was expected, and where it lies.</summary>
internal static class RunSummary
{
    // what to open first comes first
    private static readonly (string Pattern, string Label, string Hint)[] _files =
    [
        ("report.html", "report", "(open in a browser)"),
        ("*.pvd", "fields", "(open in ParaView)"),
        ("fields.h5", "fields", "(HDF5)"),
        ("data.h5", "data", "(HDF5)"),
        (RunRecord.FileName, "record", ""),
        (RunLog.FileName, "log", ""),
    ];

    public static string Text(RunOutcome outcome)
    {
        var text = new StringBuilder();
        RunRecord record = outcome.Record;
        string state = outcome.AlreadyFinished ? "finished before, nothing left to do" : $"finished in {RunLog.Duration(record.WallSeconds)}";
        text.Append($"\n{record.Find("title")}: {state}\n\n");
        text.Append(Numbers(record));
        foreach (JsonNode? warning in record.Find("warnings") as JsonArray ?? []) text.Append(Hanging("warning: ", (string)warning!));
        if (Expected(outcome.Verdicts) is { } expected) text.Append(expected);
        return text.Append('\n').Append(Files(outcome.Directory)).ToString();
    }

    public static JsonObject Json(RunOutcome outcome)
    {
        var root = (JsonObject)outcome.Record.Root.DeepClone();
        root["results"] = outcome.Directory;
        root["already_finished"] = outcome.AlreadyFinished;
        root["expected"] = outcome.Verdicts.Count == 0 ? null : new JsonObject
        {
            ["met"] = outcome.Verdicts.All(v => v.Holds),
            ["checks"] = new JsonArray([.. outcome.Verdicts.Select(v => new JsonObject
            {
                ["path"] = v.Expectation.Path,
                ["value"] = v.Expectation.Value,
                ["found"] = JsonOutput.Number(v.Found),
                ["holds"] = v.Holds,
            })]),
        };
        return root;
    }

    private static string? Expected(IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts.Count == 0) return null;
        Verdict[] failed = [.. verdicts.Where(v => !v.Holds)];
        if (failed.Length == 0) return $"expected.json: all {verdicts.Count} checks hold\n";
        return $"expected.json: {failed.Length} of {verdicts.Count} checks do NOT hold\n" + string.Concat(failed.Select(v => Hanging("    ", v.ToString())));
    }

    // the numbers of the record in its order; what concerns the run itself is left out
    private static string Numbers(RunRecord record)
    {
        var table = new TextTable { Indent = 2 };
        foreach ((string name, string value) in Leaves(record.Root, "")) table.Add(name, value);
        return table.ToString() is { Length: > 0 } text ? text + "\n" : "";
    }

    private static IEnumerable<(string Name, string Value)> Leaves(JsonObject root, string prefix)
    {
        foreach ((string key, JsonNode? node) in root)
        {
            if (key is "provenance") continue;
            if (node is JsonObject inner)
            {
                foreach ((string Name, string Value) leaf in Leaves(inner, $"{prefix}{key}.")) yield return leaf;
            }
            else if (node?.GetValueKind() == JsonValueKind.Number)
            {
                yield return (prefix + key, Quantities.Number(node.GetValue<double>()));
            }
        }
    }

    private static string Files(string directory)
    {
        var table = new TextTable();
        foreach ((string pattern, string label, string hint) in _files)
        {
            foreach (string file in Directory.EnumerateFiles(directory, pattern).Order(StringComparer.Ordinal)) table.Add(label, $"{file}  {hint}");
        }

        return table.ToString();
    }

    private static string Hanging(string mark, string text)
    {
        string[] lines = TextTable.Wrap(text, ConsoleWidth.Columns - mark.Length);
        return mark + string.Join("\n" + new string(' ', mark.Length), lines) + "\n";
    }
}
