using System.Globalization;
using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;
using LiMeso.Transport.Models;

namespace LiMeso.Cli.Tests.Commands;

public sealed class SweepAndCompareTests : IDisposable
{
    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void A_sweep_runs_every_combination_and_resumes_with_what_is_missing()
    {
        _work.Case("foil", Workplace.Tiny);
        string[] sweep = ["sweep", "foil", "--vary", "foil.thickness={from: 5 um, to: 20 um, count: 3, spacing: log}", "--vary", "current.current-density=1 mA/cm^2, 2 mA/cm^2", "-o", "all"];
        JsonObject root = TheProgram.Json(_work.Folder, sweep);
        var items = (JsonArray)root["items"]!;
        Assert.Equal(["5 um", "5 um", "10 um", "10 um", "20 um", "20 um"], items.Select(i => (string)i!["foil.thickness"]!));
        string[] table = File.ReadAllLines(_work["all/sweep.csv"]);
        Assert.Equal(7, table.Length);
        Assert.StartsWith("item,foil.thickness,current.current-density,", table[0]);

        // at equal Λ thick foil and low current last longer in the same proportion; here only: more foil, more time
        double[] times = [.. items.Select(i => (double)i!["run"]!["depletion_time_s"]!["numeric"]!)];
        Assert.True(times[0] < times[2] && times[2] < times[4] && times[1] < times[0]);

        Outcome refused = TheProgram.RunIn(_work.Folder, sweep);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("all: error: holds a sweep", refused.Errors);

        DateTime kept = File.GetLastWriteTimeUtc(_work["all/0001/run.json"]);
        Directory.Delete(_work["all/0002"], recursive: true);
        File.Delete(_work["all/sweep.csv"]);
        Outcome resumed = TheProgram.RunIn(_work.Folder, [.. sweep, "--resume"]);
        Assert.True(resumed.ExitCode == 0, resumed.Errors);
        Assert.Equal(table, File.ReadAllLines(_work["all/sweep.csv"]));
        Assert.Equal(kept, File.GetLastWriteTimeUtc(_work["all/0001/run.json"]));
    }

    [Theory]
    [InlineData("foil.thikness=1 um", "the case has no key 'foil.thikness'", "Did you mean 'foil.thickness'?")]
    [InlineData("foil.thickness", "expected KEY=VALUES", "--vary")]
    [InlineData("foil.thickness=1 um, 2 s", "sweep foil.thickness=2 s: error: 'thickness': expected a length", "foil.thickness = 2 s")]
    [InlineData("foil.thickness={from: 1 um, to: 2 um}", "'count' is missing", "")]
    public void A_wrong_sweep_runs_nothing(string vary, string problem, string advice)
    {
        _work.Case("foil", Workplace.Tiny);
        IReadOnlyList<string> before = _work.Everything();
        Outcome outcome = TheProgram.RunIn(_work.Folder, "sweep", "foil", "--vary", vary);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(problem, outcome.Errors);
        Assert.Contains(advice, outcome.Errors);
        Assert.Equal(before, _work.Everything());
    }

    [Fact]
    public void A_comparison_has_a_row_for_every_model_and_says_why_one_does_not_apply()
    {
        // grains thinner than the Voronoi fraction allows
        _work.Case("foil", Workplace.Polycrystal.Replace("grain-size: 1 um", "grain-size: 3 nm", StringComparison.Ordinal));
        Outcome outcome = TheProgram.RunIn(_work.Folder, "compare", "foil", "--set", "foil.thickness=5 um");
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        Assert.Contains("chen-schuh: boundary width / grain size = 0.4", outcome.Output);
        string[] table = File.ReadAllLines(_work["foil/comparison/comparison.csv"]);
        Assert.Equal(PolycrystalModels.All.Count() + 1, table.Length);
        Assert.Contains("Polycrystal models side by side", File.ReadAllText(_work["foil/comparison/report.html"]));

        Outcome other = TheProgram.RunIn(_work.Folder, "compare", "foil", "--set", "foil.thickness=6 um", "--resume");
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("foil/comparison: error: holds a comparison of other values or of another input", other.Errors);
        JsonObject again = TheProgram.Json(_work.Folder, "compare", "foil", "--set", "foil.thickness=5 um", "--resume");
        var rows = (JsonArray)again["models"]!;
        JsonNode hart = rows.Single(r => (string)r!["model"]! == "hart")!;
        Assert.Equal((double)hart["depletion_time_s"]!["analytic"]!, (double)hart["depletion_time_s"]!["numeric"]!, 1e-3 * (double)hart["depletion_time_s"]!["analytic"]!);
        Assert.NotNull(rows.Single(r => (string)r!["model"]! == "chen-schuh")!["problem"]);
        string cell = table.Single(l => l.StartsWith("foil,hart,", StringComparison.Ordinal)).Split(',')[3];
        Assert.Equal((double)hart["depletion_time_s"]!["analytic"]!, double.Parse(cell, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("sweep", "foil", "--vary", "foil.thickness=5 um")]
    [InlineData("compare", "foil")]
    public void A_folder_with_other_files_is_never_taken_for_a_sweep_or_a_comparison(params string[] command)
    {
        _work.Case("foil", Workplace.Polycrystal);
        _work.Write("precious/thesis.tex", "all of it");
        IReadOnlyList<string> before = _work.Everything();
        Outcome outcome = TheProgram.RunIn(_work.Folder, [.. command, "--output", "precious", "--overwrite"]);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("precious: error: the directory is not empty and holds no", outcome.Errors);
        Assert.Equal(before, _work.Everything());
    }

    [Theory]
    [InlineData(Workplace.Tiny, "foil/case.yaml:4:3: error: the case states its diffusivity", "grain-size")]
    [InlineData("kind: thickness-series\ntitle: x\n", "a case of kind 'thickness-series' cannot be compared model by model", "'depletion'")]
    public void A_case_without_a_model_to_vary_is_refused(string text, string problem, string advice)
    {
        _work.Case("foil", text);
        IReadOnlyList<string> before = _work.Everything();
        Outcome outcome = TheProgram.RunIn(_work.Folder, "compare", "foil");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(problem, outcome.Errors);
        Assert.Contains(advice, outcome.Errors);
        Assert.Equal(before, _work.Everything());
    }
}
