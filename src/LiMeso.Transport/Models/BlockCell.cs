namespace LiMeso.Transport.Models;

/// <summary>The geometry both Belova-Murch circuits share: blocks of side d − w separated by boundaries of width w.</summary>
internal sealed class BlockCell(int dimension)
{
    internal const string Source =
        "elementary circuits of square and cube grains, derived here after the grain model of I. V. Belova, G. E. Murch, J. Phys. Chem. Solids 64 (2003) 873 (half of the boundaries along the flux, "
        + "half across); the equations of that paper could not be consulted: which of the two circuits it prints is not verified";

    internal int Dimension { get; } = dimension is 2 or 3 ? dimension : throw new ArgumentOutOfRangeException(nameof(dimension));

    internal string Grains => Dimension == 2 ? "a square lattice of square grains" : "a cubic lattice of cube grains";

    internal string Fraction => Dimension == 2 ? "regular-polygon" : "polyhedron";

    /// <summary>x = 1 − (1−f)^(1/n), written without the cancellation.</summary>
    internal double RelativeWidth(in Microstructure polycrystal)
    {
        double f = polycrystal.BoundaryFraction;
        if (Dimension == 2) return f / (1 + Math.Sqrt(1 - f));
        double q = Math.Cbrt(1 - f);
        return f / (1 + q + q * q);
    }

    /// <summary>Share of the cross-section that is boundary all the way through, 1 − (1−x)^(n−1).</summary>
    internal double StripFraction(double x) => Dimension == 2 ? x : x * (2 - x);
}
