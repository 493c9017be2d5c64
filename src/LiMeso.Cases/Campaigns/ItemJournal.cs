using System.Globalization;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Campaigns;

/// <summary>Tells others of the work on an item: its state every few seconds, its log. Only the process that holds the item's directory has one.</summary>
internal sealed class ItemJournal : IRunLog, IDisposable
{
    /// <summary>Name of the log.</summary>
    public const string LogFile = "log.txt";

    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly string _directory;
    private readonly StreamWriter _log;
    private readonly Timer _timer;
    private ItemState _state;

    /// <summary>Begins an attempt.</summary>
    /// <param name="directory">Where state and log go; held by this process.</param>
    /// <param name="job">Number of the job in a queue, or null.</param>
    public ItemJournal(string directory, string? job)
    {
        _directory = directory;
        ItemState? before = ItemState.Read(directory);
        DateTime now = DateTime.UtcNow;
        _state = new ItemState(ItemCondition.Running, Environment.MachineName, Environment.ProcessId, job, 1 + (before?.Attempts ?? 0), now, now, double.NaN, before?.Share ?? 0, before?.AllSeconds ?? 0, null);
        _log = new StreamWriter(Path.Combine(directory, LogFile), append: true) { AutoFlush = true };
        Message($"attempt {_state.Attempts} on {_state.Host}, process {_state.ProcessId}{(job is null ? "" : $", job {job}")}, LiMeso {Provenance.Version}");
        _state.Write(directory);
        _timer = new Timer(_ => Beat(), null, _beat, _beat);
    }

    /// <summary>Tells how far the work is.</summary>
    /// <param name="share">Share that is done.</param>
    public void Tell(double share)
    {
        lock (_gate) _state = _state with { Share = share, StartShare = double.IsNaN(_state.StartShare) ? share : _state.StartShare };
    }

    /// <summary>Ends the attempt.</summary>
    /// <param name="condition">How it ended.</param>
    /// <param name="problem">What went wrong, or null.</param>
    public void End(ItemCondition condition, string? problem = null)
    {
        _timer.Dispose();
        lock (_gate)
        {
            _state = _state with { Condition = condition, Problem = problem, Updated = DateTime.UtcNow, Share = condition == ItemCondition.Finished ? 1 : _state.Share };
            _state.Write(_directory);
        }

        Message(problem is null ? condition.ToString().ToLowerInvariant() : $"failed: {problem}");
    }

    /// <inheritdoc/>
    public void Message(string text)
    {
        lock (_gate) _log.WriteLine($"{DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}  {text}");
    }

    /// <inheritdoc/>
    public void Warning(string text) => Message($"warning: {text}");

    /// <inheritdoc/>
    public void Detail(string text) => Message(text);

    /// <inheritdoc/>
    public void Progress(double fraction, string text) => Tell(fraction);

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        _log.Dispose();
    }

    private void Beat()
    {
        lock (_gate)
        {
            if (_state.Condition != ItemCondition.Running) return;
            _state = _state with { Updated = DateTime.UtcNow };
            try
            {
                _state.Write(_directory);
            }
            catch (IOException)
            {
                // a full disk ends the work where it must be written to
            }
        }
    }
}
