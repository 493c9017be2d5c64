namespace LiMeso.Cases.Kinds;

/// <summary>What a run will cost.</summary>
/// <param name="Description">The work in a few words: "1D finite volumes, 400 cells, about 200 steps".</param>
/// <param name="Seconds">Rough wall time on one core.</param>
/// <param name="DiskBytes">Rough size of the results.</param>
public sealed record WorkEstimate(string Description, double Seconds, long DiskBytes);
