namespace LiMeso.Storage.Checkpoints;

/// <summary>What was found when a run is to be resumed.</summary>
/// <param name="Data">The newest sound state; null if there is none.</param>
/// <param name="Path">The file it came from; null if there is none.</param>
/// <param name="Messages">Checkpoints that were passed over and why, in sentences; empty in the ordinary case.</param>
public sealed record LoadedCheckpoint(CheckpointData? Data, string? Path, IReadOnlyList<string> Messages);
