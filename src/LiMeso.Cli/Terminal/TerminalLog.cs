using System.Diagnostics;
using LiMeso.Cases.Running;

namespace LiMeso.Cli.Terminal;

/// <summary>
/// What a run says on its way: on standard error, so that standard output holds the answer alone. On a terminal a bar shows how far it is;
/// in a file or pipe plain lines do, without control codes.
/// </summary>
internal abstract class TerminalLog : IRunLog, IDisposable
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly HashSet<string> _warnings = [];

    /// <summary>The log that fits standard error.</summary>
    public static TerminalLog Open() =>
        Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") is "dumb" ? new PlainLog() : new LiveLog();

    /// <summary>The warnings so far.</summary>
    public IReadOnlySet<string> Warnings => _warnings;

    /// <summary>Time since the log was opened.</summary>
    protected TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <inheritdoc/>
    public abstract void Message(string text);

    /// <inheritdoc/>
    public void Warning(string text)
    {
        lock (_warnings) _warnings.Add(text);
        Message($"warning: {text}");
    }

    /// <inheritdoc/>
    public void Detail(string text)
    {
    }

    /// <inheritdoc/>
    public abstract void Progress(double fraction, string text);

    /// <inheritdoc/>
    public abstract void Dispose();
}
