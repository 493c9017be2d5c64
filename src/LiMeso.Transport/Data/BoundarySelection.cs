namespace LiMeso.Transport.Data;

/// <summary>The names that select a grain-boundary diffusivity besides the ids of single boundaries.</summary>
public static class BoundarySelection
{
    /// <summary>Mean over the boundaries.</summary>
    public const string Mean = "mean";

    /// <summary>The slowest boundaries, averaged as the set says.</summary>
    public const string Slowest = "slowest";

    /// <summary>The fastest boundaries, averaged as the set says.</summary>
    public const string Fastest = "fastest";

    /// <summary>All three.</summary>
    public static IReadOnlyList<string> Reserved { get; } = [Mean, Slowest, Fastest];
}
