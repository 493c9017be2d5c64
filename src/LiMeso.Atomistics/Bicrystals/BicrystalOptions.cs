namespace LiMeso.Atomistics.Bicrystals;

/// <summary>How large a bicrystal is, and how its grains lie against each other.</summary>
/// <param name="LatticeConstant">a, Å.</param>
/// <param name="Mass">Mass of an atom, g/mol.</param>
public sealed record BicrystalOptions(double LatticeConstant, double Mass)
{
    /// <summary>Separation of the boundaries unless another is given, Å.</summary>
    public const double DefaultSeparation = 60;

    /// <summary>Least distance from one boundary to the other, Å: the grains repeat along their normal until they are so thick.</summary>
    public double Separation { get; init; } = DefaultSeparation;

    /// <summary>Least lengths along x and z, Å: the cell repeats until they are reached.</summary>
    public double MinimumWidth { get; init; }

    /// <summary>Shift of grain B along x and z, in fractions of the boundary's periods.</summary>
    public (double X, double Z) Shift { get; init; }

    /// <summary>Room left at each boundary, Å.</summary>
    public double Gap { get; init; }
}
