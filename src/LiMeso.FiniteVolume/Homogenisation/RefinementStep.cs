namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>The bounds that a mesh gave.</summary>
/// <param name="Resolution">How fine it was.</param>
/// <param name="Elements">Number of elements.</param>
/// <param name="Bounds">The bounds, in the axes of the result.</param>
public sealed record RefinementStep(Resolution Resolution, long Elements, DiffusivityBounds Bounds);
