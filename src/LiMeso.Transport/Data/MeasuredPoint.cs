namespace LiMeso.Transport.Data;

/// <summary>A value at a temperature.</summary>
/// <param name="Temperature">K.</param>
/// <param name="Value">In SI: m²/s for a diffusivity, m for a width.</param>
/// <param name="Error">Standard error in the unit of the value; null when not known.</param>
/// <param name="Attribution">Where it comes from.</param>
public sealed record MeasuredPoint(double Temperature, double Value, double? Error, Attribution Attribution)
{
    /// <summary>How many values it is the mean of, runs or boundaries; null when not told.</summary>
    public int? Count { get; init; }

    /// <summary>Time that was simulated for it, s; null when not told.</summary>
    public double? SimulatedTime { get; init; }
}
