namespace LiMeso.Cases.Campaigns;

/// <summary>A part of a campaign that is done by itself, by any process: a stage of a boundary, at a temperature, with a seed.</summary>
/// <param name="Boundary">Number of the boundary in the campaign, from 1.</param>
/// <param name="BoundaryId">Id of the boundary.</param>
/// <param name="Name">Name of the work item of the boundary's case.</param>
/// <param name="Temperature">K; null for the structure, which must be finished before the others of its boundary begin.</param>
/// <param name="Seed">Of the velocities; null for the structure.</param>
/// <param name="Atoms">Number of atoms, about.</param>
/// <param name="AtomSteps">Atoms times steps, about.</param>
public sealed record CampaignItem(int Boundary, string BoundaryId, string Name, double? Temperature, int? Seed, double Atoms, double AtomSteps)
{
    /// <summary>Name of the stage that relaxes and anneals.</summary>
    public const string StructureStage = "structure";

    /// <summary>Name of the stage that follows atoms.</summary>
    public const string FollowStage = "follow";

    /// <summary>Its name in the campaign: <c>GB04/400K-seed1</c>.</summary>
    public string Id => $"{BoundaryId}/{Name}";

    /// <summary>Name of its stage.</summary>
    public string Stage => IsStructure ? StructureStage : FollowStage;

    /// <summary>Stage and temperature, as tables group items.</summary>
    public string Group => Temperature is { } t ? FormattableString.Invariant($"{t:0.###} K") : StructureStage;

    /// <summary>Whether others wait for it.</summary>
    public bool IsStructure => Temperature is null;
}
