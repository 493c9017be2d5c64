using LiMeso.Cases.Campaigns;
using LiMeso.Core.Input;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Tests.Campaigns;

public sealed class CampaignPlannerTests : IDisposable
{
    private const string Text = """
        kind: campaign
        title: One boundary
        boundaries: [GB04]
        boundary: {separation: 20 A, min-width: 7 A}
        diffusion: {temperatures: [400 K], seeds: 1}

        """;

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("limeso campaign ");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void A_campaign_at_work_is_not_planned_anew_and_one_that_rests_grows()
    {
        Campaign before = Plan(Text);
        string grown = Text.Replace("seeds: 1", "seeds: 2", StringComparison.Ordinal);
        using (DirectoryLock.Acquire(before.WorkOf(before.Find("GB04/structure"))))
        {
            Assert.Equal(2, Plan(Text).Plan.Items.Count);
            var problem = Assert.Throws<InputException>(() => Plan(grown));
            Assert.Contains("holds another plan ('One boundary') that is at work, on GB04/structure", problem.Message, StringComparison.Ordinal);
            Assert.Equal(2, Campaign.Open(before.Directory).Plan.Items.Count);
        }

        Assert.Equal(["structure", "400K-seed1", "400K-seed2"], Plan(grown).Plan.Items.Select(i => i.Name));
    }

    private Campaign Plan(string text)
    {
        string file = Path.Combine(_place.FullName, "campaign.yaml");
        File.WriteAllText(file, text);
        return CampaignPlanner.Plan(file, output: null, speed: 1e5, TestContext.Current.CancellationToken);
    }
}
