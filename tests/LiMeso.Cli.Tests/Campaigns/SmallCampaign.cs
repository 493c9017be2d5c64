using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Campaigns;

/// <summary>Two boundaries in cells far too small, two temperatures, a second or two an item: and its results when nobody disturbs it.</summary>
public sealed class SmallCampaign : IDisposable
{
    /// <summary>The search that it begins with.</summary>
    public const string Search = "search: {points-x: 2, points-z: 2, thresholds: [1.2 A, 2 A], finalists: 1, max-evaluations: 60}";

    /// <summary>The campaign but for its engine.</summary>
    public const string Text = $$"""
        kind: campaign
        title: Two small boundaries
        boundaries: [GB04, GB07]
        boundary: {separation: 20 A, min-width: 7 A}
        {{Search}}
        relaxation: {max-evaluations: 60}
        anneal: {temperature: 400 K, heating: 1 ps, holding: 1 ps, cooling: 1 ps}
        diffusion:
          temperatures: [330 K, 430 K]
          seeds: 1
          frozen-width: 4 A
          equilibration: 0.4 ps
          settling: 0.2 ps
          production: 2 ps
          tracking: {interval: 0.5 ps, sample: 0.1 ps, bins: 20}
          sampling: {interval: 0.1 ps, fit-from: 0.3 ps, fit-to: 0.6 ps, blocks: 2, least-displacement: 0.2, far-from: 6 A}
        time-step: 2.5 fs
        checkpoint-interval: 0.2 s

        """;

    /// <summary>Work by two processes, which other tests may push off their cores.</summary>
    public const string Local = "engine: {local: {processes: 2, pin: false}}\n";

    /// <summary>How many items it has: a search, a structure and two runs for each boundary.</summary>
    public const int Items = 8;

    private readonly Workplace _work = new();

    public SmallCampaign()
    {
        Reference = Plan("reference", Local);
        Outcome run = TheProgram.Run("campaign", "run", Reference);
        Assert.True(run.ExitCode == 0, run.Errors);
    }

    /// <summary>The campaign that nobody disturbed.</summary>
    public string Reference { get; }

    /// <summary>A place.</summary>
    public string this[string name] => _work[name];

    /// <summary>Plans the campaign anew.</summary>
    public string Plan(string name, string engine, string text = Text)
    {
        string directory = _work[name];
        Outcome plan = TheProgram.Run("campaign", "plan", _work.Write($"{name}.yaml", text + engine), "--out", directory, "--speed", "1e5");
        Assert.True(plan.ExitCode == 0, plan.Errors);
        return directory;
    }

    /// <summary>The items of a campaign with their results, from the place of the campaign.</summary>
    public static string[] ItemFiles(string directory) =>
        [.. Directory.EnumerateFiles(directory, "item.h5", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(directory, f)).Order(StringComparer.Ordinal)];

    /// <summary>Checks that all items are there with the bits of the undisturbed campaign.</summary>
    public void ExpectSame(string directory)
    {
        string[] files = ItemFiles(Reference);
        Assert.Equal(Items, files.Length);
        Assert.Equal(files, ItemFiles(directory));
        Assert.All(files, file => Assert.True(File.ReadAllBytes(Path.Combine(Reference, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(directory, file))), $"{file} differs"));
    }

    /// <summary>Checks that the data set collected from a campaign has the bytes of the one from the undisturbed campaign.</summary>
    public void ExpectSameDataSet(string directory)
    {
        string[] places = [.. new[] { Reference, directory }.Select(d => Collect(d, Path.Combine(_work[$"sets-{Path.GetFileName(d)}"], "small")))];
        string[] files = [.. Directory.EnumerateFiles(places[0]).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
        Assert.Equal(["arrhenius.csv", "boundaries.csv", "dataset.yaml", "provenance.json", "runs.csv", "searches.csv", "structures.csv", "warnings.csv"], files);
        Assert.All(files, file => Assert.Equal(File.ReadAllText(Path.Combine(places[0], file)), File.ReadAllText(Path.Combine(places[1], file))));
    }

    /// <summary>Collects a campaign.</summary>
    /// <returns>The directory of the data set.</returns>
    public static string Collect(string campaign, string output)
    {
        Outcome collect = TheProgram.Run("campaign", "collect", campaign, "--out", output);
        Assert.True(collect.ExitCode == 0, collect.Errors);
        return output;
    }

    /// <summary>What has been told of an item; null where nothing has.</summary>
    public static JsonNode? State(string directory, string item)
    {
        string file = Path.Combine(directory, "work", item, "state.json");
        return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : null;
    }

    public void Dispose() => _work.Dispose();
}

/// <summary>Test classes that share the undisturbed campaign; they run one after the other.</summary>
[CollectionDefinition(nameof(SmallCampaign))]
public sealed class SharedSmallCampaign : ICollectionFixture<SmallCampaign>;
