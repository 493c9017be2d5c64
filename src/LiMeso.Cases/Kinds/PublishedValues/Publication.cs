namespace LiMeso.Cases.Kinds.PublishedValues;

/// <summary>The publication whose values are compared.</summary>
/// <param name="Citation">The reference in full.</param>
/// <param name="Doi">Its DOI; null when it has none.</param>
internal sealed record Publication(string Citation, string? Doi);
