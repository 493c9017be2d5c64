namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>
/// Which of two media is meshed: the given one, or its dual, where every diffusivity is replaced by its inverse. In two dimensions a flux
/// without sources in one is a gradient, turned by 90°, in the other.
/// </summary>
public enum Medium
{
    /// <summary>The diffusivities as given.</summary>
    Given,

    /// <summary>Their inverses.</summary>
    Dual,
}
