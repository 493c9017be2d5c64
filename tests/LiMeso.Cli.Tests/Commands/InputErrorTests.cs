using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Commands;

public sealed class InputErrorTests : IDisposable
{
    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("diffusivity: 1e-9 cm^2/s", "difusivity: 1e-9 cm^2/s", "my case/case.yaml:4:3: error: unknown key 'difusivity' in 'material'", "Did you mean 'diffusivity'?")]
    [InlineData("thickness: 10 um", "thickness: 10 s", "my case/case.yaml:6:14: error: 'thickness': expected a length such as '120 um', found '10 s'", "Write for example")]
    [InlineData("thickness: 10 um", "thickness: 10", "a unit is missing", "120 um")]
    [InlineData("thickness: 10 um", "thickness: -10 um", "my case/case.yaml:6:14: error: 'thickness' must be between 1 nm and 1 m, found '-10 um'", "")]
    [InlineData("thickness: 10 um", "thickness:", "my case/case.yaml:6:3: error: key 'thickness' has no value", "")]
    [InlineData("foil:\n  thickness: 10 um\n", "", "error: key 'foil' is missing", "Write for example")]
    [InlineData("current-density: 1 mA/cm^2", "table: nowhere.csv", "my case/case.yaml:8:10: error: 'nowhere.csv' does not exist", "")]
    [InlineData("current-density: 1 mA/cm^2", "table: ../../secret.csv", "leads out of the case directory", "outside-paths: true")]
    [InlineData("cells: 40", "cells: forty", "my case/case.yaml:10:10: error: 'cells' expects a whole number, found 'forty'", "")]
    [InlineData("cells: 40", "scheme: sdirk3", "'scheme' cannot be 'sdirk3'", "Did you mean 'sdirk4'?")]
    [InlineData("kind: depletion", "kind: depletoin", "my case/case.yaml:1:7: error: unknown case kind 'depletoin'", "Did you mean 'depletion'?")]
    [InlineData("title: A thin foil", "title: 'A thin", "my case/case.yaml:", "error")]
    public void A_wrong_input_is_told_with_its_place_and_leaves_the_disk_as_it_was(string right, string wrong, string problem, string advice)
    {
        Assert.Contains(right, Workplace.Tiny);
        _work.Case("my case", Workplace.Tiny.Replace(right, wrong, StringComparison.Ordinal));
        AssertRefused(["run", "my case"], problem, advice);
    }

    [Theory]
    [InlineData("foil.thickness=3 s", "--set foil.thickness=3 s: error: 'thickness': expected a length", "120 um")]
    [InlineData("foil.thikness=3 um", "--set foil.thikness=3 um: error: unknown key 'thikness' in 'foil'", "Did you mean 'thickness'?")]
    [InlineData("title.text=x", "error: 'title' is a value, not a section", "my case/case.yaml:2:8")]
    [InlineData("foil=3 um", "'foil' expects keys of its own", "thickness")]
    public void A_wrong_override_is_told_as_such(string set, string problem, string advice)
    {
        _work.Case("my case", Workplace.Tiny);
        AssertRefused(["run", "my case", "--set", set], problem, advice);
    }

    [Theory]
    [InlineData("--model", "hrat", "--set material.model=hrat: error: 'model' cannot be 'hrat'", "Did you mean 'hart'?")]
    [InlineData("--fraction", "slap", "'fraction' cannot be 'slap'", "Did you mean 'slab'?")]
    [InlineData("--dataset", "li-yoon-2032", "unknown data set 'li-yoon-2032'", "Did you mean 'li-yoon-2023'?")]
    public void The_short_forms_of_overrides_are_checked_alike(string option, string value, string problem, string advice)
    {
        _work.Case("my case", Workplace.Polycrystal);
        AssertRefused(["run", "my case", option, value], problem, advice);
    }

    private void AssertRefused(string[] arguments, string problem, string advice)
    {
        IReadOnlyList<string> before = _work.Everything();
        Outcome outcome = TheProgram.RunIn(_work.Folder, arguments);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(problem, outcome.Errors);
        Assert.Contains(advice, outcome.Errors);
        Assert.Equal(before, _work.Everything());
    }
}
