using System.Text.RegularExpressions;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Tests.ShippedCases;

/// <summary>Every case that ships is a test: a quick one runs whole, any other is checked.</summary>
public sealed partial class ShippedCaseTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("limeso-shipped-").FullName;

    public static TheoryData<string> Cases => [.. Repository.Cases];

    public static TheoryData<string> QuickCases => [.. Repository.Cases.Where(name => CaseKinds.Prepare(CaseDirectory.Open(Repository.PathOf(name))).Header.Tier == CaseTier.Quick)];

    [GeneratedRegex("href=\"(?!#|https?:|data:)([^\"]+)\"")]
    private static partial Regex LinkOfReport { get; }

    [GeneratedRegex("`results/([A-Za-z0-9_./-]+)`")]
    private static partial Regex PromiseOfReadme { get; }

    [GeneratedRegex(@"\]\((?!https?:|#)([^)]+)\)")]
    private static partial Regex LinkOfReadme { get; }

    public void Dispose() => Directory.Delete(_output, recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shipped_case_finds_what_it_is_held_to_and_leaves_what_it_promises(string name)
    {
        CaseDirectory directory = CaseDirectory.Open(Repository.PathOf(name));
        ICase prepared = CaseKinds.Prepare(directory);
        IReadOnlyList<Expectation> expectations = Assert.IsType<IReadOnlyList<Expectation>>(ExpectedResults.Read(Path.Combine(directory.Path, CaseDirectory.ExpectedFileName)), exactMatch: false);
        Assert.NotEmpty(expectations);
        Assert.All(expectations, e => Assert.True(e.Why.Length > 0 && e.Relative + e.Absolute > 0, $"{e.Path} has no reason or no tolerance"));
        Assert.NotEmpty(prepared.Estimate().Description);
        if (prepared.Header.Tier != CaseTier.Quick) return;

        CaseOutcome outcome = CaseRunner.Run(directory, new RunOptions { Output = _output, Threads = 2 }, SilentLog.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(CaseStatus.Finished, outcome.Record.Status);
        Assert.Equal(expectations.Count, outcome.Verdicts.Count);
        Assert.All(outcome.Verdicts, verdict => Assert.True(verdict.Holds, verdict.ToString()));

        string report = File.ReadAllText(Path.Combine(_output, "report.html"));
        string[] promised = [.. LinkOfReport.Matches(report).Concat(PromiseOfReadme.Matches(Readme(name))).Select(m => m.Groups[1].Value).Distinct()];
        Assert.Superset(new HashSet<string> { "data.h5", "run.json", "run.log" }, promised.ToHashSet());
        Assert.All(promised, file => Assert.True(Path.Exists(Path.Combine(_output, file)), $"{file} is promised"));
    }

    [Theory]
    [MemberData(nameof(QuickCases))]
    public void The_number_of_threads_changes_no_bit(string name)
    {
        CaseDirectory directory = CaseDirectory.Open(Repository.PathOf(name));
        ResultData one = Compute(1), two = Compute(2);
        Assert.Equal(one.Numbers, two.Numbers);
        Assert.Equal(one.Texts, two.Texts);
        Assert.Equal(one.Warnings, two.Warnings);
        Assert.Equal(one.Arrays.Keys, two.Arrays.Keys);
        Assert.All(one.Arrays.Values, array => Assert.True(array.Values.AsSpan().SequenceEqual(two.Values(array.Name)), array.Name));

        ResultData Compute(int threads) => CaseKinds.Prepare(directory).Compute(
            new RunContext(_output, SilentLog.Instance, threads, Resume: false, SummaryOnly: true, "", TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shipped_case_explains_itself(string name)
    {
        string readme = Readme(name);
        Assert.Matches(@"\A# \S", readme);
        Assert.Contains($"./limeso run {name}\n", readme, StringComparison.Ordinal);
        foreach (Match link in LinkOfReadme.Matches(readme))
        {
            string target = Path.Combine(Repository.PathOf(name), link.Groups[1].Value.Split('#')[0]);
            Assert.True(Path.Exists(target), $"README.md links to {link.Groups[1].Value}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_first_line_of_a_shipped_case_leads_editors_to_the_schema(string name)
    {
        string first = File.ReadLines(Path.Combine(Repository.PathOf(name), CaseDirectory.FileName)).First();
        Match schema = Regex.Match(first, @"^# yaml-language-server: \$schema=(\S+)$");
        Assert.True(schema.Success, first);
        Assert.Equal(Repository.PathOf(Path.Combine("cases", CaseSchema.FileName)), Path.GetFullPath(Path.Combine(Repository.PathOf(name), schema.Groups[1].Value)));
    }

    private static string Readme(string name) => File.ReadAllText(Path.Combine(Repository.PathOf(name), "README.md"));
}
