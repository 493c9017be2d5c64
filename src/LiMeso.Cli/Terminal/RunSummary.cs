using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;

namespace LiMeso.Cli.Terminal;

/// <summary>What a finished run found, whether that was expected, and where it lies.</summary>
internal static class RunSummary
{
    // what to open first comes first
    private static readonly (string Name, string Label, string Hint)[] _files =
    [
        ("report.html", "report", "(open in a browser)"),
        ("paraview/fields.pvd", "fields", "(open in ParaView)"),
        ("fields.h5", "fields", "(HDF5)"),
        ("trajectory/atoms.pvd", "atoms", "(open in ParaView)"),
        ("trajectory/trajectory.xyz", "atoms", "(open in OVITO)"),
        ("relaxed.lmp", "atoms", "(LAMMPS data file)"),
        ("final.lmp", "atoms", "(LAMMPS data file)"),
        ("data.h5", "data", "(HDF5)"),
        (RunRecord.FileName, "record", ""),
        (StoredInput.FileName, "input", "(as it was run)"),
        (RunLog.FileName, "log", ""),
    ];

    /// <summary>The summary as text.</summary>
    /// <param name="outcome">The run.</param>
    /// <param name="said">Warnings that the user has already seen.</param>
    public static string Text(CaseOutcome outcome, IReadOnlySet<string> said)
    {
        RunRecord record = outcome.Record;
        string state = outcome.AlreadyFinished ? "finished before, nothing left to do" : $"finished in {RunLog.Duration(record.WallSeconds)}";
        var text = new StringBuilder($"\n{record.Find("title")}: {state}\n\n{Headline(outcome.Headline)}");
        string[] warnings = [.. (record.Find("warnings") as JsonArray ?? []).Select(w => (string)w!).Where(w => !said.Contains(w))];
        if (warnings.Length > 0) text.Append(string.Concat(warnings.Select(w => Hanging("warning: ", w)))).Append('\n');
        return text.Append(Expected(outcome.Verdicts)).Append(Files(outcome.Directory)).ToString();
    }

    public static JsonObject Json(CaseOutcome outcome)
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

    private static string Headline(IReadOnlyList<KeyNumber> numbers)
    {
        if (numbers.Count == 0) return "";
        var table = new TextTable { Indent = 2 };
        foreach (KeyNumber number in numbers)
            table.Add(PlainText.Of(number.Label), $"{ValueOf(number)} {number.Unit}".Trim(), PlainText.Of(number.Note));
        return $"{table}\n";
    }

    private static string ValueOf(KeyNumber number) =>
        number.Value.Number is { } value
            ? value.ToString($"G{Math.Max(number.SignificantDigits, 4)}", CultureInfo.InvariantCulture)
            : PlainText.Of(number.Value.Text ?? "-");

    private static string Expected(IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts.Count == 0) return "";
        Verdict[] failed = [.. verdicts.Where(v => !v.Holds)];
        if (failed.Length == 0) return $"{CaseDirectory.ExpectedFileName}: {(verdicts.Count == 1 ? "its check holds" : $"all {verdicts.Count} checks hold")}\n\n";
        string which = string.Concat(failed.Select(v => Hanging("    ", v.ToString())));
        return $"{CaseDirectory.ExpectedFileName}: {failed.Length} of {CountText.Of(verdicts.Count, "check")} {(failed.Length == 1 ? "does" : "do")} NOT hold\n{which}\n";
    }

    private static string Files(string directory)
    {
        var table = new TextTable();
        foreach ((string name, string label, string hint) in _files)
        {
            string file = Path.Combine(directory, name);
            if (File.Exists(file)) table.Add(label, $"{file}  {hint}");
        }

        return table.ToString();
    }

    private static string Hanging(string mark, string text)
    {
        string[] lines = TextTable.Wrap(text, ConsoleWidth.Columns - mark.Length);
        return mark + string.Join("\n" + new string(' ', mark.Length), lines) + "\n";
    }
}
