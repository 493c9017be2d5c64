using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Campaigns;

public sealed class PlanTests : IDisposable
{
    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    private string Write(string text) => _work.Write("campaign.yaml", text);

    [Fact]
    public void A_plan_lists_every_item_with_its_cost_and_computes_nothing()
    {
        string file = Write(SmallCampaign.Text);
        JsonObject plan = TheProgram.Json(_work.Folder, "campaign", "plan", file, "--speed", "1e5");
        JsonArray items = (JsonArray)plan["items"]!;
        Assert.Equal(SmallCampaign.Items, items.Count);
        Assert.Equal(["search", "structure", "430K-seed1", "330K-seed1"], items.Take(4).Select(i => (string)i!["name"]!));
        Assert.Equal(["GB04", "GB07"], items.Select(i => (string)i!["boundary_id"]!).Distinct());
        // 2.6 ps in steps of 2.5 fs
        Assert.All(items.Where(i => i!["seed"] is not null), i => Assert.Equal(1040 * (double)i!["atoms"]!, (double)i["atom_steps"]!, 1e-6));
        Assert.Equal(items.Sum(i => (double)i!["atom_steps"]!) / 1e5 / 3600, (double)plan["core_hours"]!, 1e-12);
        // 1e5 atom-steps a second, 86400 s a day, 2.5e-6 ns a step
        JsonArray boundaries = (JsonArray)plan["boundaries"]!;
        Assert.Equal(["GB04", "GB07"], boundaries.Select(b => (string)b!["id"]!));
        foreach (JsonNode? b in boundaries)
        {
            double atoms = (double)items.First(i => (string)i!["boundary_id"]! == (string)b!["id"]! && i["seed"] is not null)!["atoms"]!;
            Assert.Equal(21600 / atoms, (double)b!["ns_per_day"]!, 1e-9);
        }

        string[] table = TheProgram.Run("campaign", "plan", file).Output.Split('\n');
        int column = table.First(l => l.Contains("ns/day", StringComparison.Ordinal)).IndexOf("ns/day", StringComparison.Ordinal);
        Assert.Equal((double)boundaries[0]!["ns_per_day"]!, double.Parse(table.First(l => l.StartsWith("GB04", StringComparison.Ordinal))[(column - 2)..(column + 6)], System.Globalization.CultureInfo.InvariantCulture), 0.5);
        Assert.Equal(items.Sum(i => (double)i!["core_hours"]!), (double)plan["core_hours"]!, 1e-12);
        Assert.Empty(Directory.EnumerateFiles(_work["results"], "*.h5", SearchOption.AllDirectories));
    }

    [Fact]
    public void Where_runs_may_end_earlier_costs_are_called_limits()
    {
        JsonObject plan = TheProgram.Json(_work.Folder, "campaign", "plan", Write(SmallCampaign.Text), "--speed", "1e5");
        Assert.False((bool)plan["costs_are_limits"]!);
        Assert.DoesNotContain("at most", TheProgram.Run("campaign", "plan", _work["campaign.yaml"]).Output, StringComparison.Ordinal);

        // followed for 2, and 4, and 8 ps
        string file = _work.Write("open.yaml", SmallCampaign.Text.Replace("production: 2 ps", "production: 2 ps\n  longest-production: 8 ps", StringComparison.Ordinal) + SmallCampaign.Local);
        JsonObject open = TheProgram.Json(_work.Folder, "campaign", "plan", file, "--speed", "1e5", "--out", _work["open"]);
        Assert.True((bool)open["costs_are_limits"]!);
        Assert.All(open["items"]!.AsArray().Where(i => i!["seed"] is not null), i => Assert.Equal(5840 * (double)i!["atoms"]!, (double)i["atom_steps"]!, 1e-6));
        string text = TheProgram.Run("campaign", "plan", file, "--out", _work["open"]).Output;
        Assert.Contains("8 items, at most ", text, StringComparison.Ordinal);
        Assert.Contains("By 2 processes on this machine: at most ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_speed_is_measured_where_it_is_not_given()
    {
        JsonObject plan = TheProgram.Json(_work.Folder, "campaign", "plan", Write(SmallCampaign.Text + SmallCampaign.Local));
        Assert.Equal("measured here, 2 at a time", (string)plan["speed_from"]!);
        Assert.InRange((double)plan["atom_steps_per_second"]!, 1e3, 1e8);
    }

    [Fact]
    public void Planning_again_takes_up_what_is_more_and_refuses_what_is_other()
    {
        string file = Write(SmallCampaign.Text + "engine: {local: {processes: 2}}\n");
        Assert.Equal(0, TheProgram.Run("campaign", "plan", file, "--speed", "1e5").ExitCode);
        IReadOnlyList<string> before = _work.Everything();
        Outcome again = TheProgram.Run("campaign", "plan", file, "--speed", "2e5");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("1E+05 atom-steps a second", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, _work.Everything());

        Write(SmallCampaign.Text + "engine: {local: {processes: 1}}\n");
        Assert.Contains("By 1 process on this machine", TheProgram.Run("campaign", "plan", file).Output, StringComparison.Ordinal);
        Write(SmallCampaign.Text.Replace("seeds: 1", "seeds: 2", StringComparison.Ordinal).Replace("[330 K, 430 K]", "[330 K, 380 K, 430 K]", StringComparison.Ordinal));
        Assert.Equal(2 * (2 + 3 * 2), TheProgram.Json(_work.Folder, "campaign", "plan", file, "--speed", "1e5")["items"]!.AsArray().Count);
        Assert.Equal(0, TheProgram.Run("campaign", "status", _work["results"]).ExitCode);

        Write(SmallCampaign.Text.Replace("holding: 1 ps", "holding: 2 ps", StringComparison.Ordinal));
        Outcome other = TheProgram.Run("campaign", "plan", file);
        Assert.Equal((2, ""), (other.ExitCode, other.Output));
        Assert.Contains("holds a campaign of other values ('Two small boundaries')", other.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("boundaries: [GB04, GB07]", "boundaries: [GB04, GB71]", "campaign.yaml:3:20: error: 'boundaries' cannot be 'GB71'", "Valid here: all, marked, GB01")]
    [InlineData("seeds: 1", "seds: 1", "campaign.yaml:10:3: error: unknown key 'seds' in 'diffusion'", "Did you mean 'seeds'?")]
    [InlineData("production: 2 ps", "production: 0.6 ps", "campaign.yaml:14:15: error: atoms are followed for less time than the line through their displacement needs, 0.7 ps", "Give a longer time, or a shorter 'fit-to'")]
    [InlineData("production: 2 ps", "production: 0.4 ps", "campaign.yaml:14:15: error: atoms are followed for less than one tracking interval, 0.5 ps", "Give a longer time, or a shorter 'interval' of 'tracking'")]
    [InlineData("interval: 0.5 ps", "interval: 50 fs", "campaign.yaml:15:24: error: an interval holds less than one sample, 0.1 ps", "Give a longer time, or a shorter 'sample'")]
    [InlineData("[1.2 A, 2 A]", "[1.2 A, 3 A]", "campaign.yaml:5:48: error: a threshold beyond 2.9 A", "Give none larger than 2.9 A")]
    [InlineData("time-step", "engine: {slurm: {time-limit: 5 min, signal-before: 5 min}}\ntime-step", "error: it is no shorter than 'time-limit'", "Give a shorter time")]
    [InlineData("time-step", "engine: {local: {}, slum: {}}\ntime-step", "error: unknown key 'slum' in 'engine'", "Valid here: limeso, local")]
    [InlineData("kind: campaign", "kind: boundary-diffusion", "'kind' cannot be 'boundary-diffusion'", "campaign")]
    [InlineData("time-step", "potential: {library: no.meam, parameters: Li.meam}\ntime-step", "'no.meam' does not exist", "")]
    public void A_file_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string problem, string advice)
    {
        Outcome outcome = TheProgram.RunIn(_work.Folder, "campaign", "plan", Path.GetFileName(Write(SmallCampaign.Text.Replace(right, wrong, StringComparison.Ordinal))), "--speed", "1e5");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(problem, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(advice, outcome.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_work["results"]));
    }

    [Fact]
    public void A_directory_with_something_else_is_left_alone()
    {
        _work.Write("results/notes.txt", "mine");
        Outcome outcome = TheProgram.Run("campaign", "plan", Write(SmallCampaign.Text), "--speed", "1e5");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("the directory is not empty and holds no campaign", outcome.Errors, StringComparison.Ordinal);
        Outcome run = TheProgram.Run("campaign", "run", _work["results"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the directory holds no campaign", run.Errors, StringComparison.Ordinal);
    }
}
