using System.Runtime.InteropServices;
using LiMeso.Cases.Running;

namespace LiMeso.Cli.Terminal;

/// <summary>Turns the first SIGINT or SIGTERM into a request to stop, which leaves time for a checkpoint; the second ends the process at once.</summary>
internal static class Interruption
{
    private static readonly CancellationTokenSource _source = new();
    private static readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>The exit code of the signal that came.</summary>
    public static int ExitCode { get; private set; } = ExitCodes.Interrupted;

    /// <summary>Begins to listen.</summary>
    /// <param name="say">Tells the user that the request has been heard.</param>
    /// <returns>Asked for by the first signal.</returns>
    public static CancellationToken Watch(Action<string> say)
    {
        // SIGHUP keeps its meaning: under nohup a run goes on, and without it the run dies and can be resumed all the same.
        Listen(PosixSignal.SIGINT, ExitCodes.Interrupted, say);
        Listen(PosixSignal.SIGTERM, ExitCodes.Terminated, say);
        return _source.Token;
    }

    /// <summary>Begins to listen for the end of standard input as well: whoever started this process holds the other end, and ends it to ask for a stop, or by dying.</summary>
    /// <param name="say">Tells that the request has been heard.</param>
    /// <returns>Asked for by the end of the input, or SIGTERM. SIGINT, which a terminal sends to all processes in front of it, is left to the one that holds the other end.</returns>
    public static CancellationToken WatchInput(Action<string> say)
    {
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true));
        Listen(PosixSignal.SIGTERM, ExitCodes.Terminated, say);
        var reader = new Thread(() =>
        {
            using Stream input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0)
            {
            }

            ExitCode = ExitCodes.Terminated;
            _source.Cancel();
        })
        { IsBackground = true, Name = "standard input" };
        reader.Start();
        return _source.Token;
    }

    private static void Listen(PosixSignal signal, int exitCode, Action<string> say) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            if (_source.IsCancellationRequested) Environment.Exit(exitCode);
            context.Cancel = true;
            ExitCode = exitCode;
            say("stopping where it is safe (once more to end at once)");
            _source.Cancel();
        }));
}
