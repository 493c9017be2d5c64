using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>
/// A lattice in the boundary plane, in fractions (x, z) of the periods of a boundary: exact, with the basis (P, 0), (Q, R). The one of all sums of in-plane vectors of both grains is that of the shifts
/// which leave the boundary as it is, apart from where it lies: the period of the gamma surface.
/// </summary>
internal sealed class PlanarLattice
{
    private readonly long _p, _q, _r, _x, _z;

    private PlanarLattice(long p, long q, long r, long x, long z) => (_p, _q, _r, _x, _z) = (p, q, r, x, z);

    /// <summary>How many of its points a cell of the boundary holds.</summary>
    public long PointsInCell => _x * _z / (_p * _r);

    /// <summary>The lattice of the shifts that leave a boundary as it is.</summary>
    /// <param name="geometry">The boundary.</param>
    public static PlanarLattice OfShifts(BoundaryGeometry geometry)
    {
        (GrainCell a, GrainCell b) = geometry.Cell;
        (long x, long z) = (a.Squares.X, a.Squares.Z);
        IEnumerable<(long X, long Z)> sites = a.Points.Concat(b.Points).Where(p => p.Y == 0).Select(p => ((long)p.X, (long)p.Z));
        // Euclid's algorithm on the z components leaves one generator with the smallest of them, and others along x alone.
        (long p, long q, long r) = (x, 0, z);
        foreach ((long siteX, long siteZ) in sites)
        {
            (long u, long w) = (siteX, siteZ);
            while (w != 0)
            {
                long times = r / w;
                (q, r, u, w) = (u, w, q - times * u, r - times * w);
            }

            p = WholeNumbers.GreatestCommonDivisor(p, u);
            q = WholeNumbers.Modulo(r < 0 ? -q : q, p);
            r = Math.Abs(r);
        }

        return new PlanarLattice(p, q, r, x, z);
    }

    /// <summary>The smallest of the vectors that differ by one of the lattice: first along z, then along x.</summary>
    /// <param name="x">Fraction along x.</param>
    /// <param name="z">Fraction along z.</param>
    public (double X, double Z) Reduce(double x, double z)
    {
        double rows = Math.Round(z * _z / _r);
        double left = x - rows * _q / _x;
        return (left - Math.Round(left * _x / _p) * _p / _x, z - rows * _r / _z);
    }

    /// <summary>Whether two vectors differ by one of the lattice.</summary>
    /// <param name="first">Fractions along x and z.</param>
    /// <param name="second">Fractions along x and z.</param>
    public bool AreEqual((double X, double Z) first, (double X, double Z) second)
    {
        (double x, double z) = Reduce(first.X - second.X, first.Z - second.Z);
        return Math.Abs(x) < 1e-9 && Math.Abs(z) < 1e-9;
    }
}
