namespace LiMeso.FiniteVolume.Monitors;

/// <summary>A kind of monitor: what it makes of a request, and which parts of the request it looks at.</summary>
/// <param name="Uses">The parts it looks at; stating another one is a mistake of the user's.</param>
/// <param name="Create">Builds a monitor; throws <see cref="ArgumentException"/> when the number of points does not suit.</param>
public sealed record MonitorKind(MonitorParts Uses, Func<MonitorRequest, IMonitor> Create);
