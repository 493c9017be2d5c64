using System.CommandLine;
using System.Text.Json.Nodes;
using LiMeso.Cases.Comparison;
using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso compare</c>: all polycrystal models side by side, closed against finite-volume solution.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        Argument<string[]> directories = SharedOptions.Cases();
        Option<string?> output = SharedOptions.Output(
            $"Where runs, table and report go (default: '{ModelComparison.DefaultOutput}' in the case directory; with several cases, in this one).");
        Option<bool> resume = SharedOptions.Resume("Run only what is not finished.");
        Option<bool> overwrite = SharedOptions.Overwrite("Replace what is already there.");
        Option<int> threads = SharedOptions.Threads();
        Option<string[]> set = SharedOptions.Set();
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("compare", "Run depletion cases with every polycrystal model and set the models side by side.")
        {
            Details = "Every model solves the case twice, in closed form and by finite volumes. Out come a table here and as comparison.csv, and report.html with "
                + "the plots. A model that does not apply has a row that says why.",
            Examples =
            [
                ("limeso compare cases/krauskopf-llzo", "then open cases/krauskopf-llzo/comparison/report.html"),
                ("limeso compare thin thick --set temperature=\"350 K\" -o warm", "two cases at another temperature, results in 'warm'"),
            ],
        };
        command.Add(directories);
        command.AddOptions([output, resume, overwrite, threads, set, json]);
        command.SetAction(parsed =>
        {
            string[] paths = [.. parsed.GetRequiredValue(directories).Distinct()];
            string to = parsed.GetValue(output) ?? Path.Combine(paths.Length == 1 ? CaseDirectory.Open(paths[0]).Path : "", ModelComparison.DefaultOutput);
            var options = new RunOptions { Resume = parsed.GetValue(resume), Overwrite = parsed.GetValue(overwrite), Threads = parsed.GetValue(threads) };
            var comparison = new ModelComparison(paths, SharedOptions.Overrides(parsed.GetValue(set)));
            IReadOnlyList<ModelRow> rows;
            using (var log = TerminalLog.Open()) rows = comparison.Run(to, options, log, Interruption.Watch(log.Message));
            if (parsed.GetValue(json)) JsonOutput.Write(Json(rows, to));
            else Console.Out.Write(Text(rows, paths.Length > 1) + Files(to));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Text(IReadOnlyList<ModelRow> rows, bool named) => string.Concat(rows.GroupBy(r => r.Case).Select(one =>
    {
        var table = new TextTable { RightAligned = new HashSet<int> { 1, 2, 3, 4, 5, 6 } };
        table.Add("model", "D (cm^2/s)", "closed (h)", "volumes (h)", "difference", "mAh/cm^2", "used (%)");
        foreach (ModelRow row in one.Where(r => r.Problem is null))
        {
            table.Add(row.Model, Number(row.EffectiveDiffusivity * 1e4), Number(row.AnalyticTime / 3600), Number(row.NumericTime / 3600),
                Difference(row.RelativeDifference), Number(row.Capacity), Number(100 * row.Utilisation));
        }

        string refused = string.Concat(one.Where(r => r.Problem is not null).Select(r => $"{r.Model}: {r.Problem}\n"));
        return $"{(named ? $"{one.Key}\n" : "")}{table}{refused}\n";
    }));

    private static string Files(string output) => new TextTable()
        .Add("report", $"{Path.Combine(output, ModelComparison.ReportName)}  (open in a browser)")
        .Add("table", Path.Combine(output, ModelComparison.TableName))
        .ToString();

    private static string Number(double? value) => value is { } number ? double.IsFinite(number) ? Quantities.Number(number) : "never" : "-";

    private static string Difference(double? value) => value is { } number ? FormattableString.Invariant($"{number:0.0e+0}") : "-";

    private static JsonObject Json(IReadOnlyList<ModelRow> rows, string output) => new()
    {
        ["report"] = Path.Combine(output, ModelComparison.ReportName),
        ["table"] = Path.Combine(output, ModelComparison.TableName),
        ["models"] = new JsonArray([.. rows.Select(r => new JsonObject
        {
            ["case"] = r.Case,
            ["model"] = r.Model,
            ["effective_diffusivity_m2_s"] = JsonOutput.Number(r.EffectiveDiffusivity),
            ["depletion_time_s"] = new JsonObject { ["analytic"] = JsonOutput.Number(r.AnalyticTime), ["numeric"] = JsonOutput.Number(r.NumericTime) },
            ["relative_difference"] = JsonOutput.Number(r.RelativeDifference),
            ["capacity_mAh_cm2"] = JsonOutput.Number(r.Capacity),
            ["utilisation"] = JsonOutput.Number(r.Utilisation),
            ["Lambda"] = JsonOutput.Number(r.Lambda),
            ["kinetics"] = r.Kinetics,
            ["problem"] = r.Problem,
        })]),
    };
}
