namespace LiMeso.FiniteVolume.Meshes;

/// <summary>A side of a rectilinear mesh. One-dimensional meshes have the first two.</summary>
public enum Side
{
    /// <summary>The side at the smallest x.</summary>
    XMin,

    /// <summary>The side at the largest x.</summary>
    XMax,

    /// <summary>The side at the smallest y.</summary>
    YMin,

    /// <summary>The side at the largest y.</summary>
    YMax,
}
