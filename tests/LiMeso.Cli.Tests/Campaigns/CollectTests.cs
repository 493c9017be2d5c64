using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;
using LiMeso.Transport.Data;

namespace LiMeso.Cli.Tests.Campaigns;

/// <summary>The data set of a campaign, whole and in parts.</summary>
[Collection(nameof(SmallCampaign))]
public sealed class CollectTests(SmallCampaign campaign)
{
    [Fact]
    public void A_collected_data_set_is_read_by_the_transport_half_and_says_where_it_comes_from()
    {
        string place = SmallCampaign.Collect(campaign.Reference, campaign["whole/small"]);
        DiffusivitySet set = DiffusivitySetReader.Read(place);
        Assert.Equal(("small", DataOrigin.Computed, BoundaryDefinition.Total), (set.Name, set.Origin, set.Definition));
        Assert.Equal(4, ExpectWhatRunsFound(set, place));
        BoundaryData first = set.Boundaries.First(b => b.Id == "GB04");
        Assert.Equal(("S5(310)/[001] tilt", BoundaryKind.Tilt, 5, "[001]", "(310)"), (first.Name, first.Kind, first.Sigma, first.Axis, first.Plane));
        // the bulk part is that of li-limeso-bulk, with its source; what the set does not use is not cited
        DiffusivitySet own = DiffusivitySetReader.Read(Path.Combine(Repository.Root, "cases", "datasets", "li-limeso-bulk"));
        Assert.Equal(own.At(400).Bulk.Value, set.Bulk.At(400).Value);
        Assert.Equal(["limeso-boundaries", "limeso-bulk", "yoon-2023", "choice"], set.Sources.Select(s => s.Id));
        Assert.Contains("2 of 2 grain boundaries, 4 runs, atoms followed for 0.008 ns in all", set.CitationOf("limeso-boundaries"), StringComparison.Ordinal);

        var made = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(place, "provenance.json")))!;
        Assert.Equal((SmallCampaign.Items, SmallCampaign.Items), ((int)made["items"]!, (int)made["items_finished"]!));
        string[] structures = File.ReadAllLines(Path.Combine(place, "structures.csv"))[2..];
        Assert.Equal(["GB04", "GB07"], structures.Select(l => l.Split(',')[0]));
        // what others find after a search of all translations (LAMMPS: 0.133, 0.122 J/m2) is a lower limit
        Assert.All(structures, line => Assert.InRange(double.Parse(line.Split(',')[5], null), 0.12, 0.3));
    }

    [Fact]
    public void What_is_finished_so_far_is_collected_with_the_counts_that_it_has()
    {
        string part = campaign["part"];
        Crash.Results.Copy(campaign.Reference, part);
        Directory.Delete(Path.Combine(part, "boundaries", "GB04", "results", "items", "430K-seed1"), recursive: true);
        string place = SmallCampaign.Collect(part, campaign["partly/small"]);
        Assert.Equal(3, ExpectWhatRunsFound(DiffusivitySetReader.Read(place), place));

        // again, over its own; not over another's
        Assert.Equal(0, TheProgram.Run("campaign", "collect", campaign.Reference, "--out", place).ExitCode);
        File.Delete(Path.Combine(place, "provenance.json"));
        Outcome refused = TheProgram.Run("campaign", "collect", campaign.Reference, "--out", place);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("holds a data set that is not of this campaign", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, TheProgram.Run("campaign", "collect", campaign.Reference, "--out", place, "--overwrite").ExitCode);
    }

    [Fact]
    public void Before_the_first_run_is_finished_there_is_nothing_to_collect()
    {
        string directory = campaign.Plan("fresh", SmallCampaign.Local);
        Outcome collect = TheProgram.Run("campaign", "collect", directory, "--out", campaign["nothing"]);
        Assert.Equal(2, collect.ExitCode);
        Assert.Contains("no run of the campaign is finished yet", collect.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(campaign["nothing"]));
        Outcome unknown = TheProgram.Run("campaign", "collect", directory, "--out", campaign["nothing"], "--bulk", "li-limesoo");
        Assert.Contains("--bulk: error: unknown data set 'li-limesoo'", unknown.Errors, StringComparison.Ordinal);
    }

    // Processors of different kinds find different things in so small cells; whatever it is, the set must say it. Returns the number of runs.
    private static int ExpectWhatRunsFound(DiffusivitySet set, string place)
    {
        string[] lines = [.. File.ReadAllLines(Path.Combine(place, "runs.csv")).Where(l => !l.StartsWith('#'))];
        string[] columns = lines[0].Split(',');
        Dictionary<string, string>[] runs = [.. lines[1..].Select(l => columns.Zip(l.Split(',')).ToDictionary(c => c.First, c => c.Second))];
        foreach (Dictionary<string, string> run in runs)
        {
            BoundaryData? boundary = set.Boundaries.FirstOrDefault(b => b.Id == run["boundary"]);
            double temperature = Number(run["temperature_K"]);
            MeasuredPoint? Find(IEnumerable<MeasuredPoint>? points) => points?.FirstOrDefault(p => p.Temperature == temperature);
            MeasuredPoint? known = Find(boundary?.Diffusivities.GetValueOrDefault(BoundaryDefinition.Total)?.Points), bound = Find(boundary?.Bounds.GetValueOrDefault(BoundaryDefinition.Total));
            Expect(run["motion"] == "Diffusive" ? run["d_total"] : "", known);
            Expect(run["upper_bound"], bound);
            Expect(run["motion"] == "Diffusive" ? run["d_in_plane"] : "", Find(boundary?.Diffusivities.GetValueOrDefault(BoundaryDefinition.InPlane)?.Points));
            if ((known ?? bound) is not { } found) continue;
            Assert.Equal(1, found.Count);
            Assert.Equal(2e-12, found.SimulatedTime!.Value, 1e-18);
            Assert.Equal((Number(run["width_first_A"]) + Number(run["width_second_A"])) / 2 * 1e-10, Find(boundary!.Width!.Points)!.Value, 1e-16);
        }

        Assert.NotEmpty(set.Boundaries);
        foreach (MeasuredPoint mean in set.Mean?.Points ?? [])
        {
            double[] values = [.. runs.Where(r => r["motion"] == "Diffusive" && Number(r["temperature_K"]) == mean.Temperature).Select(r => Number(r["d_total"]))];
            Assert.Equal(values.Length, mean.Count);
            Assert.Equal(1, values.Average() * 1e-4 / mean.Value, 1e-12);
        }

        return runs.Length;
    }

    private static void Expect(string cm2, MeasuredPoint? found)
    {
        Assert.Equal(cm2.Length > 0, found is not null);
        if (found is not null) Assert.Equal(1, Number(cm2) * 1e-4 / found.Value, 1e-12);
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
