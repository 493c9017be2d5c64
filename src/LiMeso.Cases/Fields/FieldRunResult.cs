using LiMeso.FiniteVolume;

namespace LiMeso.Cases.Fields;

/// <summary>How a run in time went.</summary>
/// <param name="Outcome">Why and where it ended.</param>
/// <param name="Snapshots">Field snapshots in order of time, those from before an interruption included.</param>
internal sealed record FieldRunResult(RunOutcome Outcome, IReadOnlyList<FieldSnapshot> Snapshots);
