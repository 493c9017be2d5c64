using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Dynamics;

/// <summary>A Cartesian direction.</summary>
public enum Axis
{
    /// <summary>Along x.</summary>
    X,

    /// <summary>Along y.</summary>
    Y,

    /// <summary>Along z.</summary>
    Z,
}

/// <summary>Vectors along directions.</summary>
internal static class AxisComponents
{
    public static double Along(this Vector3 vector, Axis axis) => axis switch { Axis.X => vector.X, Axis.Y => vector.Y, _ => vector.Z };
}
