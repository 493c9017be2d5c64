using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Program;

/// <summary>The built program, started as a user starts it: a process of its own, with its output in pipes.</summary>
internal static class TheProgram
{
    public static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "limeso.exe" : "limeso");

    /// <summary>Where the program finds .NET: the one that runs these tests.</summary>
    public static readonly string DotnetRoot = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    public static Outcome Run(params string[] arguments) => RunIn(AppContext.BaseDirectory, arguments);

    public static Outcome RunIn(string folder, params string[] arguments) => Finish(Start(folder, arguments));

    /// <summary>Runs with --json and reads the one object on standard output.</summary>
    public static JsonObject Json(string folder, params string[] arguments)
    {
        Outcome outcome = RunIn(folder, [.. arguments, "--json"]);
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        return Assert.IsType<JsonObject>(JsonNode.Parse(outcome.Output));
    }

    public static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        return Process.Start(start)!;
    }

    public static Outcome Finish(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new Outcome(process.ExitCode, output, errors.Result);
        }
    }
}
