namespace LiMeso.FiniteVolume.Monitors;

/// <summary>The parts of a <see cref="MonitorRequest"/> that not every kind of monitor looks at.</summary>
[Flags]
public enum MonitorParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="MonitorRequest.Side"/>.</summary>
    Side = 1,

    /// <summary><see cref="MonitorRequest.Points"/>.</summary>
    Points = 2,

    /// <summary><see cref="MonitorRequest.Samples"/>.</summary>
    Samples = 4,

    /// <summary><see cref="MonitorRequest.Every"/>.</summary>
    Every = 8,
}
