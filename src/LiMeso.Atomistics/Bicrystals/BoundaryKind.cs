namespace LiMeso.Atomistics.Bicrystals;

/// <summary>How two grains are turned against each other.</summary>
public enum BoundaryKind
{
    /// <summary>About an axis in the boundary plane, by half the angle each: the grains are mirror images.</summary>
    Tilt,

    /// <summary>About the normal of the boundary plane.</summary>
    Twist,
}
