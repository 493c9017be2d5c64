using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>
/// Two grains in a periodic cell, with a boundary at each end of both: in the middle of the cell, where grain B follows grain A, and at its faces. Nothing is relaxed, no atom left out.
/// </summary>
/// <remarks>
/// The normal of the boundaries is y, and their planes lie at 0 and ½ of the second edge. Where a shift would make the two boundaries different (<see cref="BoundaryRelation.Inversion"/>), the second edge
/// leans by the vector that makes them equal again; the cell then is turned about x, by some tenths of a degree, so that the edge stays in the xy plane as LAMMPS wants it.
/// </remarks>
public sealed class Bicrystal
{
    private Bicrystal(BoundaryGeometry geometry, AtomicSystem system, (int X, int Z) repetitions, int periods, BicrystalOptions options, double planeSpacing)
    {
        (Geometry, System, Repetitions, PeriodsPerGrain, Options, PlaneSpacing) = (geometry, system, repetitions, periods, options, planeSpacing);
    }

    /// <summary>The boundary.</summary>
    public BoundaryGeometry Geometry { get; }

    /// <summary>The atoms: those of grain A, then as many of grain B.</summary>
    public AtomicSystem System { get; }

    /// <summary>How often the boundary's periods repeat along x and z.</summary>
    public (int X, int Z) Repetitions { get; }

    /// <summary>How often the period along the normal repeats in each grain.</summary>
    public int PeriodsPerGrain { get; }

    /// <summary>How it was made.</summary>
    public BicrystalOptions Options { get; }

    /// <summary>Distance of the lattice planes along the normal, Å.</summary>
    public double PlaneSpacing { get; }

    /// <summary>Distance from one boundary to the other, Å.</summary>
    public double Separation => PeriodsPerGrain * Geometry.LengthY * Options.LatticeConstant + Options.Gap;

    /// <summary>Whether an atom belongs to grain B.</summary>
    /// <param name="atom">0 … n−1.</param>
    public bool IsInB(int atom) => atom >= System.Count / 2;

    /// <summary>Area of a boundary in a cell whose normal to it is y, Å².</summary>
    /// <param name="box">The cell, relaxed or not.</param>
    public static double AreaOf(SimulationBox box) => Vector3.Cross(box.C, box.A).Length;

    /// <summary>Builds a bicrystal.</summary>
    /// <param name="geometry">The boundary.</param>
    /// <param name="options">Size and shift.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is not positive, or a gap negative.</exception>
    public static Bicrystal Build(BoundaryGeometry geometry, BicrystalOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.LatticeConstant, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Separation, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Gap, nameof(options));
        double a = options.LatticeConstant;
        (double x, double y, double z) = (geometry.LengthX * a, geometry.LengthY * a, geometry.LengthZ * a);
        int periods = Times(options.Separation, y);
        (int X, int Z) repetitions = (Times(options.MinimumWidth, x), Times(options.MinimumWidth, z));
        double spacing = y * geometry.Cell.A.Stacking.Y / geometry.Cell.A.Squares.Y;
        double half = periods * y + options.Gap, foot = 0.5 * (spacing + options.Gap);
        Vector3 period = new(x, y, z), shift = new(options.Shift.X * x, 0, options.Shift.Z * z);
        double[] positions =
        [
            .. Grain(geometry.Cell.A, period, periods, repetitions, new(0, foot, 0)),
            .. Grain(geometry.Cell.B, period, periods, repetitions, shift + new Vector3(0, half + foot, 0)),
        ];
        (double leanX, double leanZ) = Lean(geometry, options.Shift);
        var box = Leaning(new(repetitions.X * x, 2 * half, repetitions.Z * z), leanX * x, leanZ * z, positions);
        return new Bicrystal(geometry, new AtomicSystem(box, positions, options.Mass), repetitions, periods, options, spacing);
    }

    private static int Times(double wanted, double period) => Math.Max(1, (int)Math.Ceiling(wanted / period - 1e-9));

    private static IEnumerable<double> Grain(GrainCell cell, Vector3 period, int periods, (int X, int Z) repetitions, Vector3 origin)
    {
        for (int k = 0; k < periods; k++)
        {
            for (int iz = 0; iz < repetitions.Z; iz++)
            {
                for (int ix = 0; ix < repetitions.X; ix++)
                {
                    foreach ((int x, int y, int z) in cell.Points)
                    {
                        yield return origin.X + (ix + (double)x / cell.Squares.X) * period.X;
                        yield return origin.Y + (k + (double)y / cell.Squares.Y) * period.Y;
                        yield return origin.Z + (iz + (double)z / cell.Squares.Z) * period.Z;
                    }
                }
            }
        }
    }

    // Where inversion alone relates the boundaries: with the stacking offsets σ of the grains from plane to plane, the top plane of A lies at −σA below the boundary in the middle and the bottom plane of B at t;
    // at the faces, B ends at t − σB below A, which begins at s, the lean. Inversion takes one to the other if s − (t − σB) = t + σA, up to the shifts that change nothing.
    private static (double X, double Z) Lean(BoundaryGeometry geometry, (double X, double Z) shift)
    {
        if (geometry.Relation != BoundaryRelation.Inversion || shift == (0, 0)) return (0, 0);
        (GrainCell a, GrainCell b) = geometry.Cell;
        double Offset(double shift, int ofA, int ofB, int period) => 2 * shift + (double)(ofA - ofB) / period;
        return PlanarLattice.OfShifts(geometry).Reduce(
            Offset(shift.X, a.Stacking.X, b.Stacking.X, a.Squares.X), Offset(shift.Z, a.Stacking.Z, b.Stacking.Z, a.Squares.Z));
    }

    // The cell with the edges (Lx, 0, 0), (leanX, Ly, leanZ), (0, 0, Lz), and its atoms, turned about x so that the second edge lies in the xy plane.
    private static SimulationBox Leaning(Vector3 lengths, double leanX, double leanZ, double[] positions)
    {
        if (leanX == 0 && leanZ == 0) return SimulationBox.Orthogonal(lengths.X, lengths.Y, lengths.Z);
        double edge = Math.Sqrt(lengths.Y * lengths.Y + leanZ * leanZ), cosine = lengths.Y / edge, sine = leanZ / edge;
        for (int i = 0; i < positions.Length; i += 3)
            (positions[i + 1], positions[i + 2]) = (cosine * positions[i + 1] + sine * positions[i + 2], cosine * positions[i + 2] - sine * positions[i + 1]);
        return new SimulationBox(default, new(lengths.X, edge, lengths.Z * cosine), leanX, 0, lengths.Z * sine, (true, true, true));
    }
}
