using System.CommandLine;
using LiMeso.Cases.Campaigns;
using LiMeso.Cases.Campaigns.Engines;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.Commands.Campaigns;

/// <summary><c>limeso campaign run</c>: the work, or its hand-over to a queue.</summary>
internal static class RunCampaignCommand
{
    public static Command Create()
    {
        Argument<string> directory = CampaignCommand.Directory();
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("run", "Do what is not done, by the engine of the campaign.")
        {
            Details = "Run it again to go on after an interruption, or to try again what failed. The engine 'local' works until all is done; Ctrl-C or SIGTERM stops every item at a checkpoint. "
                + "The engine 'slurm' submits jobs and returns. Prints the status in the end.",
            Examples = [("limeso campaign run mine/results", "until all is done"), ("nohup limeso campaign run mine/results &", "in the background")],
        };
        command.Add(directory);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var campaign = Campaign.Open(parsed.GetRequiredValue(directory));
            using var log = TerminalLog.Open();
            EngineOutcome outcome;
            try
            {
                outcome = campaign.Engine.Engine.Run(campaign, campaign.Engine.Program ?? Environment.ProcessPath!, log, Interruption.Watch(log.Message));
            }
            catch (OperationCanceledException)
            {
                log.Message(CampaignCommand.Interrupted);
                outcome = new EngineOutcome([], Interruption.ExitCode);
            }

            log.Dispose();
            var status = CampaignStatus.Of(campaign);
            if (parsed.GetValue(json)) JsonOutput.Write(StatusCommand.Json(campaign, status));
            else Console.Out.Write(StatusCommand.Text(campaign, status));
            return outcome.ExitCode;
        });
        return command;
    }
}
