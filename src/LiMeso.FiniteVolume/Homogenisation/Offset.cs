namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>A vector from a node to another.</summary>
/// <param name="X">x, in units of the cell.</param>
/// <param name="Y">y.</param>
public readonly record struct Offset(double X, double Y)
{
    /// <summary>The difference.</summary>
    public static Offset operator -(Offset to, Offset from) => new(to.X - from.X, to.Y - from.Y);
}
