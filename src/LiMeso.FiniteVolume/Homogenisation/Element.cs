namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>A quadrangle between four nodes of a periodic mesh, cut into two triangles along one of its diagonals.</summary>
/// <param name="Bottom">From the first node to the next along the row.</param>
/// <param name="Top">The same, one row up.</param>
/// <param name="Left">From the first node to the one above.</param>
/// <param name="Right">The same, one column on.</param>
/// <param name="Rises">Whether the cut goes from the first node to the one across; otherwise between the two others.</param>
/// <param name="LowerDiffusivity">D of the triangle at the bottom edge, m²/s.</param>
/// <param name="UpperDiffusivity">D of the triangle at the top edge, m²/s.</param>
public readonly record struct Element(Offset Bottom, Offset Top, Offset Left, Offset Right, bool Rises, double LowerDiffusivity, double UpperDiffusivity)
{
    /// <summary>A rectangle of one diffusivity.</summary>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="diffusivity">D, m²/s.</param>
    public static Element Rectangle(double width, double height, double diffusivity) =>
        new(new(width, 0), new(width, 0), new(0, height), new(0, height), true, diffusivity, diffusivity);

    /// <summary>The leg of the lower triangle along the column; the upper one has the other.</summary>
    public Offset LowerLeg => Rises ? Right : Left;

    /// <summary>The leg of the upper triangle along the column.</summary>
    public Offset UpperLeg => Rises ? Left : Right;
}
