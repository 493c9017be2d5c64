namespace LiMeso.Transport.Models;

/// <summary>Whether a bound lies below or above the true diffusivity.</summary>
public enum BoundSide
{
    /// <summary>No microstructure of the class is slower.</summary>
    Lower,

    /// <summary>No microstructure of the class is faster.</summary>
    Upper,
}

/// <summary>A statement of the kind "no microstructure of this class diffuses slower (faster) than this".</summary>
/// <param name="Side">Below or above.</param>
/// <param name="Class">The microstructures it holds for.</param>
public sealed record RigorousBound(BoundSide Side, string Class);
