namespace LiMeso.FiniteVolume.Meshes;

/// <summary>A place in the mesh.</summary>
/// <param name="X">x in m.</param>
/// <param name="Y">y in m; 0 in one dimension.</param>
public readonly record struct Point(double X, double Y = 0);
