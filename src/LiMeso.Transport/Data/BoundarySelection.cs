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

/// <summary>Means over boundaries, for one definition of their diffusivity.</summary>
/// <param name="Mean">Over all; null when not stated.</param>
/// <param name="Slowest">Over the slowest; null when not stated.</param>
/// <param name="Fastest">Over the fastest; null when not stated.</param>
public sealed record BoundaryMeans(DiffusivityCurve? Mean, DiffusivityCurve? Slowest, DiffusivityCurve? Fastest)
{
    /// <summary>The curve of a selection; null when not stated.</summary>
    /// <param name="selection">One of <see cref="BoundarySelection.Reserved"/>, or anything else.</param>
    public DiffusivityCurve? Of(string selection) => selection switch
    {
        BoundarySelection.Mean => Mean,
        BoundarySelection.Slowest => Slowest,
        BoundarySelection.Fastest => Fastest,
        _ => null,
    };
}
