using LiMeso.Atomistics.Bicrystals;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Campaigns.Engines;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;

namespace LiMeso.Cases.Campaigns;

/// <summary>
/// A planned campaign, a directory: its file and plan, a case for each boundary, and what the processes that work on it leave for each other. The items of a case are those of <c>limeso run</c>, so that either may finish them.
/// </summary>
public sealed class Campaign
{
    /// <summary>Name of the campaign's file in its directory.</summary>
    public const string FileName = "campaign.yaml";

    /// <summary>Folder of the cases in its directory.</summary>
    internal const string CasesFolder = "boundaries";

    private const string WorkFolder = "work";

    private const double SecondsPerDay = 86400, PicosecondsPerNanosecond = 1000;

    // read once, and not asked again once finished, nor before their results change: who works on a campaign looks at all of it every second
    private readonly Dictionary<string, BoundaryCase> _cases = [];
    private readonly HashSet<CampaignItem> _finished = [];
    private readonly Dictionary<CampaignItem, (DateTime Written, long Length)> _unfinished = [];

    private Campaign(string directory, CampaignFile file, CampaignPlan plan) => (Directory, File, Plan) = (directory, file, plan);

    /// <summary>The directory.</summary>
    public string Directory { get; }

    /// <summary>What there is to do.</summary>
    public CampaignPlan Plan { get; }

    /// <summary>Who does the work.</summary>
    public EngineSettings Engine => File.Settings.Engine;

    /// <summary>Whether items may end earlier than the plan counts: atoms that have moved far enough are not followed up to <c>longest-production</c>.</summary>
    public bool CostsAreLimits => File.Settings.Procedure.Diffusion is { Phases.Count: > 1 };

    /// <summary>Simulated time that one core covers in a day at the speed of the plan, ns.</summary>
    /// <param name="atoms">Number of atoms.</param>
    public double NanosecondsPerDay(double atoms) => Plan.Speed / atoms * File.Settings.Procedure.TimeStep * SecondsPerDay / PicosecondsPerNanosecond;

    /// <summary>The campaign's file.</summary>
    internal CampaignFile File { get; }

    /// <summary>Opens a campaign.</summary>
    /// <param name="directory">Its directory.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static Campaign Open(string directory)
    {
        CampaignPlan plan = CampaignPlan.Read(directory)
            ?? throw new InputException(new SourceLocation(directory), System.IO.Directory.Exists(directory) ? "the directory holds no campaign" : "no such directory", "'limeso campaign plan FILE.yaml --out DIR' makes one.");
        string path = Path.Combine(directory, FileName);
        CampaignFile file = CampaignFile.Read(path);
        if (file.InputHash() != plan.InputHash)
            throw new InputException(new SourceLocation(path), "the campaign has changed since it was planned", "Plan it again with 'limeso campaign plan': more boundaries, temperatures, seeds or a longer time are taken up. Other values need a directory of their own.");
        return new Campaign(directory, file, plan);
    }

    /// <summary>Whether the campaign was planned anew since it was opened.</summary>
    internal bool HasChanged => CampaignPlan.Read(Directory)?.InputHash != Plan.InputHash;

    /// <summary>The item of that name.</summary>
    /// <param name="id">Such as <c>GB04/400K-seed1</c>; the number of the boundary in the campaign may stand for its id.</param>
    /// <exception cref="UnknownNameException">There is none.</exception>
    public CampaignItem Find(string id) =>
        Plan.Items.FirstOrDefault(i => i.Id == id || FormattableString.Invariant($"{i.Boundary}/{i.Name}") == id)
        ?? throw new UnknownNameException("item of the campaign", id, [.. Plan.Items.Select(i => i.Id)]);

    /// <summary>The item from which an item begins; null for the first of a boundary.</summary>
    /// <param name="item">The item.</param>
    public CampaignItem? Before(CampaignItem item) => Plan.Items.TakeWhile(i => i != item).LastOrDefault(i => i.Boundary == item.Boundary && i.OthersWait);

    /// <summary>The case directory of a boundary.</summary>
    /// <param name="boundaryId">Its id.</param>
    public string CaseOf(string boundaryId) => Path.Combine(Directory, CasesFolder, boundaryId);

    /// <summary>Where the process that works on an item leaves its state and its log.</summary>
    /// <param name="item">The item.</param>
    public string WorkOf(CampaignItem item) => WorkOf(Directory, item);

    /// <inheritdoc cref="WorkOf(CampaignItem)"/>
    /// <param name="directory">The campaign's directory.</param>
    /// <param name="item">The item.</param>
    internal static string WorkOf(string directory, CampaignItem item) => Path.Combine(directory, WorkFolder, item.BoundaryId, item.Name);

    /// <summary>The case of a boundary, ready to work on.</summary>
    /// <param name="boundaryId">Its id.</param>
    /// <exception cref="InputException">It cannot be used.</exception>
    internal BoundaryCase Case(string boundaryId) => _cases.TryGetValue(boundaryId, out BoundaryCase? known) ? known : _cases[boundaryId] = BoundaryCase.Open(CaseOf(boundaryId));

    /// <summary>Whether an item found all that is asked for. One whose case cannot be used did not: who works on it will tell why.</summary>
    /// <param name="item">The item.</param>
    internal bool IsFinished(CampaignItem item)
    {
        if (_finished.Contains(item)) return true;
        var file = new FileInfo(WorkItem.FileOf(item.Name, BoundaryCase.ResultsIn(CaseOf(item.BoundaryId))));
        if (!file.Exists || (_unfinished.TryGetValue(item, out (DateTime, long) before) && before == (file.LastWriteTimeUtc, file.Length))) return false;
        try
        {
            if (Case(item.BoundaryId).Finished(item.Name) is not null) return _finished.Add(item);
        }
        catch (InputException)
        {
            return false;
        }

        _unfinished[item] = (file.LastWriteTimeUtc, file.Length);
        return false;
    }

    /// <summary>The boundaries, in order.</summary>
    internal IReadOnlyList<CatalogueBoundary> Boundaries => File.Settings.Boundaries;
}
