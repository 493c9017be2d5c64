using LiMeso.Core.Registries;
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

/// <summary>Builds a monitor.</summary>
/// <param name="request">What the case file says.</param>
/// <exception cref="ArgumentException">The number of points does not suit the kind.</exception>
public delegate IMonitor MonitorFactory(MonitorRequest request);

/// <summary>The monitors by name.</summary>
public static class MonitorKinds
{
    /// <summary>Every monitor.</summary>
    public static readonly Registry<MonitorFactory> All = new("monitor")
    {
        { "interface-depletion", "ends the run when the concentration on a side reaches zero", r => new InterfaceDepletionMonitor(r.Name, r.Side) },
        { "mass-balance", "the books against time; fails the run when they do not close", r => new BalanceMonitor(r.Name, every: r.Every) },
        { "probe", "the concentration at points against time", r => new PointProbe(r.Name, r.Points, r.Every) },
        { "line", "the profile along a straight line against time", r => PointProbe.OnLine(r.Name, Ends(r).From, Ends(r).To, r.Samples, r.Every) },
        { "side", "average and lowest concentration on a side against time", r => new SideProbe(r.Name, r.Side, r.Every) },
        { "average", "the average over a region, or over the domain, against time", r => new RegionAverage(r.Name, Corners(r), r.Every) },
    };

    private static (Point From, Point To) Ends(MonitorRequest request) => request.Points.Count == 2
        ? (request.Points[0], request.Points[1])
        : throw new ArgumentException($"monitor '{request.Name}' needs two points, {request.Points.Count} given", nameof(request));

    private static (Point From, Point To)? Corners(MonitorRequest request) => request.Points.Count == 0 ? null : Ends(request);
}
