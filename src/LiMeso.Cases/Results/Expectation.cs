namespace LiMeso.Cases.Results;

/// <summary>One number that a case is held to.</summary>
/// <param name="Path">Dotted path in <c>run.json</c>.</param>
/// <param name="Value">What it must be.</param>
/// <param name="Relative">Relative tolerance.</param>
/// <param name="Absolute">Absolute tolerance; the larger of the two applies.</param>
/// <param name="Why">Where the value and its tolerance come from.</param>
public sealed record Expectation(string Path, double Value, double Relative, double Absolute, string Why);
