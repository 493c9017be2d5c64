using System.Globalization;
using System.Text.RegularExpressions;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Campaigns;

/// <summary>The data set of our own that ships is what its README says: the finished items that ship with its campaign, collected.</summary>
public sealed partial class ShippedDataSetTests : IDisposable
{
    // logarithms may differ in the last bit between processors
    private const string Digits = "G10";

    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void The_data_set_of_our_own_is_made_of_the_finished_items_of_its_campaign()
    {
        string shipped = Path.Combine(Repository.Root, "cases", "datasets", "li-limeso"), home = Path.Combine(Repository.Root, "cases", "li-limeso-boundaries"), campaign = _work["campaign"];
        Outcome plan = TheProgram.Run("campaign", "plan", Path.Combine(home, "campaign.yaml"), "--out", campaign, "--speed", "1e6");
        Assert.True(plan.ExitCode == 0, plan.Errors);
        Crash.Results.Copy(Path.Combine(home, "done"), campaign);
        string made = SmallCampaign.Collect(campaign, _work["li-limeso"]);
        string[] files = [.. Directory.EnumerateFiles(made).Select(f => Path.GetFileName(f))];
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(Rounded(Path.Combine(made, file)), Rounded(Path.Combine(shipped, file))));
    }

    private static string Rounded(string file) => Number().Replace(File.ReadAllText(file), m => double.Parse(m.Value, CultureInfo.InvariantCulture).ToString(Digits, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\d+\.\d+(E-?\d+)?")]
    private static partial Regex Number();
}
