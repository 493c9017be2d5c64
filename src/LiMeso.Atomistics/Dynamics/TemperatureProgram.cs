namespace LiMeso.Atomistics.Dynamics;

/// <summary>The temperature that a thermostat aims at, constant or changing linearly in time.</summary>
/// <param name="Start">At time 0, K.</param>
/// <param name="End">At the end of the change and after, K.</param>
/// <param name="Duration">How long the change takes, ps; not used when both are equal.</param>
public sealed record TemperatureProgram(double Start, double End, double Duration)
{
    /// <summary>The same temperature at all times.</summary>
    /// <param name="temperature">K.</param>
    public static TemperatureProgram Constant(double temperature) => new(temperature, temperature, 0);

    /// <summary>The temperature at a time, K.</summary>
    /// <param name="time">ps from the start.</param>
    public double At(double time) => Start == End ? Start : Start + (End - Start) * Math.Clamp(time / Duration, 0, 1);
}
