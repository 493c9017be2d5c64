using System.ComponentModel;
using System.Diagnostics;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Campaigns.Engines.Slurm;

/// <summary>The programs of Slurm.</summary>
internal static class SlurmCommand
{
    private const string SubmitProgram = "sbatch", QueueProgram = "squeue";

    /// <summary>Whether this machine has them.</summary>
    public static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, SubmitProgram)));

    /// <summary>Stops where this machine has them not.</summary>
    /// <exception cref="InputException">It has not.</exception>
    public static void Require()
    {
        if (!IsThere) throw new InputException(new SourceLocation(SubmitProgram), "no such program on the PATH: the campaign's engine is 'slurm'", "Run this on a machine that submits to the cluster, or plan the campaign with another 'engine'.");
    }

    /// <summary>Submits a job.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="IOException">Slurm refuses it.</exception>
    // 'NUMBER;CLUSTER'
    public static string Submit(IEnumerable<string> arguments) => Run(SubmitProgram, arguments).Trim().Split(';')[0];

    /// <summary>This user's tasks in the queue: lines of number of the array's job, number of the task, state.</summary>
    /// <exception cref="IOException">Slurm does not answer.</exception>
    public static string[] Queue() => Run(QueueProgram, ["--noheader", "--array", "--me", "--format=%F %K %T"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new IOException($"{program} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult().Trim()}");
        }
        catch (Win32Exception problem)
        {
            throw new IOException($"{program} cannot be started: {problem.Message}", problem);
        }
    }
}
