namespace LiMeso.Cli.Tests.SetUp;

/// <summary>What <c>tests/run.sh</c> counts, with test programs that are shell scripts.</summary>
public sealed class TestCommandTests : IDisposable
{
    private readonly MiniRepository _copy = new();

    public TestCommandTests()
    {
        // This dotnet publishes a program and builds the test programs that stand ready; formatting is in order.
        _copy.StandIn("dotnet", """
            cd "$OLDPWD"
            case $1 in
              --version) echo 10.0.100 ;;
              publish)
                while (($# > 0)); do [[ $1 != --output ]] || output=$2; shift; done
                mkdir -p "$output" && cp src/LiMeso.Cli/Program.cs "$output/limeso" && chmod +x "$output/limeso" ;;
              build) if [[ -e broken ]]; then echo 'error CS1002: ; expected'; exit 1; fi ;;
            esac
            """);
        _copy.StandIn("shellcheck", "");
    }

    public void Dispose() => _copy.Dispose();

    private Outcome Test(params string[] arguments) => _copy.Run(Path.Combine(_copy.Root, "tests", "run.sh"), arguments);

    private static string LastLine(Outcome outcome) => outcome.Output.TrimEnd('\n').Split('\n')[^1];

    private void Project(string name, string body)
    {
        _copy.Write($"tests/{name}/{name}.csproj", "");
        MiniRepository.MakeExecutable(_copy.Write($".artifacts/bin/{name}/release/{name}", MiniRepository.Script("""
            echo "$*" >> "${0%/release/*}/arguments"
            while (($# > 0)); do [[ $1 != -xml ]] || xml=$2; shift; done
            results() { printf '<assemblies><assembly name="x" errors="%d" failed="%d" passed="%d" skipped="%d" total="9">%s</assembly></assemblies>' "$@" >"$xml"; }
            """ + "\n" + body)));
    }

    [Fact]
    public void The_last_line_sums_all_projects_and_the_style_checks()
    {
        Project("A.Tests", "results 0 0 5 0 ''");
        Project("B.Tests", "results 0 0 7 2 '<test><reason><![CDATA[no browser]]></reason></test>'");
        Outcome outcome = Test();
        Assert.Equal((0, "14 passed, 0 failed, 2 skipped"), (outcome.ExitCode, LastLine(outcome)));
        Assert.Contains("skipped: no browser", outcome.Output);
    }

    [Fact]
    public void A_missing_style_checker_is_counted_as_skipped()
    {
        File.Delete(Path.Combine(_copy.Bin, "shellcheck"));
        Project("A.Tests", "results 0 0 5 0 ''");
        Assert.Equal("6 passed, 0 failed, 1 skipped", LastLine(Test()));
    }

    [Fact]
    public void A_failure_is_shown_and_counted()
    {
        Project("A.Tests", "results 0 2 5 0 ''; echo 'Claim_that_fails [FAIL]'; exit 1");
        Outcome outcome = Test("A");
        Assert.Equal((1, "5 passed, 2 failed"), (outcome.ExitCode, LastLine(outcome)));
        Assert.Contains("Claim_that_fails [FAIL]", outcome.Output);
    }

    [Theory]
    [InlineData("kill -9 $$", "0 passed, 1 failed")]                          // died: no results
    [InlineData("results 0 0 0 0 ''", "0 passed, 1 failed")]                  // ran no test
    [InlineData("results 0 0 5 0 ''; exit 134", "5 passed, 1 failed")]        // crashed after its tests
    [InlineData("results 2 0 5 0 ''; exit 1", "5 passed, 2 failed")]          // errors in fixtures
    [InlineData("printf '<assemblies>' >\"$xml\"", "0 passed, 1 failed")]     // results cut short
    public void A_test_program_that_does_not_end_well_is_a_failure(string body, string expected)
    {
        Project("A.Tests", body);
        Outcome outcome = Test("A");
        Assert.Equal((1, expected), (outcome.ExitCode, LastLine(outcome)));
    }

    [Fact]
    public void Results_of_an_earlier_run_are_not_counted()
    {
        Project("A.Tests", "results 0 0 5 0 ''");
        Test();
        Project("A.Tests", "exit 0");
        Assert.Equal("0 passed, 1 failed", LastLine(Test("A")));
    }

    [Fact]
    public void A_failed_build_and_a_failed_set_up_are_failures()
    {
        Project("A.Tests", "results 0 0 5 0 ''");
        _copy.Write("broken", "");
        Outcome build = Test();
        Assert.Equal((1, "0 passed, 1 failed"), (build.ExitCode, LastLine(build)));
        Assert.Contains("error CS1002", build.Output);

        _copy.LacksHdf5();
        _copy.Write(MiniRepository.Program, MiniRepository.Script("echo changed"));
        Outcome setUp = Test();
        Assert.Equal((1, "0 passed, 1 failed"), (setUp.ExitCode, LastLine(setUp)));
    }

    [Fact]
    public void Projects_and_tests_can_be_chosen()
    {
        Project("LiMeso.Storage.Tests", "results 0 0 3 0 ''");
        Project("LiMeso.Core.Tests", "results 0 0 5 0 ''");
        Assert.Equal("3 passed, 0 failed", LastLine(Test("--filter", "kill", "Storage")));
        Assert.Contains("-method *kill*", File.ReadAllText(Path.Combine(_copy.Root, ".artifacts/bin/LiMeso.Storage.Tests/arguments")));
        Assert.Equal(1, _copy.Calls("dotnet", "build tests/LiMeso.Storage.Tests"));
    }

    [Fact]
    public void A_project_that_does_not_exist_is_answered_with_those_that_do()
    {
        Project("LiMeso.Storage.Tests", "results 0 0 3 0 ''");
        Outcome outcome = Test("Storrage");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("LiMeso.Storage.Tests", outcome.Errors);
    }
}
