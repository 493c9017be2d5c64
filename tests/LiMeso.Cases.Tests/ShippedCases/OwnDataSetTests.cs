using LiMeso.Cases.Files;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Tests.ShippedCases;

/// <summary>Cases that ship with published diffusivities run with those of our own, and their READMEs say what comes out.</summary>
public sealed class OwnDataSetTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("limeso-own-").FullName;

    public void Dispose() => Directory.Delete(_output, recursive: true);

    [Theory]
    [InlineData("cases/krauskopf-llzo", "depletion_time_s.analytic")]
    [InlineData("cases/design-guidelines", "components.in_plane.")]
    public void A_case_runs_with_the_data_set_of_our_own(string name, string number)
    {
        CaseDirectory directory = CaseDirectory.Open(Repository.PathOf(name), [new("material.dataset", "li-limeso")]);
        CaseOutcome outcome = CaseRunner.Run(directory, new RunOptions { Output = _output, Threads = 2 }, SilentLog.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(CaseStatus.Finished, outcome.Record.Status);
        var found = Results.ResultDataFile.Read(Path.Combine(_output, Results.ResultDataFile.FileName));
        Assert.Contains(found.Numbers, n => n.Key.StartsWith(number, StringComparison.Ordinal) && double.IsFinite(n.Value) && n.Value > 0);
        Assert.Contains("data set li-limeso, source 'limeso-boundaries'", File.ReadAllText(Path.Combine(_output, "report.html")), StringComparison.Ordinal);
    }
}
