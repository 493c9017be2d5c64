using System.CommandLine;
using System.Text.Json.Nodes;
using LiMeso.Cases.Export;
using LiMeso.Cases.Files;
using LiMeso.Cases.Reports;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso report</c>: the report of a finished run, made anew from what is stored.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        Argument<string> directory = SharedOptions.Case();
        Option<string?> output = SharedOptions.Output("The results directory (default: 'results' in the case directory).");
        Option<string[]> set = SharedOptions.Set();
        MaterialOptions material = new();
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("report", "Make the report of a finished run anew from its stored results.")
        {
            Details = "Nothing is computed again. Give the same --set options as for the run, so that the report tells the same case.",
            Examples = [("limeso report cases/krauskopf-llzo", "then open cases/krauskopf-llzo/results/report.html")],
        };
        command.Add(directory);
        foreach (Option option in (Option[])[output, set, .. material.All, json]) command.Add(option);
        command.SetAction(parsed =>
        {
            KeyValuePair<string, string>[] overrides = [.. SharedOptions.Overrides(parsed.GetValue(set)), .. material.Overrides(parsed)];
            CaseDirectory one = CaseDirectory.Open(parsed.GetRequiredValue(directory), overrides);
            string report = ReportRenewal.Write(one, ResultsLocation.Find(parsed.GetValue(output) ?? one.Path));
            if (parsed.GetValue(json)) JsonOutput.Write(new JsonObject { ["report"] = report });
            else Console.Out.WriteLine(report);
            return ExitCodes.Done;
        });
        return command;
    }
}
