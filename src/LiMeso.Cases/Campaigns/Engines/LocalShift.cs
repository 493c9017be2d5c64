using System.Globalization;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Campaigns.Engines;

/// <summary>One run of a campaign by processes of this machine: starts a worker wherever a place is free, in the order of work, and sees how each ends.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="program">The program that workers are started from.</param>
/// <param name="places">The places for workers: numbers of cores, or null for any core.</param>
/// <param name="log">Where messages and progress go.</param>
internal sealed class LocalShift(Campaign campaign, string program, IReadOnlyList<int?> places, IRunLog log) : IDisposable
{
    // Deaths of an item's workers in a row without any progress from which it counts as failed: something kills it every time, memory for example.
    private const int MostDeaths = 4;

    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(0.1), _look = TimeSpan.FromSeconds(1);

    private readonly Queue<int?> _free = new(places);
    private readonly List<WorkerProcess> _workers = [];
    private readonly List<CampaignItem> _open = [.. campaign.Plan.InOrderOfWork];
    private readonly Dictionary<CampaignItem, (int Deaths, double Share)> _deaths = [];
    private readonly List<string> _failed = [];
    private DateTime _nextLook = DateTime.MinValue;
    private int _done, _exitCode;

    /// <summary>Works until all is done that can be done.</summary>
    /// <param name="cancellation">Asked for to stop.</param>
    /// <exception cref="InputException">The campaign was planned anew meanwhile.</exception>
    /// <exception cref="OperationCanceledException">Stopped; every item at work has a checkpoint on disk.</exception>
    public EngineOutcome Work(CancellationToken cancellation)
    {
        while (true)
        {
            bool ended = TakeLeave();
            if (ended || DateTime.UtcNow >= _nextLook)
            {
                _nextLook = DateTime.UtcNow + _look;
                if (campaign.HasChanged) throw new InputException(new SourceLocation(campaign.Directory), "the campaign was planned anew", "Run it again.");
                bool elsewhere = Fill();
                if (_workers.Count == 0 && !elsewhere) return new EngineOutcome(_failed, _exitCode);
                Tell();
            }

            if (!cancellation.WaitHandle.WaitOne(_tick)) continue;
            StopAll();
            TakeLeave();
            throw new OperationCanceledException(cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        StopAll();
        foreach (WorkerProcess worker in _workers) worker.Dispose();
    }

    private void StopAll()
    {
        foreach (WorkerProcess worker in _workers) worker.Stop();
        foreach (WorkerProcess worker in _workers) worker.Wait();
    }

    // Starts workers for the first items that can begin. True when other processes hold items that this one might have to take up.
    private bool Fill()
    {
        bool elsewhere = false;
        HashSet<int> notYet = [];
        foreach (CampaignItem item in _open.ToArray())
        {
            if (_workers.Exists(w => w.Item == item))
            {
                if (item.OthersWait) notYet.Add(item.Boundary);
                continue;
            }

            if (notYet.Contains(item.Boundary)) continue;
            ItemPhase phase = CampaignStatus.Of(campaign, item).Phase;
            if (phase == ItemPhase.Done)
            {
                _open.Remove(item);
                _done++;
                continue;
            }

            if (item.OthersWait) notYet.Add(item.Boundary);
            if (phase == ItemPhase.Running) elsewhere = true;
            else if (_free.TryDequeue(out int? core)) _workers.Add(new WorkerProcess(program, campaign, item, core));
        }

        return elsewhere;
    }

    // Sees off the workers that have ended. True when there were any.
    private bool TakeLeave()
    {
        WorkerProcess[] ended = [.. _workers.Where(w => w.HasExited)];
        foreach (WorkerProcess worker in ended)
        {
            Judge(worker);
            _workers.Remove(worker);
            _free.Enqueue(worker.Core);
            worker.Dispose();
        }

        return ended.Length > 0;
    }

    private void Judge(WorkerProcess worker)
    {
        CampaignItem item = worker.Item;
        if (worker.ExitCode == ExitCodes.Done)
        {
            log.Message($"{item.Id}: done");
            return;
        }

        // killed, or asked to stop by somebody else: it goes on from its checkpoint, unless that leads nowhere again and again
        if (worker.ExitCode > WorkerProcess.SignalCode)
        {
            double share = CampaignStatus.Of(campaign, item).Share;
            (int deaths, double before) = _deaths.GetValueOrDefault(item);
            deaths = share > before ? 1 : deaths + 1;
            _deaths[item] = (deaths, share);
            if (deaths < MostDeaths) return;
        }

        Fail(worker);
    }

    private void Fail(WorkerProcess worker)
    {
        CampaignItem item = worker.Item;
        string words = worker.LastWords;
        log.Warning(string.Create(CultureInfo.InvariantCulture, $"{item.Id} failed (exit code {worker.ExitCode}){(words.Length > 0 ? $": {words}" : "")}"));
        _failed.Add(item.Id);
        if (_exitCode == 0) _exitCode = worker.ExitCode;
        _open.RemoveAll(i => i == item || (item.OthersWait && i.Boundary == item.Boundary));
    }

    private void Tell()
    {
        IReadOnlyList<CampaignItem> all = campaign.Plan.Items;
        double total = campaign.Plan.AtomSteps, open = _open.Sum(i => i.AtomSteps);
        double atWork = _workers.Sum(w => w.Item.AtomSteps * (ItemState.Read(campaign.WorkOf(w.Item))?.Share ?? 0));
        log.Progress(
            Math.Clamp((total - open + atWork) / total, 0, 1),
            string.Create(CultureInfo.InvariantCulture, $"{_done} of {all.Count} items done; {string.Join(", ", _workers.Take(3).Select(w => w.Item.Id))}{(_workers.Count > 3 ? ", ..." : "")}"));
    }
}
