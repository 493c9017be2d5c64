namespace LiMeso.FiniteVolume;

/// <summary>A state belongs to a simulation put together differently.</summary>
/// <param name="message">Which part does not fit.</param>
public sealed class StateMismatchException(string message) : Exception(message);
