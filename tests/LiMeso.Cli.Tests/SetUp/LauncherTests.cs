using System.Diagnostics;

namespace LiMeso.Cli.Tests.SetUp;

public sealed class LauncherTests : IDisposable
{
    private readonly MiniRepository _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void The_first_call_builds_and_the_second_starts_at_once()
    {
        Outcome first = _copy.Run(), second = _copy.Run();
        Assert.Equal(("hello\n", "hello\n"), (first.Output, second.Output));
        Assert.Contains("building", first.Errors);
        Assert.Equal("", second.Errors);
        Assert.Equal(1, _copy.Calls("dotnet", "publish"));
    }

    [Theory]
    [InlineData("src/LiMeso.Cli/Program.cs")]
    [InlineData("src/LiMeso.Core/New/File.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    public void A_changed_or_added_file_is_built_before_the_program_runs(string file)
    {
        _copy.Run();
        _copy.Write(file, MiniRepository.Script("echo changed"));
        Assert.Contains("built in", _copy.Run().Errors);
        Assert.Equal("", _copy.Run().Errors);
    }

    [Fact]
    public void A_deleted_file_is_noticed()
    {
        string file = _copy.Write("src/LiMeso.Core/Spare.cs", "spare");
        _copy.Run();
        File.Delete(file);
        Assert.Contains("built in", _copy.Run().Errors);
    }

    [Fact]
    public void A_file_put_in_place_with_an_old_date_is_noticed()
    {
        _copy.Run();
        File.SetLastWriteTimeUtc(_copy.Write(MiniRepository.Program, MiniRepository.Script("echo from a backup")), new DateTime(2001, 1, 1));
        Assert.Equal("from a backup\n", _copy.Run().Output);
    }

    [Fact]
    public void An_edit_taken_back_needs_no_new_build()
    {
        _copy.Run();
        _copy.Write(MiniRepository.Program, MiniRepository.Script("echo other"));
        Assert.Equal("other\n", _copy.Run().Output);
        _copy.Write(MiniRepository.Program, MiniRepository.Script("echo hello"));
        Assert.Equal("hello\n", _copy.Run().Output);
        Assert.Equal(2, _copy.Calls("dotnet", "publish"));
    }

    [Fact]
    public void An_editor_s_hidden_files_cost_no_build()
    {
        _copy.Run();
        _copy.Write("src/LiMeso.Cli/.Program.cs.swp", "swap");
        Assert.Equal(new Outcome(0, "hello\n", ""), _copy.Run());
        Assert.Equal(1, _copy.Calls("dotnet", "publish"));
    }

    [Fact]
    public void A_file_saved_during_the_build_is_built_too()
    {
        string edit = $"if [[ ! -e ../edited ]]; then touch ../edited; echo 'echo late' >> '{Path.Combine(_copy.Root, MiniRepository.Program)}'; fi";
        Outcome outcome = _copy.Run(_copy.Launcher, [], null, null, $"WHILE_BUILDING={edit}");
        Assert.Equal("hello\nlate\n", outcome.Output);
        Assert.Equal(2, _copy.Calls("dotnet", "publish"));
        Assert.Equal("", _copy.Run().Errors);
    }

    [Fact]
    public void A_failed_build_shows_the_compiler_s_errors_and_runs_no_older_program()
    {
        _copy.Run();
        _copy.Write(MiniRepository.Program, MiniRepository.Script("echo BROKEN"));
        for (int attempt = 0; attempt < 2; attempt++)
        {
            Outcome outcome = _copy.Run();
            Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
            Assert.Contains("Program.cs(1,1): error CS1002: ; expected", outcome.Errors);
        }
    }

    [Fact]
    public void It_starts_from_any_folder_and_through_links()
    {
        string elsewhere = Directory.CreateDirectory(Path.Combine(_copy.Home, "some where")).FullName;
        _copy.Write(MiniRepository.Program, MiniRepository.Script("pwd"));
        File.CreateSymbolicLink(Path.Combine(_copy.Home, "link"), _copy.Launcher);
        File.CreateSymbolicLink(Path.Combine(elsewhere, "limeso"), "../link");
        File.CreateSymbolicLink(Path.Combine(_copy.Bin, "limeso-on-path"), Path.Combine(elsewhere, "limeso"));

        Assert.Equal(elsewhere + "\n", _copy.Run(Path.Combine(elsewhere, "limeso"), [], null, elsewhere).Output);
        Assert.Equal(elsewhere + "\n", _copy.Run(Path.Combine(_copy.Bin, "bash"), ["-c", "limeso-on-path"], null, elsewhere).Output);
        Assert.Equal(_copy.Root + "\n", _copy.Run(Path.Combine(_copy.Bin, "bash"), ["limeso"]).Output);
    }

    [Fact]
    public void Arguments_input_and_exit_code_pass_through_even_on_the_first_call()
    {
        _copy.Write(MiniRepository.Program, MiniRepository.Script("printf '<%s>' \"$@\"; cat; exit 3"));
        foreach (int _ in new[] { 1, 2 })
        {
            Outcome outcome = _copy.Run(_copy.Launcher, ["a b", "", "*", "--json"], "typed");
            Assert.Equal((3, "<a b><><*><--json>typed"), (outcome.ExitCode, outcome.Output));
        }
    }

    [Fact]
    public void A_signal_reaches_the_program()
    {
        _copy.Write(MiniRepository.Program, MiniRepository.Script("trap 'echo checkpoint; exit 143' TERM; echo ready; read -r _"));
        using Process process = _copy.Start(_copy.Launcher, []);
        Assert.Equal("ready", process.StandardOutput.ReadLine());
        Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();
        process.StandardInput.Close(); // ends a program that the signal did not reach
        Assert.Equal("checkpoint", process.StandardOutput.ReadLine());
        process.WaitForExit();
        Assert.Equal(143, process.ExitCode);
    }

    [Fact]
    public async Task Two_first_calls_at_once_build_once()
    {
        Task<Outcome>[] calls = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => _copy.Run(_copy.Launcher, [], null, null, "WHILE_BUILDING=sleep 0.3")))];
        foreach (Outcome outcome in await Task.WhenAll(calls))
            Assert.Equal((0, "hello\n"), (outcome.ExitCode, outcome.Output));
        Assert.Equal(1, _copy.Calls("dotnet", "publish"));
    }

    [Fact]
    public void A_running_program_keeps_its_files_and_builds_that_nobody_runs_are_deleted()
    {
        string builds = Path.Combine(_copy.Root, ".artifacts", "launcher", "builds");
        _copy.Write(MiniRepository.Program, MiniRepository.Script("echo ready; read -r _; [[ -e $0 ]] && echo intact"));
        using Process running = _copy.Start(_copy.Launcher, []);
        Assert.Equal("ready", running.StandardOutput.ReadLine());

        for (int i = 0; i < 5; i++)
            Edit(i);
        Assert.Equal(4, Directory.GetDirectories(builds).Length); // the newest three, and the one that runs
        running.StandardInput.Close();
        Assert.Equal("intact", running.StandardOutput.ReadLine());
        running.WaitForExit();
        Edit(9);
        Assert.Equal(3, Directory.GetDirectories(builds).Length);

        void Edit(int i)
        {
            _copy.Write(MiniRepository.Program, MiniRepository.Script($"echo {i}"));
            Assert.Equal($"{i}\n", _copy.Run().Output);
        }
    }

    [Fact]
    public void The_check_for_changes_costs_less_than_50_ms()
    {
        // As many files as the real tree has, several times over. The least of many runs: others share the machine.
        for (int i = 0; i < 1000; i++)
            _copy.Write($"src/Room{i / 25}/File{i}.cs", "");
        _copy.Run();
        double least = Enumerable.Range(0, 15).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            _copy.Run();
            return watch.Elapsed.TotalMilliseconds;
        });
        Assert.InRange(least, 0, 50);
    }
}
