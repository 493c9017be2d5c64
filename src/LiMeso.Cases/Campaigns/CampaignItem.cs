using LiMeso.Cases.Kinds.BoundaryDiffusion;

namespace LiMeso.Cases.Campaigns;

/// <summary>A part of a campaign that is done by itself, by any process: a stage of a boundary, at a temperature, with a seed.</summary>
/// <param name="Boundary">Number of the boundary in the campaign, from 1.</param>
/// <param name="BoundaryId">Id of the boundary.</param>
/// <param name="Name">Name of the work item of the boundary's case.</param>
/// <param name="Temperature">K; null for what must be finished before the others of its boundary begin: search and structure.</param>
/// <param name="Seed">Of the velocities; null where the temperature is.</param>
/// <param name="Atoms">Number of atoms, about.</param>
/// <param name="AtomSteps">Atoms times steps, about.</param>
public sealed record CampaignItem(int Boundary, string BoundaryId, string Name, double? Temperature, int? Seed, double Atoms, double AtomSteps)
{
    /// <summary>Name of the stage that follows atoms.</summary>
    public const string FollowStage = "follow";

    /// <summary>Its name in the campaign: <c>GB04/400K-seed1</c>.</summary>
    public string Id => $"{BoundaryId}/{Name}";

    /// <summary>Name of its stage.</summary>
    public string Stage => OthersWait ? Name : FollowStage;

    /// <summary>Stage and temperature, as tables group items.</summary>
    public string Group => Temperature is { } t ? FormattableString.Invariant($"{t:0.###} K") : Stage;

    /// <summary>Whether others of its boundary wait for it.</summary>
    public bool OthersWait => Temperature is null;

    /// <summary>
    /// Puts items into the order in which they are worth most: all searches, all structures, then the runs of the highest temperature, and so on. Wherever the work ends, the boundaries that it has come to can be compared with
    /// each other; the hottest runs are the shortest, too.
    /// </summary>
    /// <typeparam name="T">Items, or what is known of them.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="itemOf">The item of an element.</param>
    public static IEnumerable<T> InOrderOfWork<T>(IEnumerable<T> items, Func<T, CampaignItem> itemOf) =>
        items.OrderByDescending(i => itemOf(i).Name == SearchItem.Name).ThenByDescending(i => itemOf(i).OthersWait).ThenByDescending(i => itemOf(i).Temperature).ThenBy(i => itemOf(i).Seed);
}
