using System.Diagnostics;
using System.Globalization;
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

/// <summary>Plain lines. Those of progress come further apart the longer the run takes, so that a day's log stays readable.</summary>
internal sealed class PlainLog : TerminalLog
{
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(2);
    private const double ShareOfElapsed = 0.05;

    private readonly Lock _gate = new();
    private TimeSpan _next = _shortest;

    public override void Message(string text)
    {
        lock (_gate) Console.Error.WriteLine(text);
    }

    public override void Progress(double fraction, string text)
    {
        lock (_gate)
        {
            if (Elapsed < _next) return;
            _next = Elapsed + TimeSpan.FromSeconds(Math.Max(_shortest.TotalSeconds, ShareOfElapsed * Elapsed.TotalSeconds));
            string soFar = RunLog.Duration(Elapsed.TotalSeconds);
            string left = fraction > 0 ? $", about {RunLog.Duration(Elapsed.TotalSeconds * (1 - fraction) / fraction)} left" : "";
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{100 * fraction,5:0.0} %  {text}  ({soFar} so far{left})"));
        }
    }

    public override void Dispose()
    {
    }
}
