using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Campaigns;

/// <summary>Items are done once, to the same bits, whatever happens to the processes that do them.</summary>
[Collection(nameof(SmallCampaign))]
public sealed class LocalTests(SmallCampaign campaign)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void Workers_killed_at_any_moment_and_an_engine_killed_and_stopped_leave_the_bits_of_an_undisturbed_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs signals");
        string directory = campaign.Plan("disturbed", SmallCampaign.Local);
        var random = new Random(20261130);
        int struck = 0;
        // the engine starts again what is killed
        using (var run = new RunningProgram(["campaign", "run", directory]))
        {
            for (DateTime end = DateTime.UtcNow + _patience; struck < 3; Thread.Sleep(random.Next(150, 900)))
            {
                Assert.True(DateTime.UtcNow < end && !run.HasExited, "the campaign ended before its workers could be killed");
                if (Workers(directory) is [_, ..] pids && Kill("KILL", pids[random.Next(pids.Count)])) struck++;
            }

            Assert.True(run.Kill());
        }

        // workers see that nobody holds the other end any more
        Assert.True(SpinWait.SpinUntil(() => Counts(directory)["running"] == 0, _patience), "workers outlive their engine");

        using (var run = new RunningProgram(["campaign", "run", directory]))
        {
            Assert.True(SpinWait.SpinUntil(() => run.HasExited || Workers(directory).Count > 0, _patience));
            Thread.Sleep(400);
            run.Signal("TERM");
            Outcome stopped = run.Wait();
            Assert.Equal(143, stopped.ExitCode);
            Assert.EndsWith("Interrupted. The same command goes on.\n", stopped.Errors, StringComparison.Ordinal);
            Assert.Equal(0, Counts(directory)["running"]);
        }

        Outcome last = TheProgram.Run("campaign", "run", directory);
        Assert.True(last.ExitCode == 0, last.Errors);
        campaign.ExpectSame(directory);
        campaign.ExpectSameDataSet(directory);
        Assert.True(TheProgram.Json(campaign[""], "campaign", "status", directory)["items"]!.AsArray().Sum(i => (int)i!["state"]!["attempts"]!) >= SmallCampaign.Items + struck);
    }

    [Fact]
    public void A_campaign_grows_and_keeps_what_is_done()
    {
        string directory = campaign.Plan("grown", SmallCampaign.Local, SmallCampaign.Text.Replace("[GB04, GB07]", "[GB04]", StringComparison.Ordinal).Replace("[330 K, 430 K]", "[430 K]", StringComparison.Ordinal));
        Assert.Equal(0, TheProgram.Run("campaign", "run", directory).ExitCode);
        string[] done = SmallCampaign.ItemFiles(directory);
        Assert.Equal(3, done.Length);
        DateTime[] written = [.. done.Select(f => File.GetLastWriteTimeUtc(Path.Combine(directory, f)))];

        Assert.Equal(directory, campaign.Plan("grown", SmallCampaign.Local));
        Assert.Equal((3, SmallCampaign.Items - 3), (Counts(directory)["done"], Counts(directory)["waiting"]));
        Outcome run = TheProgram.Run("campaign", "run", directory);
        Assert.True(run.ExitCode == 0, run.Errors);
        campaign.ExpectSame(directory);
        campaign.ExpectSameDataSet(directory);
        Assert.Equal(written, done.Select(f => File.GetLastWriteTimeUtc(Path.Combine(directory, f))));
    }

    [Fact]
    public void Runs_that_have_yet_to_be_followed_for_longer_give_bounds_until_then_and_the_data_set_is_renewed()
    {
        // cold, and further than any atom gets in so little time
        string text = SmallCampaign.Text.Replace("[GB04, GB07]", "[GB04]", StringComparison.Ordinal).Replace("[330 K, 430 K]", "[250 K]", StringComparison.Ordinal).Replace("least-displacement: 0.2", "least-displacement: 50", StringComparison.Ordinal);
        string longer = text.Replace("production: 2 ps", "production: 2 ps\n  longest-production: 4 ps", StringComparison.Ordinal);
        string directory = campaign.Plan("brief", SmallCampaign.Local, text), set = campaign["renewed"];
        Assert.Equal(0, TheProgram.Run("campaign", "run", directory).ExitCode);
        SmallCampaign.Collect(directory, set);

        campaign.Plan("brief", SmallCampaign.Local, longer);
        JsonNode item = TheProgram.Json(campaign[""], "campaign", "status", directory)["items"]!.AsArray().Single(i => (string)i!["id"]! == "GB04/250K-seed1")!;
        Assert.Equal("waiting", (string)item["phase"]!);
        // 2.6 of 6.6 ps
        Assert.Equal(1040.0 / 2640, (double)item["share"]!, 1e-6);
        SmallCampaign.Collect(directory, set);
        JsonNode Provenance() => JsonNode.Parse(File.ReadAllText(Path.Combine(set, "provenance.json")))!;
        Assert.Equal((2, 3), ((int)Provenance()["items_finished"]!, (int)Provenance()["items"]!));
        Assert.Equal("250K-seed1", (string)Provenance()["boundaries"]![0]!["runs_not_finished"]![0]!);
        double Time() => double.Parse(File.ReadLines(Path.Combine(set, "runs.csv")).Last().Split(',')[4], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(2, Time(), 1e-9);

        Assert.Equal(0, TheProgram.Run("campaign", "run", directory).ExitCode);
        SmallCampaign.Collect(directory, set);
        Assert.Equal(3, (int)Provenance()["items_finished"]!);
        Assert.Empty(Provenance()["boundaries"]![0]!["runs_not_finished"]!.AsArray());
        Assert.Equal(4, Time(), 1e-9);
        Assert.Contains("Resumed at step 1040,", File.ReadAllText(Path.Combine(directory, "work", "GB04", "250K-seed1", "log.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Searches_and_structures_come_first_and_then_the_runs_of_all_boundaries_from_the_hottest_down()
    {
        string directory = campaign.Plan("alone", "engine: {local: {processes: 1, pin: false}}\n");
        Outcome run = TheProgram.Run("campaign", "run", directory);
        Assert.True(run.ExitCode == 0, run.Errors);
        const string End = ": done";
        IEnumerable<string> done = run.Errors.Split('\n').Where(l => l.EndsWith(End, StringComparison.Ordinal)).Select(l => l[..^End.Length].Split(' ')[^1]);
        Assert.Equal(["GB04/search", "GB07/search", "GB04/structure", "GB07/structure", "GB04/430K-seed1", "GB07/430K-seed1", "GB04/330K-seed1", "GB07/330K-seed1"], done);
        campaign.ExpectSame(directory);
    }

    [Fact]
    public void An_item_that_several_processes_begin_is_done_once()
    {
        string directory = campaign.Plan("duplicated", SmallCampaign.Local);
        RunningProgram[] all = [.. Enumerable.Range(0, 3).Select(_ => new RunningProgram(["campaign", "work", directory, "GB04/search"]))];
        Assert.All(all, one => Assert.Equal(0, one.Wait().ExitCode));
        foreach (RunningProgram one in all) one.Dispose();
        Assert.Equal(1, (int)SmallCampaign.State(directory, "GB04/search")!["attempts"]!);
        string file = Assert.Single(SmallCampaign.ItemFiles(directory));
        Assert.Equal(File.ReadAllBytes(Path.Combine(campaign.Reference, file)), File.ReadAllBytes(Path.Combine(directory, file)));

        // the number of the boundary stands for its id, and what is done stays as it is
        string[] before = Crash.Results.Fingerprint(directory);
        Assert.Equal(0, TheProgram.Run("campaign", "work", directory, "1/search").ExitCode);
        Assert.Equal(before, Crash.Results.Fingerprint(directory));
    }

    [Fact]
    public void A_finished_campaign_has_nothing_left_to_do_and_its_cases_count_as_run()
    {
        string[] before = [.. Crash.Results.Fingerprint(campaign.Reference).Where(l => l.Contains("item.h5", StringComparison.Ordinal))];
        JsonObject status = TheProgram.Json(campaign[""], "campaign", "run", campaign.Reference);
        Assert.Equal((SmallCampaign.Items, 1.0), ((int)status["counts"]!["done"]!, (double)status["share"]!));
        Outcome run = TheProgram.Run("run", Path.Combine(campaign.Reference, "boundaries", "GB07"), "--resume");
        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(Path.Combine(campaign.Reference, "boundaries", "GB07", "results", "diffusivities.csv")));
        Assert.Equal(before, Crash.Results.Fingerprint(campaign.Reference).Where(l => l.Contains("item.h5", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_run_of_the_case_has_done_counts_for_the_campaign()
    {
        string directory = campaign.Plan("by-hand", SmallCampaign.Local);
        using (var run = new RunningProgram(["run", Path.Combine(directory, "boundaries", "GB04"), "--resume", "--threads", "1"]))
        {
            Assert.True(SpinWait.SpinUntil(() => run.HasExited || SmallCampaign.ItemFiles(directory).Length > 0, _patience));
            run.Kill();
        }

        Assert.Equal((1, 0), (Counts(directory)["done"], Counts(directory)["running"]));
        string file = Assert.Single(SmallCampaign.ItemFiles(directory));
        Assert.Equal(File.ReadAllBytes(Path.Combine(campaign.Reference, file)), File.ReadAllBytes(Path.Combine(directory, file)));
    }

    [Fact]
    public void A_failure_is_told_with_the_end_of_its_log()
    {
        string directory = campaign.Plan("failing", SmallCampaign.Local);
        Outcome first = TheProgram.Run("campaign", "work", directory, "GB07/structure");
        Assert.Equal(2, first.ExitCode);
        Assert.Contains("begins from the item 'search', which is not finished", first.Errors, StringComparison.Ordinal);
        Outcome early = TheProgram.Run("campaign", "work", directory, "GB04/330K-seed1");
        Assert.Equal(2, early.ExitCode);
        Assert.Contains("begins from the item 'structure', which is not finished", early.Errors, StringComparison.Ordinal);
        Outcome status = TheProgram.Run("campaign", "status", directory);
        Assert.Contains("GB04/330K-seed1 failed: ", status.Output, StringComparison.Ordinal);
        Assert.Contains("Z  attempt 1 on ", status.Output, StringComparison.Ordinal);
        Assert.Equal((2, SmallCampaign.Items - 2), (Counts(directory)["failed"], Counts(directory)["waiting"]));

        Outcome unknown = TheProgram.Run("campaign", "work", directory, "GB04/330K-seed7");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("Did you mean 'GB04/330K-seed1'?", unknown.Errors, StringComparison.Ordinal);
    }

    private Dictionary<string, int> Counts(string directory) =>
        TheProgram.Json(campaign[""], "campaign", "status", directory)["counts"]!.AsObject().ToDictionary(c => c.Key, c => (int)c.Value!);

    // the processes that hold an item and have said so
    private static IReadOnlyList<int> Workers(string directory) =>
    [
        .. Directory.EnumerateFiles(directory, "state.json", SearchOption.AllDirectories).Select(f => JsonNode.Parse(File.ReadAllText(f))!)
            .Where(s => (string)s["state"]! == "running" && Directory.Exists($"/proc/{(int)s["pid"]!}")).Select(s => (int)s["pid"]!),
    ];

    private static bool Kill(string signal, int pid)
    {
        using var kill = System.Diagnostics.Process.Start("sh", ["-c", $"kill -{signal} {pid} 2>/dev/null"]);
        kill.WaitForExit();
        return kill.ExitCode == 0;
    }
}
