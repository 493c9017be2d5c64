using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Campaigns;

/// <summary>A campaign in a real queue: killed, cancelled, sent back and doubled, it leaves the data set of an undisturbed local run.</summary>
[Collection(nameof(SmallCampaign))]
public sealed class SlurmTests(SmallCampaign campaign)
{
    private const string Engine = "engine: {slurm: {partition: main, time-limit: 5 min, signal-before: 30 s, options: --no-kill}}\n";
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    [Fact]
    public void A_campaign_that_is_disturbed_in_every_way_ends_with_the_data_set_of_an_undisturbed_local_run()
    {
        Assert.SkipWhen(SlurmCluster.Obstacle() is { }, SlurmCluster.Obstacle() ?? "");
        using var cluster = SlurmCluster.Start();
        string directory = campaign.Plan("slurm", Engine);
        Outcome first = TheProgram.Run("campaign", "run", directory);
        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Contains("8 items submitted in 4 arrays; 0 in the queue before.", first.Errors, StringComparison.Ordinal);
        // what is in the queue is not submitted again
        Assert.Contains("0 items submitted in 0 arrays; 8 in the queue before.", TheProgram.Run("campaign", "run", directory).Errors, StringComparison.Ordinal);

        // SIGKILL: the job starts its worker again
        JsonNode state = Working(directory, "GB04/structure");
        using (var kill = System.Diagnostics.Process.Start("sh", ["-c", $"kill -KILL {(int)state["pid"]!}"])) kill.WaitForExit();
        // the same item once more, by hand, while the job works on it
        using var twin = new RunningProgram(["campaign", "work", directory, "GB07/structure"]);

        // the signal that comes before the time limit: the item checkpoints, and its task goes back into the queue
        string follow = (string)Working(directory, "GB04/430K-seed1")["job"]!;
        SlurmCluster.Ask("scancel", "--signal=USR1", "--batch", follow);
        Assert.True(SpinWait.SpinUntil(() => (string)SmallCampaign.State(directory, "GB04/430K-seed1")!["state"]! != "running", _patience));

        // a task that is cancelled stops, and is submitted again by the next run of the campaign
        string cancelled = (string)Working(directory, "GB07/430K-seed1")["job"]!;
        SlurmCluster.Ask("scancel", cancelled);
        Assert.Equal(0, twin.Wait().ExitCode);
        Finish(directory);

        campaign.ExpectSame(directory);
        campaign.ExpectSameDataSet(directory);
        Assert.True((int)SmallCampaign.State(directory, "GB04/structure")!["attempts"]! >= 2);
        Assert.True((int)SmallCampaign.State(directory, "GB04/430K-seed1")!["attempts"]! >= 2);
        Assert.Equal(follow, (string)SmallCampaign.State(directory, "GB04/430K-seed1")!["job"]!);
        Assert.NotEqual(cancelled, (string)SmallCampaign.State(directory, "GB07/430K-seed1")!["job"]!);
        Assert.Contains("In the queue: 0 running tasks, 0 waiting.", TheProgram.Run("campaign", "status", directory).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_Slurm_the_message_says_what_is_missing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a path without programs");
        string directory = campaign.Plan("no-slurm", Engine);
        using var run = new RunningProgram(["campaign", "run", directory], "env", "PATH=/nowhere");
        Outcome outcome = run.Wait();
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("sbatch: error: no such program on the PATH", outcome.Errors, StringComparison.Ordinal);
    }

    // Runs the campaign again whenever the queue is empty, until all is done.
    private static void Finish(string directory)
    {
        for (DateTime end = DateTime.UtcNow + _patience; SmallCampaign.ItemFiles(directory).Length < SmallCampaign.Items; Thread.Sleep(200))
        {
            Assert.True(DateTime.UtcNow < end, "the campaign does not end");
            if (SlurmCluster.Queue().Length == 0) Assert.Equal(0, TheProgram.Run("campaign", "run", directory).ExitCode);
        }
    }

    // Waits until an item is at work, for some moments, and is not done soon.
    private static JsonNode Working(string directory, string item)
    {
        JsonNode? state = null;
        Assert.True(SpinWait.SpinUntil(() => (state = SmallCampaign.State(directory, item)) is not null && (string)state["state"]! is "running" or "finished", _patience), $"{item} does not begin");
        Assert.SkipUnless((string)state!["state"]! == "running", $"this machine is too fast: {item} was done before it could be disturbed");
        return state;
    }
}
