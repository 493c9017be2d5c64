namespace LiMeso.Cli.Tests.SetUp;

public sealed class DotnetTests : IDisposable
{
    private readonly MiniRepository _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void Without_an_SDK_the_message_says_what_to_install()
    {
        File.Delete(Path.Combine(_copy.Bin, "dotnet"));
        Outcome outcome = _copy.Run();
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("the .NET 10 SDK is not installed", outcome.Errors);
    }

    [Fact]
    public void With_another_SDK_the_message_repeats_what_dotnet_says()
    {
        Outcome outcome = _copy.Run(_copy.Launcher, [], null, null, "DOTNET_FAILS=155", "DOTNET_HERE=Requested SDK version: 10.0.100");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Requested SDK version: 10.0.100", outcome.Errors);
        Assert.Equal(0, _copy.Calls("dotnet", "publish"));
    }

    [Fact]
    public void An_SDK_in_the_home_directory_is_found_and_handed_to_the_program()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_copy.Home, ".dotnet", "bin")).FullName;
        File.Move(Path.Combine(_copy.Bin, "dotnet"), Path.Combine(folder, "dotnet"));
        File.CreateSymbolicLink(Path.Combine(_copy.Home, ".dotnet", "dotnet"), "bin/dotnet");
        File.WriteAllText(Path.Combine(_copy.Home, "..", "calls"), "");
        _copy.Write(MiniRepository.Program, MiniRepository.Script("echo $DOTNET_ROOT"));
        Assert.Equal(folder + "\n", _copy.Run().Output);
        Assert.Equal(new Outcome(0, folder + "\n", ""), _copy.Run());
    }

    [Fact]
    public void A_user_without_a_home_gets_one_inside_the_repository_for_the_build_alone()
    {
        _copy.Write(MiniRepository.Program, MiniRepository.Script("echo $HOME"));
        Outcome outcome = _copy.Run(_copy.Launcher, [], null, null, "HOME=/nonexistent", $"WHILE_BUILDING=[[ $HOME == '{_copy.Root}/.artifacts/launcher/home' && -d $HOME ]] || exit 1");
        Assert.Equal((0, "/nonexistent\n"), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public void Without_the_ahead_of_time_compiler_the_program_is_built_all_the_same()
    {
        Outcome outcome = _copy.Run(_copy.Launcher, [], null, null, "NO_CROSSGEN=1");
        Assert.Equal("hello\n", outcome.Output);
        Assert.Contains("notice: the ahead-of-time compiler could not be had", outcome.Errors);
    }

    [Fact]
    public void A_compiler_error_is_not_taken_for_a_missing_package()
    {
        _copy.Write(MiniRepository.Program, MiniRepository.Script("echo BROKEN"));
        Assert.Equal(1, _copy.Run().ExitCode);
        Assert.Equal(1, _copy.Calls("dotnet", "publish"));
    }

    [Fact]
    public void The_build_carries_its_commit_and_says_when_the_sources_were_edited()
    {
        string? git = Repository.Find("git");
        Assert.SkipWhen(git is null, "git is not installed");
        File.CreateSymbolicLink(Path.Combine(_copy.Bin, "git"), git);
        foreach (string command in new[] { "init", "add .", "-c user.name=a -c user.email=a@b commit -m first" })
            Assert.Equal(0, _copy.Run(git, command.Split(' ')).ExitCode);
        string commit = _copy.Run(git, ["rev-parse", "HEAD"]).Output.Trim();

        _copy.Write("README.md", "no source");
        _copy.Run();
        Assert.Equal(1, _copy.Calls("dotnet", $"SourceRevisionId={commit} "));
        _copy.Write("src/LiMeso.Core/New.cs", "edited");
        _copy.Run();
        Assert.Equal(1, _copy.Calls("dotnet", $"SourceRevisionId={commit}.edited "));
    }

    [Fact]
    public void The_real_compiler_builds_and_reports_its_errors()
    {
        string? dotnet = Repository.Find("dotnet");
        Assert.SkipWhen(dotnet is null, "dotnet is not on the PATH");
        File.Delete(Path.Combine(_copy.Bin, "dotnet"));
        File.CreateSymbolicLink(Path.Combine(_copy.Bin, "dotnet"), dotnet);
        _copy.Write("src/LiMeso.Cli/LiMeso.Cli.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <AssemblyName>limeso</AssemblyName>
              </PropertyGroup>
            </Project>
            """);

        Assert.Equal((7, "one\n"), Build("System.Console.WriteLine(\"one\"); return 7;", out _));
        Assert.Equal((1, ""), Build("return missing;", out string errors));
        Assert.Contains("Program.cs(1,8): error CS0103: The name 'missing' does not exist", errors);

        (int, string) Build(string program, out string errors)
        {
            _copy.Write(MiniRepository.Program, program + "\n");
            // The user's own home and package cache: this test downloads nothing that the build of the tests did not.
            string[] own = [.. Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
                .Select(e => $"{e.Key}={e.Value}").Where(v => !v.StartsWith("PATH=", StringComparison.Ordinal))];
            Outcome outcome = _copy.Run(_copy.Launcher, [], null, null, own);
            errors = outcome.Errors;
            return (outcome.ExitCode, outcome.Output);
        }
    }
}
