namespace LiMeso.Storage.Checkpoints;

/// <summary>A checkpoint is sound, but does not hold what the program looks for: it was written for another case or by another version.</summary>
/// <param name="message">What is missing.</param>
public sealed class CheckpointContentException(string message) : IOException(message);
