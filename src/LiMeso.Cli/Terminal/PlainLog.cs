using System.Globalization;
using LiMeso.Cases.Running;

namespace LiMeso.Cli.Terminal;

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
