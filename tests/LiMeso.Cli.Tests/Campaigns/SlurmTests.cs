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

    // the campaign, with a structure that takes far longer than any test
    private static string LongStructure => SmallCampaign.Text.Replace($"{SmallCampaign.Search}\n", "", StringComparison.Ordinal).Replace("holding: 1 ps", "holding: 1 ns", StringComparison.Ordinal);

    [Fact]
    public void A_campaign_that_is_disturbed_in_every_way_ends_with_the_data_set_of_an_undisturbed_local_run()
    {
        Assert.SkipWhen(SlurmCluster.Obstacle() is { }, SlurmCluster.Obstacle() ?? "");
        using var cluster = SlurmCluster.Start();
        string directory = campaign.Plan("slurm", Engine);
        // nothing begins until all has been looked at
        SlurmCluster.Ask("scontrol", "update", "PartitionName=main", "State=DOWN");
        Outcome first = TheProgram.Run("campaign", "run", directory);
        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Contains("8 items submitted in 4 arrays; 0 in the queue before.", first.Errors, StringComparison.Ordinal);
        // what is in the queue is not submitted again
        Assert.Contains("0 items submitted in 0 arrays; 8 in the queue before.", TheProgram.Run("campaign", "run", directory).Errors, StringComparison.Ordinal);
        Dictionary<string, string> jobs = SlurmCluster.Queue().Select(q => (q.Name, q.Job)).Distinct().ToDictionary(q => q.Name, q => q.Job);
        Assert.DoesNotContain("aftercorr", SlurmCluster.Ask("scontrol", "show", "job", jobs["limeso-search"]), StringComparison.Ordinal);
        foreach ((string item, string before) in (ReadOnlySpan<(string, string)>)[("structure", "search"), ("430K-seed1", "structure"), ("330K-seed1", "structure")])
            Assert.Contains($"Dependency=aftercorr:{jobs[$"limeso-{before}"]}_*", SlurmCluster.Ask("scontrol", "show", "job", jobs[$"limeso-{item}"]), StringComparison.Ordinal);
        SlurmCluster.Ask("scontrol", "update", "PartitionName=main", "State=UP");

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

    // Slurm looks at limits every half a minute, and so much earlier may its signal come: half a minute to one after the task has begun.
    [Fact]
    public void Before_a_limit_that_strikes_an_item_checkpoints_and_its_task_goes_on_in_the_next_slot()
    {
        Assert.SkipWhen(SlurmCluster.Obstacle() is { }, SlurmCluster.Obstacle() ?? "");
        using var cluster = SlurmCluster.Start();
        string directory = campaign.Plan("limit", Engine.Replace("time-limit: 5 min, signal-before: 30 s", "time-limit: 2 min, signal-before: 1 min", StringComparison.Ordinal), LongStructure.Replace("GB04, GB07", "GB04", StringComparison.Ordinal));
        Assert.Equal(0, TheProgram.Run("campaign", "run", directory).ExitCode);
        string job = (string)Working(directory, "GB04/structure")["job"]!;
        JsonNode? state = null;
        bool Reaches(Func<bool> what) => SpinWait.SpinUntil(() => (state = SmallCampaign.State(directory, "GB04/structure")) is not null && what(), _patience);
        Assert.True(Reaches(() => (string)state!["state"]! != "running"), "no signal came");
        Assert.Equal("stopped", (string)state!["state"]!);
        double share = (double)state["share"]!;
        Assert.True(share > 0);
        Assert.True(Reaches(() => (string)state!["state"]! == "running" && state["start_share"] is not null), "the task does not go on");
        Assert.Equal(job, (string)state["job"]!);
        Assert.True((int)state["attempts"]! >= 2);
        Assert.Equal(share, (double)state["start_share"]!, 0.02);    // from where the signal found it
        SlurmCluster.Ask("scancel", job);
        Assert.True(Reaches(() => (string)state!["state"]! == "stopped"));
    }

    [Fact]
    public void Arrays_ask_for_a_signal_before_their_limit_and_items_whose_predecessor_is_at_work_elsewhere_wait()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        // programs of a queue that takes everything and tells what it was asked
        string queue = campaign["queue"], asked = Path.Combine(queue, "asked.txt"), directory = campaign.Plan("asked", Engine, LongStructure);
        Directory.CreateDirectory(queue);
        Write("sbatch", $"echo \"$@\" >> '{asked}'\ngrep -c . '{asked}'\n");
        Write("squeue", "");
        using var worker = new RunningProgram(["campaign", "work", directory, "GB04/structure"]);
        Assert.True(SpinWait.SpinUntil(() => SmallCampaign.State(directory, "GB04/structure") is not null, _patience));
        using var run = new RunningProgram(["campaign", "run", directory], "env", $"PATH={queue}:{Environment.GetEnvironmentVariable("PATH")}");
        Outcome outcome = run.Wait();
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        Assert.Contains("3 items submitted in 3 arrays; 0 in the queue before.", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("2 items not submitted: what they begin from is at work outside the queue.", outcome.Errors, StringComparison.Ordinal);
        // GB07 is the second boundary
        string[] lines = File.ReadAllLines(asked);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Contains(" --array=2 --ntasks=1 --cpus-per-task=1 --requeue --time=5 --signal=B:USR1@30 ", line, StringComparison.Ordinal));
        Assert.Equal([null, "1", "1"], lines.Select(l => l.Split(' ').FirstOrDefault(o => o.StartsWith("--dependency=aftercorr:", StringComparison.Ordinal))?.Split(':')[^1]));

        Assert.False(worker.HasExited);

        void Write(string name, string body)
        {
            string file = Path.Combine(queue, name);
            File.WriteAllText(file, "#!/bin/sh\n" + body);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
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
