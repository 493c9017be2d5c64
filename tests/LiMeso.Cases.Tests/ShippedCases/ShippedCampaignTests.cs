using LiMeso.Cases.Campaigns;
using LiMeso.Cases.Files;
using LiMeso.Tests;

namespace LiMeso.Cases.Tests.ShippedCases;

/// <summary>Every campaign that ships can be planned, explains itself and obeys its schema.</summary>
public sealed class ShippedCampaignTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("limeso-campaign-").FullName;

    public static TheoryData<string> Campaigns =>
    [
        .. ((string[])["cases", "validation"]).SelectMany(room => Directory.EnumerateFiles(Repository.PathOf(room), Campaign.FileName, SearchOption.AllDirectories)).Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => part.StartsWith("results", StringComparison.Ordinal))).Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(_output, recursive: true);

    [Theory]
    [MemberData(nameof(Campaigns))]
    public void A_shipped_campaign_can_be_planned_and_explains_itself(string file)
    {
        CampaignPlan plan = CampaignPlanner.Plan(Repository.PathOf(file), Path.Combine(_output, "campaign"), 1e5, TestContext.Current.CancellationToken).Plan;
        Assert.NotEmpty(plan.Items);
        string readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Repository.PathOf(file))!, "README.md"));
        Assert.Matches(@"\A# \S", readme);
        Assert.Contains($"./limeso campaign plan {file}\n", readme, StringComparison.Ordinal);
        // what it says of its size
        Assert.Contains(FormattableString.Invariant($"{plan.Items.Count} items"), readme, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"{plan.AtomSteps:0.00e+0} atom-steps"), readme, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Campaigns))]
    public void A_shipped_campaign_obeys_its_schema_and_leads_editors_to_it(string file)
    {
        string path = Repository.PathOf(file), schema = Repository.PathOf(Path.Combine("cases", CaseSchema.CampaignFileName));
        Assert.Equal($"# yaml-language-server: $schema={Path.GetRelativePath(Path.GetDirectoryName(path)!, schema)}", File.ReadLines(path).First());
        Assert.Equal($"{path}: ok\n", PythonScript.Run("validate_cases.py", "jsonschema and yaml", schema, path));
    }
}
