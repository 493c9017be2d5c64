using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.BoundaryConditions;

/// <summary>A condition on a part of a side.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="From">Where the part begins, along the side, m.</param>
/// <param name="To">Where it ends, m.</param>
public sealed record BoundaryPart(BoundaryCondition Condition, double From, double To)
{
    /// <summary>The share of each face that lies in the part: the part has the right area on any mesh.</summary>
    /// <param name="faces">The faces of the side.</param>
    internal double[] ShareOfFaces(SideFaces faces)
    {
        var shares = new double[faces.Count];
        for (int k = 0; k < shares.Length; k++) shares[k] = faces.ShareBetween(k, From, To);
        return shares;
    }
}
