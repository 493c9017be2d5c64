using System.Diagnostics;
using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Commands;

public sealed class ReferenceTests : IDisposable
{
    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Everything_that_can_be_listed_has_members()
    {
        string[] catalogues = [.. TheProgram.Run("list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0])];
        Assert.Contains("models", catalogues);
        Assert.All(catalogues, name => Assert.NotEmpty((JsonArray)TheProgram.Json(_work.Folder, "list", name)[name]!));
    }

    [Fact]
    public void A_model_is_told_with_formula_source_and_validity()
    {
        var hart = (JsonObject)((JsonArray)TheProgram.Json(_work.Folder, "list", "models", "hart")["models"]!)[0]!;
        Assert.All(["formula", "source", "validity", "default_fraction"], key => Assert.NotEmpty((string)hart["details"]![key]!));
        Outcome text = TheProgram.Run("list", "models", "hart");
        Assert.Contains("E. W. Hart", text.Output);
        Assert.Contains("maxwell-garnett-3d", TheProgram.Run("list", "models", "--verbose").Output);
    }

    [Fact]
    public void The_schema_is_a_JSON_Schema_with_a_branch_for_every_kind()
    {
        var schema = (JsonObject)JsonNode.Parse(TheProgram.Run("schema").Output)!;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string)schema["$schema"]!);
        Assert.Equal(((JsonArray)schema["properties"]!["kind"]!["enum"]!).Count, ((JsonArray)schema["allOf"]!).Count);
    }

    [Fact]
    public void The_data_set_has_a_schema_too()
    {
        var schema = (JsonObject)JsonNode.Parse(TheProgram.Run("schema", "--data-set").Output)!;
        Assert.NotNull(schema["properties"]!["bulk"]);
    }

    [Fact]
    public void A_kind_of_case_is_told_with_every_key_that_it_reads()
    {
        Outcome outcome = TheProgram.Run("list", "kinds", "depletion");
        Assert.Contains("foil.thickness", outcome.Output);
        Assert.Contains("current.segments[].duration", outcome.Output);
        Assert.Contains("Default: hart.", outcome.Output);
    }

    [Theory]
    [InlineData("limeso ru", "run")]
    [InlineData("limeso run foil --resu", "--resume")]
    [InlineData("limeso run foil --model bel", "belova-murch-2d")]
    [InlineData("limeso run foil --set foil.th", "foil.thickness=")]
    [InlineData("limeso run foil --set numerics.scheme=sd", "sdirk4")]
    [InlineData("limeso new dep", "depletion")]
    [InlineData("limeso list models ha", "hart")]
    [InlineData("limeso export foil --to v", "vtk")]
    public void Bash_completes_commands_options_names_and_keys(string line, string expected)
    {
        Assert.SkipWhen(Repository.Find("bash") is null, "bash is not installed");
        _work.Case("foil", Workplace.Tiny);
        string word = line.Split(' ', '=')[^1];
        string script = $$"""
            limeso() { "{{TheProgram.Path}}" "$@"; }
            source <(limeso completion bash)
            compopt() { :; }
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD={{line.Count(c => c == ' ')}}
            _limeso limeso '{{word}}' ''
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _work.Folder };
        start.Environment["DOTNET_ROOT"] = TheProgram.DotnetRoot;
        Outcome outcome = TheProgram.Finish(Process.Start(start)!);
        Assert.Equal("", outcome.Errors);
        Assert.Contains(expected, outcome.Output.Split('\n'));
        Assert.All(outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), found => Assert.StartsWith(word, found));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public void Completion_scripts_are_valid_where_their_shell_is_installed(string shell)
    {
        Outcome script = TheProgram.Run("completion", shell);
        Assert.Equal(0, script.ExitCode);
        Assert.SkipWhen(Repository.Find(shell) is null, $"{shell} is not installed");
        var start = new ProcessStartInfo(shell, ["-n", _work.Write("script", script.Output)]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        Outcome outcome = TheProgram.Finish(Process.Start(start)!);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }
}
