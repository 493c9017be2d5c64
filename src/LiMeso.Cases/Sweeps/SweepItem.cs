using LiMeso.Cases.Running;

namespace LiMeso.Cases.Sweeps;

/// <summary>One combination of values and what came of it.</summary>
/// <param name="Number">Number from 1.</param>
/// <param name="Values">The value of each axis.</param>
/// <param name="Record">The finished run; null when it failed.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
public sealed record SweepItem(int Number, IReadOnlyList<string> Values, RunRecord? Record, string? Problem);
