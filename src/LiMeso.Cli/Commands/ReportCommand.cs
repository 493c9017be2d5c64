using System.CommandLine;
using System.Text.Json.Nodes;
using LiMeso.Cases.Export;
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
        Argument<string> directory = SharedOptions.Results();
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("report", "Make the report of a finished run anew from its stored results.")
        {
            Details = "Nothing is computed again. The results hold the input as it was run, --set included; what has changed in the case since does not matter, "
                + "unless it is a data set or a file that the run used.",
            Examples =
            [
                ("limeso report cases/krauskopf-llzo", "then open cases/krauskopf-llzo/results/report.html"),
                ("limeso report thin", "of the results in 'thin'"),
            ],
        };
        command.Add(directory);
        command.Add(json);
        command.SetAction(parsed =>
        {
            string report = ReportRenewal.Write(ResultsLocation.Find(parsed.GetRequiredValue(directory)));
            if (parsed.GetValue(json)) JsonOutput.Write(new JsonObject { ["report"] = report });
            else Console.Out.WriteLine(report);
            return ExitCodes.Done;
        });
        return command;
    }
}
