using System.CommandLine;
using System.Text.Json.Nodes;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso new</c>: a case directory to start from.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        Argument<string> kind = new("KIND") { Description = "Kind of case; 'limeso list kinds' tells them." };
        kind.CompletionSources.Add(_ => CaseKinds.All.Names);
        Argument<string> directory = new("DIR") { Description = "The directory to make." };
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("new", "Make a case directory from a commented template that runs as it stands.")
        {
            Examples = [("limeso new depletion my-foil", "then edit my-foil/case.yaml, 'limeso check my-foil', 'limeso run my-foil'")],
        };
        command.Add(kind);
        command.Add(directory);
        command.Add(json);
        command.SetAction(parsed => Make(parsed.GetRequiredValue(kind), parsed.GetRequiredValue(directory), parsed.GetValue(json)));
        return command;
    }

    private static int Make(string kind, string directory, bool json)
    {
        CaseTemplate.Create(kind, directory);
        string file = Path.Combine(directory, CaseDirectory.FileName);
        if (json) JsonOutput.Write(new JsonObject { ["kind"] = kind, ["directory"] = directory, ["file"] = file });
        else Console.Out.WriteLine($"{file}: a case of kind '{kind}'. Edit it, then 'limeso check {directory}' and 'limeso run {directory}'.");
        return ExitCodes.Done;
    }
}
