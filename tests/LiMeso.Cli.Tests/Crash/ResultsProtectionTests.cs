using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Crash;

/// <summary>A run replaces nothing that it was not told to replace, and a refused one changes nothing on disk.</summary>
[Collection(nameof(FoilToKill))]
public sealed class ResultsProtectionTests(FoilToKill foil)
{
    [Theory]
    [InlineData("holds finished results", 2)]
    [InlineData("holds finished results", 2, "--json")]
    [InlineData("another input", 2, "--resume", "--set", "foil.thickness=24 um")]
    [InlineData("unknown key", 2, "--overwrite", "--set", "foil.thicknes=24 um")]
    [InlineData("the unit 's' does not fit", 2, "--overwrite", "--set", "foil.thickness=24 s")]
    [InlineData("finished before, nothing left to do", 0, "--resume")]
    public void Finished_results_stay_as_they_are(string message, int exitCode, params string[] options) =>
        ExpectNothingChanges(foil.Reference, ["run", foil.Case, "--output", foil.Reference, .. options], exitCode, message);

    [Fact]
    public void What_a_run_left_that_was_killed_as_it_began_to_replace_finished_results_is_removed()
    {
        string results = foil["replacement-killed"], leftover = Path.Combine(results, ".run.json.tmp");
        Results.Copy(foil.Reference, results);
        File.WriteAllText(leftover, "{");
        Assert.Equal(0, TheProgram.Run("run", foil.Case, "--output", results, "--resume").ExitCode);
        Assert.False(File.Exists(leftover));
        Results.ExpectSame(foil, results);
    }

    [Fact]
    public void An_unfinished_run_is_continued_or_replaced_only_when_asked_for()
    {
        string results = foil["unfinished"];
        using (var run = new RunningProgram(["run", foil.Case, "--output", results]))
        {
            FoilToKill.WaitForStep(run, results, 5);
            run.Kill();
        }

        ExpectNothingChanges(results, ["run", foil.Case, "--output", results], 2, "Continue it with --resume, or begin anew with --overwrite");
        ExpectNothingChanges(results, ["run", foil.Case, "--output", results, "--resume", "--set", "foil.thickness=24 um"], 2, "another input");
    }

    [Theory]
    [InlineData()]
    [InlineData("--resume")]
    [InlineData("--overwrite")]
    public void Two_runs_do_not_share_a_directory(params string[] options)
    {
        string results = foil[$"shared{string.Concat(options)}"];
        using var run = new RunningProgram(["run", foil.Case, "--output", results]);
        FoilToKill.WaitForStep(run, results, 5);
        run.Freeze();
        ExpectNothingChanges(results, ["run", foil.Case, "--output", results, .. options], 4, "is in use: another run is writing there");
    }

    [Theory]
    [InlineData("notes.txt", "mine")]
    [InlineData("run.json", """{"status": "finished", "tool": "another program"}""")]
    [InlineData("run.json", "not JSON at all")]
    public void A_directory_that_holds_something_else_is_left_alone(string name, string content)
    {
        using var work = new Workplace();
        work.Write($"mine/{name}", content);
        work.Write("mine/.hidden/file", "mine as well");
        foreach (string[] options in (string[][])[[], ["--resume"], ["--overwrite"]])
            ExpectNothingChanges(work["mine"], ["run", foil.Case, "--output", work["mine"], .. options], 2, work["mine"]);
    }

    [Fact]
    public void Overwriting_removes_all_of_the_old_results_but_no_hidden_files_of_others()
    {
        using var work = new Workplace();
        work.Case("case", Workplace.Tiny);
        string results = work["case/results"];
        Assert.Equal(0, TheProgram.Run("run", work["case"], "--set", "output.paraview=true").ExitCode);
        Assert.True(Directory.Exists(Path.Combine(results, "paraview")));
        work.Write("case/results/.git/config", "mine");

        Assert.Equal(0, TheProgram.Run("run", work["case"], "--overwrite", "--set", "output.snapshots=2").ExitCode);
        Assert.False(Directory.Exists(Path.Combine(results, "paraview")));
        Assert.Equal(["000000.h5", "000001.h5", "000002.h5", "000003.h5", "cells.h5"], Directory.EnumerateFiles(Path.Combine(results, "snapshots")).Select(Path.GetFileName).Order());
        Assert.Equal("mine", File.ReadAllText(Path.Combine(results, ".git", "config")));
    }

    private static void ExpectNothingChanges(string directory, string[] command, int exitCode, string message)
    {
        string[] before = Results.Fingerprint(directory);
        Outcome outcome = TheProgram.Run(command);
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Contains(message, exitCode == 0 ? outcome.Output : outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Results.Fingerprint(directory));
    }
}
