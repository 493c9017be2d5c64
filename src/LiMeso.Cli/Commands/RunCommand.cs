using System.CommandLine;
using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso run</c>: a case directory in; numbers, fields, pictures and a report out.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        Argument<string> directory = SharedOptions.Case();
        Option<string?> output = SharedOptions.Output("Where results go (default: 'results' in the case directory).");
        Option<bool> resume = SharedOptions.Resume("Continue an interrupted run from its last checkpoint; a finished one is left as it is.");
        Option<bool> overwrite = SharedOptions.Overwrite("Replace results that are already there.");
        Option<int> threads = SharedOptions.Threads();
        Option<string[]> set = SharedOptions.Set();
        MaterialOptions material = new();
        Option<bool> json = SharedOptions.Json();

        var command = new LimesoCommand("run", "Run a case: compute, store, compare with what is expected, report.")
        {
            Details = "Results never replace finished ones unless --overwrite says so. Ctrl-C or SIGTERM leaves a checkpoint, from which --resume continues "
                + "to the same numbers; a second Ctrl-C ends at once. Progress and messages go to standard error, what was found to standard output.",
            Examples =
            [
                ("limeso run cases/krauskopf-llzo", "results in cases/krauskopf-llzo/results"),
                ("limeso run my-foil --set foil.thickness=\"60 um\" --model maxwell-garnett-3d -o thin", "another thickness and model, results in 'thin'"),
                ("limeso run my-foil --resume", "continue where an interrupted run stopped"),
                ("limeso run my-foil --json | jq .depletion_time_s", "for scripts"),
            ],
        };
        command.Add(directory);
        command.AddOptions([output, resume, overwrite, threads, set, .. material.All, json]);
        command.SetAction(parsed =>
        {
            KeyValuePair<string, string>[] overrides = [.. SharedOptions.Overrides(parsed.GetValue(set)), .. material.Overrides(parsed)];
            CaseDirectory one = CaseDirectory.Open(parsed.GetRequiredValue(directory), overrides);
            var options = new RunOptions
            {
                Output = parsed.GetValue(output),
                Resume = parsed.GetValue(resume),
                Overwrite = parsed.GetValue(overwrite),
                Threads = parsed.GetValue(threads),
            };
            return Run(one, options, parsed.GetValue(json));
        });
        return command;
    }

    /// <summary>Runs a case and prints what was found.</summary>
    /// <param name="one">The case.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="json">Whether for scripts.</param>
    public static int Run(CaseDirectory one, RunOptions options, bool json)
    {
        using var log = TerminalLog.Open();
        CaseOutcome outcome = CaseRunner.Run(one, options, log, Interruption.Watch(log.Message));
        log.Dispose();
        if (json) JsonOutput.Write(RunSummary.Json(outcome));
        else Console.Out.Write(RunSummary.Text(outcome, log.Warnings));
        return ExitCodes.Done;
    }
}
