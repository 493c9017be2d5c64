using LiMeso.Cases.Campaigns;
using LiMeso.Cases.Tests.ShippedCases;
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

        Assert.False(before.HasChanged);
        Assert.Equal(["structure", "400K-seed1", "400K-seed2"], Plan(grown).Plan.Items.Select(i => i.Name));
        // who was at work between two items sees it
        Assert.True(before.HasChanged);
    }

    [Fact]
    public void A_boundary_keeps_its_number_and_what_was_told_of_items_is_a_share_of_what_they_have_to_do_now()
    {
        Campaign before = Plan(Text);
        CampaignItem item = before.Find("GB04/400K-seed1");
        Directory.CreateDirectory(before.WorkOf(item));
        new ItemState(ItemCondition.Stopped, "host", 1, null, 1, DateTime.UtcNow, DateTime.UtcNow, 0.4, 0.8, 0, null).Write(before.WorkOf(item));
        Campaign after = Plan(Text.Replace("[GB04]", "[GB07, GB04]", StringComparison.Ordinal).Replace("seeds: 1", "seeds: 1, longest-production: 400 ps", StringComparison.Ordinal));
        Assert.Equal([("GB07", 2), ("GB04", 1)], after.Plan.Items.Select(i => (i.BoundaryId, i.Boundary)).Distinct());
        // 20 + 5 + 200 ps, and 400 more
        CampaignItem longer = after.Find("1/400K-seed1");
        Assert.Equal(225.0 / 625, item.AtomSteps / longer.AtomSteps, 1e-9);
        Assert.Equal(0.8 * 225 / 625, CampaignStatus.Of(after, longer).Share, 1e-9);
    }

    [Fact]
    public void A_boundary_may_have_a_cell_of_its_own_and_other_boundaries_do_not_mind()
    {
        string two = Text.Replace("[GB04]", "[GB04, GB17]", StringComparison.Ordinal);
        Campaign before = Plan(two);
        string Case(Campaign campaign, string id) => File.ReadAllText(Path.Combine(campaign.Directory, "boundaries", id, "case.yaml"));
        (string others, double atoms) = (Case(before, "GB04"), before.Find("GB17/structure").Atoms);
        Campaign after = Plan(two + "cells:\n  - {boundaries: [GB17], min-width: 14 A}\n");
        Assert.Equal(others, Case(after, "GB04"));
        Assert.Contains("min-width: 14 A", Case(after, "GB17"), StringComparison.Ordinal);
        Assert.Contains("separation: 20 A", Case(after, "GB17"), StringComparison.Ordinal);
        // 3 × 3.02 Å by 2 × 4.93 Å become 5 by 3
        Assert.Equal(15.0 / 6, after.Find("GB17/structure").Atoms / atoms, 1e-12);

        // with results the cell stays what it is, until they are moved away
        string path = Path.Combine(after.Directory, "boundaries", "GB17");
        Directory.CreateDirectory(Path.Combine(path, "results", "items", "structure"));
        var problem = Assert.Throws<InputException>(() => Plan(two));
        Assert.Contains("holds results of GB17 in another cell", problem.Message, StringComparison.Ordinal);
        Assert.Contains("min-width: 14 A", Case(after, "GB17"), StringComparison.Ordinal);
        Directory.Move(path, Path.Combine(_place.FullName, "away"));
        Assert.Equal(atoms, Plan(two).Find("GB17/structure").Atoms);
    }

    [Theory]
    [InlineData("{boundaries: [GB07], min-width: 14 A}", "GB07 is not among the boundaries of the campaign")]
    [InlineData("{boundaries: [GB04, GB04], min-width: 14 A}", "GB04 has more than one cell")]
    [InlineData("{boundaries: [GB04]}", "nothing is said of their cells")]
    [InlineData("{boundaries: [GB04], min-with: 14 A}", "'min-with'")]
    [InlineData("{boundaries: [all], min-width: 14 A}", "'all'")]
    public void A_cell_that_says_nothing_or_is_nobodys_is_refused(string cell, string problem) =>
        Assert.Contains(problem, Assert.Throws<InputException>(() => Plan($"{Text}cells:\n  - {cell}\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_plan_that_was_killed_is_completed_and_belongs_to_none_until_then()
    {
        Campaign before = Plan(Text);
        string theCase = Path.Combine(before.CaseOf("GB04"), "case.yaml"), plan = Path.Combine(before.Directory, CampaignPlan.FileName), laid = File.ReadAllText(theCase);
        // as a kill leaves it while another plan is laid out
        File.WriteAllText(theCase, laid.Replace("[400 K]", "[300 K]", StringComparison.Ordinal));
        (before.Plan with { InputHash = "" }).Write(before.Directory);
        Assert.Contains("Plan it again", Assert.Throws<InputException>(() => Campaign.Open(before.Directory)).Advice, StringComparison.Ordinal);
        Plan(Text);
        Assert.Equal((laid, before.Plan.InputHash), (File.ReadAllText(theCase), Campaign.Open(before.Directory).Plan.InputHash));

        File.WriteAllText(plan, File.ReadAllText(plan).Replace("procedure_hash", "former_hash", StringComparison.Ordinal));
        Assert.Contains("made by an earlier version", Assert.Throws<InputException>(() => Plan(Text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_contents_of_a_potential_file_are_another_campaign()
    {
        foreach (string file in (string[])["library.meam", "li-kim-2012.meam"])
            File.Copy(Repository.PathOf($"src/LiMeso.Atomistics/Meam/Shipped/{file}"), Path.Combine(_place.FullName, file));
        string own = Text + "potential: {library: library.meam, parameters: li-kim-2012.meam, element: Li}\n";
        Plan(own);
        File.AppendAllText(Path.Combine(_place.FullName, "li-kim-2012.meam"), "# changed\n");
        Assert.Contains("holds a campaign of other values", Assert.Throws<InputException>(() => Plan(own)).Message, StringComparison.Ordinal);
        Assert.Contains("holds a campaign of other values", Assert.Throws<InputException>(() => Plan(own.Replace("seeds: 1", "seeds: 2", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }

    private Campaign Plan(string text)
    {
        string file = Path.Combine(_place.FullName, "campaign.yaml");
        File.WriteAllText(file, text);
        return CampaignPlanner.Plan(file, output: null, speed: 1e5, TestContext.Current.CancellationToken);
    }
}
