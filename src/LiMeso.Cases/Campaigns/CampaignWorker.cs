using LiMeso.Core.Input;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Campaigns;

/// <summary>
/// Does one item of a campaign, from its newest checkpoint on. Started twice for the same item, the second process waits for the first, and finds the work done; a killed one leaves the item free at once.
/// </summary>
public static class CampaignWorker
{
    /// <summary>Name of an item's log, see <see cref="Campaign.WorkOf(CampaignItem)"/>.</summary>
    public const string LogFile = ItemJournal.LogFile;

    /// <summary>A second lock, where a file system does not pass on those of other machines: a process there that was seen so short a time ago is taken to be alive.</summary>
    private static readonly TimeSpan _alive = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(0.5);

    /// <summary>Does the work, unless it is done.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="item">The item.</param>
    /// <param name="job">Number of the job in a queue, or null.</param>
    /// <param name="say">Told of what a user should know.</param>
    /// <param name="cancellation">Asked for to stop at a checkpoint.</param>
    /// <exception cref="InputException">What the item begins from is not finished.</exception>
    /// <exception cref="OperationCanceledException">Stopped; a checkpoint is on disk.</exception>
    public static void Run(Campaign campaign, CampaignItem item, string? job, Action<string> say, CancellationToken cancellation)
    {
        BoundaryCase one = campaign.Case(item.BoundaryId);
        if (one.Finished(item.Name) is not null) return;
        string directory = campaign.WorkOf(item);
        using DirectoryLock held = Patiently(() => Hold(directory), say, cancellation);
        // another process may have finished it while this one waited
        if (one.Finished(item.Name) is not null) return;
        using var journal = new ItemJournal(directory, job);
        try
        {
            // 'limeso run' may be at work on the item, too
            Patiently(() => { one.Run(item.Name, journal, journal.Tell, cancellation); return true; }, say, cancellation);
            journal.End(ItemCondition.Finished);
        }
        catch (OperationCanceledException)
        {
            journal.End(ItemCondition.Stopped);
            throw;
        }
        catch (Exception problem)
        {
            journal.End(ItemCondition.Failed, problem.Message);
            throw;
        }
    }

    /// <summary>Whether a process works on an item.</summary>
    /// <param name="directory">Where the item's state is.</param>
    internal static bool IsAtWork(string directory) => DirectoryLock.IsHeld(directory) || IsAliveElsewhere(directory);

    private static bool IsAliveElsewhere(string directory) =>
        ItemState.Read(directory) is { Condition: ItemCondition.Running } other && other.Host != Environment.MachineName && DateTime.UtcNow - other.Updated < _alive;

    private static DirectoryLock Hold(string directory)
    {
        DirectoryLock held = DirectoryLock.Acquire(directory);
        if (IsAliveElsewhere(directory))
        {
            held.Dispose();
            throw new DirectoryInUseException(directory);
        }

        return held;
    }

    private static T Patiently<T>(Func<T> act, Action<string> say, CancellationToken cancellation)
    {
        for (bool told = false; ; told = true)
        {
            try
            {
                return act();
            }
            catch (DirectoryInUseException problem)
            {
                if (!told) say($"waiting for another process: {problem.Message}");
                cancellation.WaitHandle.WaitOne(_patience);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }
}
