using System.CommandLine;
using LiMeso.Cases.Campaigns;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.Commands.Campaigns;

/// <summary><c>limeso campaign work</c>: one item, as engines start it.</summary>
internal static class WorkCommand
{
    // what Slurm tells its jobs
    private const string ArrayJobVariable = "SLURM_ARRAY_JOB_ID", ArrayTaskVariable = "SLURM_ARRAY_TASK_ID";

    public static Command Create()
    {
        Argument<string> directory = CampaignCommand.Directory();
        Argument<string> item = new("ITEM") { Description = "The item: BOUNDARY/NAME, as 'status --json' lists them; the number of the boundary in the campaign may stand for its id." };
        Option<bool> attached = new("--attached") { Description = "Stop when standard input ends, and leave Ctrl-C to whoever holds its other end." };
        var command = new LimesoCommand("work", "Do one item; engines start this, and so may any other batch system.")
        {
            Details = "Goes on from the newest checkpoint. SIGTERM stops it at a checkpoint (exit code 143). While another process works on the same item it waits, and then finds the work done.",
            Examples = [("limeso campaign work mine/results GB04/structure", "the structure of a boundary"), ("limeso campaign work mine/results 1/400K-seed2", "a run of the first boundary")],
        };
        command.Add(directory);
        command.Add(item);
        command.Add(attached);
        command.SetAction(parsed =>
        {
            CancellationToken stop = parsed.GetValue(attached) ? Interruption.WatchInput(Console.Error.WriteLine) : Interruption.Watch(Console.Error.WriteLine);
            var campaign = Campaign.Open(parsed.GetRequiredValue(directory));
            try
            {
                CampaignWorker.Run(campaign, campaign.Find(parsed.GetRequiredValue(item)), Job, Console.Error.WriteLine, stop);
                return ExitCodes.Done;
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine(CampaignCommand.Interrupted);
                return Interruption.ExitCode;
            }
        });
        return command;
    }

    private static string? Job => Environment.GetEnvironmentVariable(ArrayJobVariable) is { Length: > 0 } job ? $"{job}_{Environment.GetEnvironmentVariable(ArrayTaskVariable)}" : null;
}
