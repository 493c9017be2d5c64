using LiMeso.Cases.Files;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Tests.ShippedCases;

/// <summary>Cases that ship with published diffusivities run with those of our own, and their READMEs say what comes out.</summary>
public sealed class OwnDataSetTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("limeso-own-").FullName;

    public void Dispose() => Directory.Delete(_output, recursive: true);

    [Theory]
    [InlineData("cases/krauskopf-llzo", "depletion_time_s.analytic", 1 / 3600.0, "0.0 h")]
    [InlineData("cases/design-guidelines", "components.total.IONICS.largest_grain_size_um", 1, "0.00")]
    public void A_case_runs_with_the_data_set_of_our_own(string name, string number, double scale, string format)
    {
        KeyValuePair<string, string>[] overrides = [new("material.dataset", "li-limeso"), .. name.EndsWith("guidelines", StringComparison.Ordinal) ? (KeyValuePair<string, string>[])[new("grain-sizes.to", "10 um")] : []];
        CaseDirectory directory = CaseDirectory.Open(Repository.PathOf(name), overrides);
        CaseOutcome outcome = CaseRunner.Run(directory, new RunOptions { Output = _output, Threads = 2 }, SilentLog.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(CaseStatus.Finished, outcome.Record.Status);
        double found = Results.ResultDataFile.Read(Path.Combine(_output, Results.ResultDataFile.FileName)).Number(number);
        string row = File.ReadLines(Path.Combine(Repository.PathOf(name), "README.md")).Single(line => line.StartsWith("| li-limeso | total |", StringComparison.Ordinal));
        Assert.Contains($"| {(scale * found).ToString(format, System.Globalization.CultureInfo.InvariantCulture)} |", row, StringComparison.Ordinal);
        Assert.Contains("data set li-limeso, source 'limeso-boundaries'", File.ReadAllText(Path.Combine(_output, "report.html")), StringComparison.Ordinal);
    }
}
