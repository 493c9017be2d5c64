using System.CommandLine;
using System.Text.Json.Nodes;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Cases.Running;
using LiMeso.Cases.Sweeps;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;
using LiMeso.Core;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso sweep</c>: a case over lists and ranges of any of its keys.</summary>
internal static class SweepCommand
{
    private const string DefaultOutput = "sweep";

    // what one looks for first
    private static readonly string[] _outcomes = ["depletion_time_h.numeric", "capacity_mAh_cm2.numeric"];

    public static Command Create()
    {
        Argument<string> directory = SharedOptions.Case();
        Option<string[]> vary = new("--vary")
        {
            HelpName = "KEY=VALUES",
            Required = true,
            Description = "A key and its values, as a list or a range. Given several times, every combination is run.",
        };
        vary.CompletionSources.Add(CaseKeys.Complete);
        Option<string?> output = SharedOptions.Output($"Where the items and the table go (default: '{DefaultOutput}' in the case directory).");
        Option<bool> resume = SharedOptions.Resume("Run only what is not finished.");
        Option<bool> overwrite = SharedOptions.Overwrite("Replace items that are already there.");
        Option<int> threads = SharedOptions.Threads();
        Option<string[]> set = SharedOptions.Set();
        MaterialOptions material = new();
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("sweep", "Run a case for many values of its keys, in parallel; one table comes out.")
        {
            Details = "Every item is a run of its own that finds the numbers only (no fields, no report). An interrupted sweep goes on with --resume: what is "
                + "finished is not run again. The table sweep.csv has one row an item: the varied keys, and every number of run.json.",
            Examples =
            [
                ("limeso sweep my-foil --vary material.grain-size=\"1 um, 10 um, 100 um\"", "three grain sizes"),
                ("limeso sweep my-foil --vary foil.thickness=\"{from: 10 um, to: 160 um, count: 9, spacing: log}\"", "nine thicknesses in equal ratios"),
                ("limeso sweep my-foil --vary foil.thickness=\"20 um, 40 um\" --vary material.model=hart,chen-schuh", "four combinations"),
            ],
        };
        command.Add(directory);
        command.AddOptions([vary, output, resume, overwrite, threads, set, .. material.All, json]);
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(directory);
            KeyValuePair<string, string>[] overrides = [.. SharedOptions.Overrides(parsed.GetValue(set)), .. material.Overrides(parsed)];
            CaseDirectory one = CaseDirectory.Open(path, overrides);
            ICase prepared = CaseKinds.Prepare(one);
            SweepAxis[] axes = [.. parsed.GetRequiredValue(vary).Select(v => SweepAxis.Parse(v, CaseKinds.All[prepared.Header.Kind].Schema))];
            RefuseTwice(axes, overrides);
            var options = new RunOptions { Resume = parsed.GetValue(resume), Overwrite = parsed.GetValue(overwrite), Threads = parsed.GetValue(threads) };
            string to = parsed.GetValue(output) ?? Path.Combine(one.Path, DefaultOutput);
            return Run(new Sweep(path, axes, overrides), axes, to, options, parsed.GetValue(json));
        });
        return command;
    }

    private static int Run(Sweep sweep, IReadOnlyList<SweepAxis> axes, string output, RunOptions options, bool json)
    {
        IReadOnlyList<SweepItem> items;
        using (var log = TerminalLog.Open()) items = sweep.Run(output, options, log, Interruption.Watch(log.Message));
        foreach (SweepItem failed in items.Where(i => i.Problem is not null)) Console.Error.WriteLine($"error: item {failed.Number}: {failed.Problem}");
        string table = Path.Combine(output, Sweep.TableName);
        if (json) JsonOutput.Write(Json(items, axes, table));
        else Console.Out.Write(Text(items, axes, table));
        return items.Any(i => i.Problem is not null) ? ExitCodes.NotConverged : ExitCodes.Done;
    }

    private static void RefuseTwice(IReadOnlyList<SweepAxis> axes, IReadOnlyList<KeyValuePair<string, string>> overrides)
    {
        string[] keys = [.. axes.Select(a => a.Key), .. overrides.Select(o => o.Key)];
        if (axes.FirstOrDefault(a => keys.Count(k => k == a.Key) > 1) is { } twice)
            throw new InputException(new SourceLocation("--vary"), $"the key '{twice.Key}' is given more than once");
    }

    private static JsonObject Json(IReadOnlyList<SweepItem> items, IReadOnlyList<SweepAxis> axes, string table) => new()
    {
        ["table"] = table,
        ["items"] = new JsonArray([.. items.Select(item =>
        {
            var root = new JsonObject { ["item"] = item.Number };
            foreach ((SweepAxis axis, string value) in axes.Zip(item.Values)) root[axis.Key] = value;
            root["problem"] = item.Problem;
            root["run"] = item.Record?.Root.DeepClone();
            return root;
        })]),
    };

    private static Dictionary<string, double> NumbersOf(SweepItem item) =>
        item.Record is null ? [] : item.Record.Numbers().ToDictionary(n => n.Name, n => n.Value);

    // the varied keys, and of the numbers those that vary, outcomes first, as many as the terminal is wide
    private static string Text(IReadOnlyList<SweepItem> items, IReadOnlyList<SweepAxis> axes, string table)
    {
        Dictionary<string, double>[] found = [.. items.Select(NumbersOf)];
        bool Varies(string name) => found.Where(f => f.ContainsKey(name)).Select(f => f[name]).Distinct().Count() > 1;
        string[] varying = [.. found.SelectMany(f => f.Keys).Distinct().Where(Varies).OrderBy(n => !_outcomes.Contains(n))];
        int room = ConsoleWidth.Columns - axes.Sum(a => Math.Max(a.Key.Length, a.Values.Max(v => v.Length)) + 2) - 6;
        string[] shown = [.. varying.TakeWhile(n => (room -= Math.Max(n.Length, 10) + 2) >= 0)];
        var text = new TextTable { RightAligned = Enumerable.Range(0, 1 + axes.Count + shown.Length).ToHashSet() };
        text.Add(["item", .. axes.Select(a => a.Key), .. shown]);
        foreach ((SweepItem item, Dictionary<string, double> numbers) in items.Zip(found))
            text.Add([item.Number.ToString(), .. item.Values, .. shown.Select(n => numbers.TryGetValue(n, out double value) ? Quantities.Number(value) : "-")]);
        string more = shown.Length < varying.Length ? $" (and {CountText.Of(varying.Length - shown.Length, "more column")})" : "";
        return $"{text}\ntable  {table}{more}\n";
    }
}
