namespace LiMeso.Depletion.Pulses;

/// <summary>A stretch of constant current.</summary>
/// <param name="CurrentDensity">I, A/m²: positive strips lithium from the foil, 0 rests, negative plates lithium onto it.</param>
/// <param name="Duration">Length, s, positive.</param>
public readonly record struct CurrentSegment(double CurrentDensity, double Duration);
