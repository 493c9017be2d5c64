using System.CommandLine;
using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso schema</c>: the JSON Schema of the input, with which editors complete and check it.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        Option<bool> dataSet = new("--data-set", "--dataset") { Description = "That of a diffusivity data set's dataset.yaml instead." };
        Option<bool> campaign = new("--campaign") { Description = "That of a campaign file instead." };
        var command = new LimesoCommand("schema", "Print the JSON Schema of case.yaml, with which editors complete and check it.")
        {
            Details = "The schema is made from the functions that read the input, so it is never behind them.",
            Group = "Reference",
            Examples = [("limeso schema > case.schema.json", "then put '# yaml-language-server: $schema=case.schema.json' on the first line of case.yaml")],
        };
        command.Add(dataSet);
        command.Add(campaign);
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetValue(dataSet) ? CaseSchema.WriteForDataSets() : parsed.GetValue(campaign) ? CaseSchema.WriteForCampaigns() : CaseSchema.Write());
            return ExitCodes.Done;
        });
        return command;
    }
}
