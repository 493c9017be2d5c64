namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>How finely a unit cell is meshed.</summary>
/// <param name="Level">The smallest feature is this many elements across.</param>
/// <param name="Grading">Width of the widest elements of a block over that of the narrowest, which lie at its edges. Only for cells that can be graded.</param>
public readonly record struct Resolution(int Level, double Grading);
