using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("unknown command 'rnu'", "Did you mean 'run'?", "rnu", "x")]
    [InlineData("no command given", "Commands: run, check")]
    [InlineData("DIR is missing", "limeso run DIR [options]", "run")]
    [InlineData("unknown option '--resme'", "Did you mean '--resume'?", "run", "x", "--resme")]
    [InlineData("unknown option '--resme'", "Did you mean '--resume'?", "run", "--resme")]                  // where DIR should stand
    [InlineData("unknown option '--resme'", "Did you mean '--resume'?", "run", "x", "--output", "--resme")] // where a value should stand
    [InlineData("unknown option '--jsn'", "Did you mean '--json'?", "check", "a", "--jsn", "b")]            // among several directories
    [InlineData("unknown option '--jsn'", "Did you mean '--json'?", "check", "a", "--jsn=3")]
    [InlineData("unknown option '-x'", "Valid here: --output", "run", "a", "-x")]
    [InlineData("'y' is one argument too many", "limeso run DIR", "run", "x", "y")]
    [InlineData("option '--output' has no value", "--output DIR", "run", "x", "--output")]
    [InlineData("option '--output' is given more than once", "", "run", "x", "--output", "a", "--output", "b")]
    [InlineData("--threads: error: expected a whole number from 1 to 4096, found '0'", "", "run", "x", "--threads", "0")]
    [InlineData("--threads: error: expected a whole number from 1 to 4096, found '0'", "", "run", "x", "-j0")]
    [InlineData("unknown option '-overwrite'", "Did you mean '--overwrite'?", "run", "x", "-overwrite")]
    [InlineData("unknown option '-x'", "Valid here: --output", "run", "a", "-x2")]
    [InlineData("x: error: no such case directory", "limeso new KIND DIR", "run", "x", "-j2")]
    [InlineData("x: error: no such case directory", "limeso new KIND DIR", "sweep", "x", "--vary", "a=1", "-j", "2")]
    [InlineData("--threads: error: expected a whole number from 1 to 4096, found 'many'", "", "run", "x", "--threads", "many")]
    [InlineData("x: error: no such case directory", "limeso new KIND DIR", "run", "x")]
    [InlineData("--set thickness: error: expected KEY=VALUE", "--set", "run", "x", "--set", "thickness")]
    [InlineData("unknown case kind 'depletoin'", "Did you mean 'depletion'?", "new", "depletoin", "x")]
    [InlineData("nothing called 'modles' can be listed", "Did you mean 'models'?", "list", "modles")]
    [InlineData("'hrat' is not among the models", "Did you mean 'hart'?", "list", "models", "hrat")]
    [InlineData("option '--to' is missing", "", "export", "x")]
    [InlineData("--to: error: unknown export format 'vkt'", "Did you mean 'vtk'?", "export", "x", "--to", "vkt")]
    [InlineData("option '--vary' is missing", "", "sweep", "x")]
    [InlineData("no completion for the shell 'bsh'", "Did you mean 'bash'?", "completion", "bsh")]
    public void A_wrong_command_line_is_answered_with_one_message_and_a_suggestion(string problem, string advice, params string[] arguments)
    {
        Outcome outcome = TheProgram.Run(arguments);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("error: ", outcome.Errors);
        Assert.Contains(problem, outcome.Errors);
        Assert.Contains(advice, outcome.Errors);
        Assert.True(outcome.Errors.Count(c => c == '\n') <= 2, outcome.Errors);
    }

    [Fact]
    public void After_two_hyphens_a_directory_may_be_called_anything()
    {
        Outcome outcome = TheProgram.Run("check", "--", "--json");
        Assert.Contains("--json: error: no such case directory", outcome.Errors);
    }

    [Fact]
    public void With_json_an_error_is_an_object_too()
    {
        Outcome outcome = TheProgram.Run("run", "nowhere", "--json");
        var root = (JsonObject)JsonNode.Parse(outcome.Output)!;
        Assert.Equal((2, 2), (outcome.ExitCode, (int)root["exit_code"]!));
        Assert.Equal(outcome.Errors.TrimEnd(), (string)root["error"]!);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("new")]
    [InlineData("compare")]
    [InlineData("sweep")]
    [InlineData("export")]
    [InlineData("report")]
    [InlineData("depletion")]
    [InlineData("diffusivity")]
    [InlineData("md")]
    [InlineData("campaign")]
    [InlineData("list")]
    [InlineData("schema")]
    [InlineData("completion")]
    public void Every_command_explains_itself_with_examples(string command)
    {
        Outcome program = TheProgram.Run("--help"), outcome = TheProgram.Run(command, "--help");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains($"\n  {command} ", program.Output);
        Assert.Contains($"Usage:\n  limeso {command}", outcome.Output);
        Assert.Contains("Examples:\n", outcome.Output);
        Assert.Contains("--help", outcome.Output);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.Length <= 190, line)); // example command lines are not broken
    }

    [Fact]
    public void The_version_is_one_line()
    {
        Outcome outcome = TheProgram.Run("--version");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Matches(@"^limeso \d+\.\d+\.\d+\S*\n$", outcome.Output);
    }
}
