using System.CommandLine;
using System.Text.Json.Nodes;
using LiMeso.Cases.Export;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;
using LiMeso.Core.Input;
using LiMeso.Storage.Export;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso export</c>: results for ParaView, spreadsheets and data frames.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        Argument<string> directory = SharedOptions.Results();
        Option<string> format = new("--to") { HelpName = "FORMAT", Required = true, Description = "vtk, xdmf or csv; 'limeso list export-formats' tells more." };
        format.CompletionSources.Add(_ => Exporters.All.Names);
        Option<string?> output = SharedOptions.Output("Where to (default: a folder named as the format, in the results).");
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("export", "Write results of a finished or unfinished run for ParaView or a spreadsheet.")
        {
            Details = "vtk and xdmf hold the fields of every snapshot; csv holds them as well, and all arrays of the report. Everything is made from the HDF5 "
                + "files, so it can be made again at any time; an earlier export is replaced.",
            Examples =
            [
                ("limeso export cases/krauskopf-llzo --to vtk", "then open results/vtk/fields.pvd in ParaView"),
                ("limeso export cases/capacity-maps --to csv -o maps", "the arrays behind the figures, in 'maps/arrays'"),
            ],
        };
        command.Add(directory);
        command.AddOptions([format, output, json]);
        command.SetAction(parsed =>
            Export(parsed.GetRequiredValue(directory), parsed.GetRequiredValue(format), parsed.GetValue(output), parsed.GetValue(json)));
        return command;
    }

    private static int Export(string directory, string format, string? output, bool json)
    {
        if (!Exporters.All.Contains(format))
            throw new InputException(new SourceLocation("--to"), $"unknown export format '{format}'", Suggestion.For(format, Exporters.All.Names));
        string results = ResultsLocation.Find(directory);
        IReadOnlyList<string> files = ResultExport.Write(results, format, output ?? Path.Combine(results, format));
        if (json) JsonOutput.Write(new JsonObject { ["results"] = results, ["format"] = format, ["files"] = JsonOutput.Texts(files) });
        else Console.Out.Write(string.Concat(files.Select(f => f + "\n")));
        return ExitCodes.Done;
    }
}
