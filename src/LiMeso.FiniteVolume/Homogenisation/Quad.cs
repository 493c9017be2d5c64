namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>Two nodes.</summary>
/// <param name="From">Index of the first.</param>
/// <param name="To">Index of the second.</param>
internal readonly record struct Leg(int From, int To);

/// <summary>The four nodes of an element.</summary>
/// <param name="First">Index of the first.</param>
/// <param name="Beside">The next along the row.</param>
/// <param name="Above">The next along the column.</param>
/// <param name="Across">The one across.</param>
internal readonly record struct Quad(int First, int Beside, int Above, int Across)
{
    /// <summary>The bottom edge.</summary>
    public Leg Bottom => new(First, Beside);

    /// <summary>The top edge.</summary>
    public Leg Top => new(Above, Across);

    /// <summary>The edge along the column of the lower triangle.</summary>
    /// <param name="rises">How the element is cut.</param>
    public Leg LowerLeg(bool rises) => rises ? new(Beside, Across) : new(First, Above);

    /// <summary>The edge along the column of the upper triangle.</summary>
    /// <param name="rises">How the element is cut.</param>
    public Leg UpperLeg(bool rises) => LowerLeg(!rises);
}
