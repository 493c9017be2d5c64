using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Commands;

public sealed class TerminalTests : IDisposable
{
    private const string Seconds = """
        kind: depletion
        title: A run of a second or two
        material:
          diffusivity: 1e-9 cm^2/s
        foil:
          thickness: 10 um
        current:
          current-density: 1 mA/cm^2
        numerics:
          cells: 1000
          scheme: implicit-euler
          time-step: 0.5 s
        output:
          snapshots: 2
          paraview: false

        """;

    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("xterm-256color", true)]
    [InlineData("dumb", false)]
    public void A_bar_moves_on_a_terminal_that_can_show_one(string terminal, bool moves)
    {
        Assert.SkipWhen(Repository.Find("script") is null, "the program 'script', which plays a terminal, is not installed");
        _work.Case("foil", Seconds);
        string output = OnTerminal(terminal, "", "run foil");
        Assert.Contains("A run of a second or two: finished in", output);
        Assert.Equal(moves, output.Contains("\u001b[", StringComparison.Ordinal));
    }

    [Fact]
    public void NO_COLOR_takes_the_colours_away_and_leaves_the_bar()
    {
        Assert.SkipWhen(Repository.Find("script") is null, "the program 'script', which plays a terminal, is not installed");
        _work.Case("foil", Seconds);
        string output = OnTerminal("xterm-256color", "NO_COLOR=1", "run foil");
        Assert.Contains("\u001b[", output);                      // the cursor moves …
        Assert.DoesNotMatch(@"\u001b\[[0-9;]*(3[0-8]|9[0-7])[0-9;]*m", output); // … but nothing is coloured
    }

    private string OnTerminal(string terminal, string variable, string arguments)
    {
        string shell = $"cd '{_work.Folder}' && stty cols 100 && env TERM={terminal} DOTNET_ROOT='{TheProgram.DotnetRoot}' {variable} '{TheProgram.Path}' {arguments}";
        var start = new System.Diagnostics.ProcessStartInfo("script", ["--quiet", "--return", "--command", shell, "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        return TheProgram.Finish(System.Diagnostics.Process.Start(start)!).Output;
    }
}
