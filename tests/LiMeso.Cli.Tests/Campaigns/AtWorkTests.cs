using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Campaigns;

/// <summary>A campaign while its items are at work: their runs are far longer than a test, so that there is time to look, and are stopped then.</summary>
public sealed class AtWorkTests : IDisposable
{
    private static readonly string _long = SmallCampaign.Text.Replace("production: 2 ps", "production: 2 ns", StringComparison.Ordinal)
        .Replace($"{SmallCampaign.Search}\n", "", StringComparison.Ordinal)
        .Replace("anneal: {temperature: 400 K, heating: 1 ps, holding: 1 ps, cooling: 1 ps}\n", "", StringComparison.Ordinal);

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Status_tells_throughput_and_the_time_that_is_left()
    {
        string directory = Plan("engine: {local: {processes: 1, pin: false}}\n");
        using var run = new RunningProgram(["campaign", "run", directory]);
        JsonObject status = [];
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                Assert.False(run.HasExited, "the campaign ended before it was looked at");
                status = TheProgram.Json(_work.Folder, "campaign", "status", directory);
                return (int)status["groups"]!["430 K"]!["running"]! == 1 && (double)status["throughput_atom_steps_per_second"]! > 0;
            },
            _patience), "no throughput is told");

        JsonNode[] items = [.. status["items"]!.AsArray().OfType<JsonNode>()];
        JsonNode working = Assert.Single(items, i => (string)i["phase"]! == "running");
        Assert.InRange((double)working["share"]!, 1e-9, 1);
        // what is left, at that throughput
        JsonArray plan = (JsonArray)TheProgram.Json(_work.Folder, "campaign", "plan", _work["campaign.yaml"], "--out", directory)["items"]!;
        double open = items.Zip(plan, (item, planned) => (1 - (double)item["share"]!) * (double)planned!["atom_steps"]!).Sum();
        Assert.Equal(1, open / (double)status["throughput_atom_steps_per_second"]! / (double)status["remaining_s"]!, 1e-9);
        // ten thousand times as much is left as a test sees
        Assert.True((double)status["remaining_s"]! > 60);
        string text = TheProgram.Run("campaign", "status", directory).Output;
        Assert.Contains(" atom-steps a second at present: about ", text, StringComparison.Ordinal);

        run.Signal("TERM");
        Assert.Equal(143, run.Wait().ExitCode);
    }

    [Fact]
    public void Each_worker_stays_on_a_core_of_its_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        const int Workers = 2;
        Assert.SkipWhen(CoresOf("self").Length < Workers, "needs two cores");
        string directory = Plan("engine: {local: {processes: 2, pin: true}}\n");
        using var run = new RunningProgram(["campaign", "run", directory]);
        string[][] cores = [];
        // workers of structures come and go; those that follow atoms stay, and are kept on their cores soon after they have begun
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                Assert.False(run.HasExited, "the campaign ended before it was looked at");
                JsonNode[] states = [.. new[] { "GB04/430K-seed1", "GB07/430K-seed1" }.Select(item => SmallCampaign.State(directory, item)).OfType<JsonNode>().Where(s => (string)s["state"]! == "running")];
                cores = [.. states.Select(s => CoresOf($"{(int)s["pid"]!}"))];
                return cores.Length == Workers && Array.TrueForAll(cores, one => one.Length == 1);
            },
            _patience), "no two workers are kept on one core each");

        Assert.NotEqual(cores[0], cores[1]);
        Assert.All(cores, one => Assert.Contains(one[0], CoresOf("self")));
        run.Signal("TERM");
        Assert.Equal(143, run.Wait().ExitCode);
    }

    private string Plan(string engine)
    {
        string directory = _work["results"];
        Outcome plan = TheProgram.Run("campaign", "plan", _work.Write("campaign.yaml", _long + engine), "--out", directory, "--speed", "1e5");
        Assert.True(plan.ExitCode == 0, plan.Errors);
        return directory;
    }

    // "0-2,5" is 0, 1, 2, 5
    private static string[] CoresOf(string process)
    {
        const string Key = "Cpus_allowed_list:";
        string list = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith(Key, StringComparison.Ordinal))[Key.Length..].Trim();
        return
        [
            .. list.Split(',').Select(part => part.Split('-')).SelectMany(ends => Enumerable.Range(int.Parse(ends[0], null), int.Parse(ends[^1], null) - int.Parse(ends[0], null) + 1)).Select(k => $"{k}"),
        ];
    }
}
