using System.CommandLine;
using LiMeso.Cli.CommandLine;

namespace LiMeso.Cli.Commands.Campaigns;

/// <summary><c>limeso campaign</c>: many boundaries, on this machine or a cluster.</summary>
internal static class CampaignCommand
{
    /// <summary>What is said of an interruption: there is no option to continue with.</summary>
    public const string Interrupted = "Interrupted. The same command goes on.";

    public static Command Create() =>
        new LimesoCommand("campaign", "Many grain boundaries at many temperatures, on this machine or a cluster.")
        {
            Details = "A campaign is one file: boundaries, what is done with each of them as in a case of kind 'boundary-diffusion', and who does the work. It becomes a list of items "
                + "(boundary, stage, temperature, seed) that any process may do, in any order but for the search for the structure of a boundary, where the file asks for one, and its structure, which come first. An item that is killed goes on from its "
                + "checkpoint to the same bits; one that is begun twice is done once.",
            Examples =
            [
                ("limeso campaign plan mine/campaign.yaml", "items and their costs; makes the directory mine/results"),
                ("limeso campaign run mine/results", "do the work, or hand it to Slurm; again to go on"),
                ("limeso campaign status mine/results", "progress, throughput, failures"),
                ("limeso campaign collect mine/results --out cases/datasets/mine", "what is finished, as a data set"),
            ],
        }.AsGroupOf([PlanCommand.Create(), RunCampaignCommand.Create(), StatusCommand.Create(), CollectCommand.Create(), WorkCommand.Create()]);

    /// <summary>The argument that names a planned campaign.</summary>
    public static Argument<string> Directory() => new("DIR") { Description = "Directory of the campaign: one that 'limeso campaign plan' made." };
}
