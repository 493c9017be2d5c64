namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>How well an effective diffusivity is to be known.</summary>
/// <param name="Tolerance">Relative width of the bounds that is good enough.</param>
/// <param name="MaximumElements">Most elements of a mesh.</param>
/// <param name="Threads">Threads to use; they do not change a bit of the result.</param>
public sealed record HomogenisationOptions(double Tolerance = 1e-3, long MaximumElements = 300_000, int Threads = 1);
