using System.Text.Json.Nodes;
using LiMeso.Cases.Kinds;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Commands;

public sealed class CheckAndNewTests : IDisposable
{
    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    public static TheoryData<string> Kinds => [.. CaseKinds.All.Names];

    [Fact]
    public void A_check_estimates_the_work_and_writes_nothing()
    {
        _work.Case("foil", Workplace.Tiny);
        IReadOnlyList<string> before = _work.Everything();
        Outcome outcome = TheProgram.RunIn(_work.Folder, "check", "foil");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.StartsWith("foil: ok (depletion, quick): 1D finite volumes, 40 cells", outcome.Output);
        Assert.Equal(before, _work.Everything());
    }

    [Fact]
    public void One_wrong_case_among_several_does_not_hide_the_others()
    {
        _work.Case("all/good", Workplace.Tiny);
        _work.Case("all/wrong", "kind: depletion\n");
        _work.Case("all/other", Workplace.Tiny);
        Outcome outcome = TheProgram.RunIn(_work.Folder, "check", "all");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("all/good: ok", outcome.Output);
        Assert.Contains("all/other: ok", outcome.Output);
        Assert.Contains("all/wrong/case.yaml:1:1: error:", outcome.Errors);

        Outcome json = TheProgram.RunIn(_work.Folder, "check", "all", "--json");
        var root = (JsonObject)JsonNode.Parse(json.Output)!;
        Assert.Equal([true, true, false], ((JsonArray)root["cases"]!).Select(c => (bool)c!["ok"]!));
    }

    [Fact]
    public void Every_case_that_ships_passes_the_check()
    {
        Outcome outcome = TheProgram.RunIn(Repository.Root, "check", "cases");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.All(outcome.Output.TrimEnd().Split('\n'), line => Assert.Contains(": ok (", line));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_new_case_of_every_kind_is_valid_as_it_stands(string kind)
    {
        Outcome made = TheProgram.RunIn(_work.Folder, "new", kind, "mine");
        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        Outcome check = TheProgram.RunIn(_work.Folder, "check", "mine");
        Assert.True(check.ExitCode == 0, check.Errors);
        Assert.Contains($"ok ({kind}", check.Output);
    }

    [Fact]
    public void A_new_depletion_case_runs()
    {
        TheProgram.RunIn(_work.Folder, "new", "depletion", "mine");
        Outcome run = TheProgram.RunIn(_work.Folder, "run", "mine");
        Assert.True(run.ExitCode == 0, run.Errors);
    }

    [Fact]
    public void A_new_case_never_replaces_anything()
    {
        _work.Case("mine", "precious");
        IReadOnlyList<string> before = _work.Everything();
        Outcome outcome = TheProgram.RunIn(_work.Folder, "new", "depletion", "mine");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("mine: error: the directory is not empty", outcome.Errors);
        Assert.Equal(before, _work.Everything());
    }
}
