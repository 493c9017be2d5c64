using LiMeso.Core.Registries;
using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Monitors;

/// <summary>The monitors by name.</summary>
public static class MonitorKinds
{
    /// <summary>Every monitor.</summary>
    public static readonly Registry<MonitorKind> All = new("monitor")
    {
        {
            "interface-depletion", "ends the run when the concentration on a side reaches zero",
            new(MonitorParts.Side, r => new InterfaceDepletionMonitor(r.Name, r.Side))
        },
        {
            "mass-balance", "the books against time; fails the run when they do not close",
            new(MonitorParts.Every, r => new BalanceMonitor(r.Name, every: r.Every))
        },
        {
            "probe", "the concentration at points against time",
            new(MonitorParts.Points | MonitorParts.Every, r => new PointProbe(r.Name, r.Points, r.Every))
        },
        {
            "line", "the profile along a straight line against time",
            new(MonitorParts.Points | MonitorParts.Samples | MonitorParts.Every, r => PointProbe.OnLine(r.Name, Ends(r).From, Ends(r).To, r.Samples, r.Every))
        },
        {
            "side", "average and lowest concentration on a side against time",
            new(MonitorParts.Side | MonitorParts.Every, r => new SideProbe(r.Name, r.Side, r.Every))
        },
        {
            "average", "the average over a region, or over the domain, against time",
            new(MonitorParts.Points | MonitorParts.Every, r => new RegionAverage(r.Name, Corners(r), r.Every))
        },
    };

    private static (Point From, Point To) Ends(MonitorRequest request) => request.Points.Count == 2
        ? (request.Points[0], request.Points[1])
        : throw new ArgumentException($"monitor '{request.Name}' needs two points, {request.Points.Count} given", nameof(request));

    private static (Point From, Point To)? Corners(MonitorRequest request) => request.Points.Count == 0 ? null : Ends(request);
}
