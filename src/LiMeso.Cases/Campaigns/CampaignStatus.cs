using LiMeso.Storage.Files;

namespace LiMeso.Cases.Campaigns;

/// <summary>Where an item of a campaign is.</summary>
public enum ItemPhase
{
    /// <summary>Not begun, or stopped, or killed; for its turn, or for the item that it begins from.</summary>
    Waiting,

    /// <summary>A process holds it.</summary>
    Running,

    /// <summary>It found all that is asked for.</summary>
    Done,

    /// <summary>The last attempt ended with an error.</summary>
    Failed,
}

/// <summary>An item, and where it is.</summary>
/// <param name="Item">The item.</param>
/// <param name="Phase">Where it is.</param>
/// <param name="State">What the process that worked on it last has told; null before the first.</param>
public sealed record ItemStatus(CampaignItem Item, ItemPhase Phase, ItemState? State)
{
    /// <summary>Share that is done.</summary>
    public double Share => Phase == ItemPhase.Done ? 1 : State?.Share ?? 0;

    /// <summary>Atom-steps a second of a running item; 0 where that is not known.</summary>
    public double Speed => Phase == ItemPhase.Running && State is { Seconds: > 0 } s && s.Share > s.StartShare ? Item.AtomSteps * (s.Share - s.StartShare) / s.Seconds : 0;
}

/// <summary>Where a campaign is, as its directory tells. Looking changes nothing and needs no campaign to run.</summary>
/// <param name="Items">All items, in the order of the plan.</param>
public sealed record CampaignStatus(IReadOnlyList<ItemStatus> Items)
{
    /// <summary>Looks.</summary>
    /// <param name="campaign">The campaign.</param>
    public static CampaignStatus Of(Campaign campaign) => new([.. campaign.Plan.Items.Select(i => Of(campaign, i))]);

    /// <summary>Looks at one item.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="item">The item.</param>
    public static ItemStatus Of(Campaign campaign, CampaignItem item)
    {
        string directory = campaign.WorkOf(item);
        ItemState? state = ItemState.Read(directory);
        // the lock first: results appear before the process lets go of the item
        bool held = DirectoryLock.IsHeld(directory);
        ItemPhase phase = campaign.IsFinished(item) ? ItemPhase.Done
            : held ? ItemPhase.Running
            : state?.Condition == ItemCondition.Failed ? ItemPhase.Failed : ItemPhase.Waiting;
        return new ItemStatus(item, phase, state);
    }

    /// <summary>How many items are there.</summary>
    /// <param name="phase">Where.</param>
    public int Count(ItemPhase phase) => Items.Count(i => i.Phase == phase);

    /// <summary>Share of all work that is done.</summary>
    public double Share => Items.Sum(i => i.Share * i.Item.AtomSteps) / Items.Sum(i => i.Item.AtomSteps);

    /// <summary>Atom-steps a second of all running items together.</summary>
    public double Throughput => Items.Sum(i => i.Speed);

    /// <summary>Time that the rest takes at the present throughput, s; NaN when nothing runs.</summary>
    public double RemainingSeconds => Throughput > 0 ? Items.Where(i => i.Phase != ItemPhase.Failed).Sum(i => (1 - i.Share) * i.Item.AtomSteps) / Throughput : double.NaN;

    /// <summary>Time that processes have worked, all together, s.</summary>
    public double CoreSeconds => Items.Sum(i => i.State?.AllSeconds ?? 0);

    /// <summary>The items by stage and temperature, in the order of work.</summary>
    public IEnumerable<IGrouping<string, ItemStatus>> Groups => CampaignItem.InOrderOfWork(Items, i => i.Item).GroupBy(i => i.Item.Group);
}
