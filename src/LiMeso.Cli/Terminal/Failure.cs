using System.Text.Json.Nodes;
using LiMeso.Atomistics.Potentials;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;
using LiMeso.FiniteVolume;
using LiMeso.Transport;
using LiMeso.Transport.Data;

namespace LiMeso.Cli.Terminal;

/// <summary>What a failure means to the caller: one message on standard error, and an exit code.</summary>
internal static class Failure
{
    // beyond the codes that callers can act on
    private const int ProgramFault = 70;

    /// <summary>The exit code; null for what is a fault of the program itself.</summary>
    public static int? CodeOf(Exception problem) => problem switch
    {
        InputException or UnknownNameException or ModelNotApplicableException or TemperatureOutOfRangeException => ExitCodes.BadInput,
        ConvergenceException or SimulationFailedException or DivergedException => ExitCodes.NotConverged,
        IOException or UnauthorizedAccessException => ExitCodes.CannotReadOrWrite,
        OperationCanceledException => Interruption.ExitCode,
        // of several items at work in parallel: the interruption is what matters, else the first that went wrong
        AggregateException several => CodeOf(Chief(several)),
        _ => null,
    };

    /// <summary>Tells the user, and with <c>--json</c> the calling program as well.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(Exception problem, bool json)
    {
        int code = CodeOf(problem) ?? ProgramFault;
        if (problem is AggregateException several) problem = Chief(several);
        string message = MessageOf(problem);
        Console.Error.WriteLine(message);
        if (json) JsonOutput.Write(new JsonObject { ["error"] = message, ["exit_code"] = code });
        return code;
    }

    private static Exception Chief(AggregateException several)
    {
        Exception[] all = [.. several.Flatten().InnerExceptions];
        return Array.Find(all, e => e is OperationCanceledException) ?? all[0];
    }

    /// <summary>The message, as it stands on standard error.</summary>
    public static string MessageOf(Exception problem) => problem switch
    {
        InputException => problem.Message,
        OperationCanceledException => "Interrupted. Continue with --resume.",
        _ when CodeOf(problem) is null => $"error: this is a fault of the program, not of its input; please report it:\n{problem}",
        _ => $"error: {problem.Message}",
    };
}
