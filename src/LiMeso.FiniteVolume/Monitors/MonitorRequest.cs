using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Monitors;

/// <summary>What a case file says about a monitor. Each kind uses the parts it needs.</summary>
/// <param name="Name">Name of the monitor.</param>
public sealed record MonitorRequest(string Name)
{
    /// <summary>The side that is watched.</summary>
    public Side Side { get; init; } = Side.XMin;

    /// <summary>The points of a probe; the two ends of a line; two corners of a region (none for the whole domain).</summary>
    public IReadOnlyList<Point> Points { get; init; } = [];

    /// <summary>Number of points on a line.</summary>
    public int Samples { get; init; } = 101;

    /// <summary>Record each so-many-th step.</summary>
    public int Every { get; init; } = 1;
}
