using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Commands;

public sealed class ExportAndReportTests : IDisposable
{
    private readonly Workplace _work = new();

    public ExportAndReportTests()
    {
        _work.Case("foil", Workplace.Tiny);
        Outcome outcome = TheProgram.RunIn(_work.Folder, "run", "foil");
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
    }

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("vtk", "foil/results/vtk/fields.pvd")]
    [InlineData("xdmf", "foil/results/xdmf/fields.xdmf")]
    [InlineData("csv", "foil/results/csv/fields.csv")]
    public void Fields_are_exported_in_every_format(string format, string entry)
    {
        Outcome outcome = TheProgram.RunIn(_work.Folder, "export", "foil", "--to", format);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Equal(entry, outcome.Output.Split('\n')[0]);
        Assert.True(File.Exists(_work[entry]));
    }

    [Fact]
    public void Arrays_become_columns_by_axis_and_matrices()
    {
        JsonObject root = TheProgram.Json(_work.Folder, "export", Path.Combine("foil", "results"), "--to", "csv", "-o", "tables");
        string[] files = [.. ((JsonArray)root["files"]!).Select(f => Path.GetFileName((string)f!))];
        Assert.Contains("by-step.csv", files);
        Assert.Contains("profile-numeric.csv", files);
        string[] steps = File.ReadAllLines(_work["tables/arrays/by-step.csv"]), matrix = File.ReadAllLines(_work["tables/arrays/profile-numeric.csv"]);
        Assert.Equal("interface/time (s),interface/numeric (mol/m^3),interface/analytic (mol/m^3)", steps[0]);
        Assert.All(steps, line => Assert.Equal(3, line.Split(',').Length));
        Assert.StartsWith("\"profile/numeric (mol/m^3): profile/time (s) down, profile/depth (m) across\",", matrix[0]);
        Assert.StartsWith("0,", matrix[1]);                      // the first profile is that at t = 0 …
        Assert.All(matrix[1].Split(',').Skip(1), c => Assert.StartsWith("78288.7", c)); // … and uniform: 2/(N_A a^3)
    }

    [Fact]
    public void The_report_is_made_anew_from_what_is_stored()
    {
        string report = _work["foil/results/report.html"], before = File.ReadAllText(report);
        File.Delete(report);
        Outcome outcome = TheProgram.RunIn(_work.Folder, "report", "foil");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Equal("foil/results/report.html\n", outcome.Output);
        // the wall time was still running when the first one was written
        Assert.Equal(WithoutWallTime(before), WithoutWallTime(File.ReadAllText(report)));
    }

    [Fact]
    public void A_results_directory_suffices_for_its_report_whatever_was_changed_for_the_run_or_in_the_case_since()
    {
        string[] changed = ["run", "foil", "--set", "foil.thickness=11 um", "--set", "title=Thicker: #2", "-o", "thick"];
        Assert.Equal(0, TheProgram.RunIn(_work.Folder, changed).ExitCode);
        string report = _work["moved/report.html"], before = File.ReadAllText(_work["thick/report.html"]);
        _work.Case("foil", Workplace.Tiny.Replace("10 um", "12 um"));
        Directory.Move(_work["thick"], _work["moved"]);
        File.Delete(report);
        Assert.Equal(report, (string?)TheProgram.Json(_work.Folder, "report", _work["moved"])["report"]);
        Assert.Contains("Thicker: #2", before);
        Assert.Equal(WithoutWallTime(before), WithoutWallTime(File.ReadAllText(report)));
    }

    [Fact]
    public void A_report_is_refused_when_a_file_that_the_run_used_has_changed()
    {
        _work.Write("foil/current.csv", "time,current-density\n0 s,1 mA/cm^2\n100 h,1 mA/cm^2\n");
        _work.Case("foil", Workplace.Tiny.Replace("current-density: 1 mA/cm^2", "table: current.csv"));
        Outcome run = TheProgram.RunIn(_work.Folder, "run", "foil", "--overwrite");
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal(0, TheProgram.RunIn(_work.Folder, "report", "foil").ExitCode);
        _work.Write("foil/current.csv", "time,current-density\n0 s,2 mA/cm^2\n100 h,2 mA/cm^2\n");
        Outcome outcome = TheProgram.RunIn(_work.Folder, "report", Path.Combine("foil", "results"));
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("foil/results: error: the results are those of another input", outcome.Errors);
    }

    [Fact]
    public void Without_results_there_is_nothing_to_export()
    {
        _work.Case("other", Workplace.Tiny);
        Outcome outcome = TheProgram.RunIn(_work.Folder, "export", "other", "--to", "vtk");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("other: error: there are no results", outcome.Errors);
    }

    private static string WithoutWallTime(string html) => System.Text.RegularExpressions.Regex.Replace(html, @"\d+\.\d\d s\b", "");
}
