namespace LiMeso.Atomistics.Structures;

/// <summary>
/// The cell that holds the atoms: a parallelepiped with edges A = (Lx, 0, 0), B = (xy, Ly, 0), C = (xz, yz, Lz), as LAMMPS has it, periodic along each edge or not.
/// Every right-handed cell has this form after a rotation.
/// </summary>
/// <param name="Origin">The corner from which the edges start, Å.</param>
/// <param name="Lengths">Lx, Ly, Lz in Å: positive.</param>
/// <param name="Xy">Tilt of B along x, Å.</param>
/// <param name="Xz">Tilt of C along x, Å.</param>
/// <param name="Yz">Tilt of C along y, Å.</param>
/// <param name="Periodic">Whether the cell repeats along A, B, C.</param>
public sealed record SimulationBox(Vector3 Origin, Vector3 Lengths, double Xy, double Xz, double Yz, (bool A, bool B, bool C) Periodic)
{
    /// <summary>A box with right angles at the origin, periodic in all directions.</summary>
    /// <param name="lx">Length along x, Å.</param>
    /// <param name="ly">Length along y, Å.</param>
    /// <param name="lz">Length along z, Å.</param>
    public static SimulationBox Orthogonal(double lx, double ly, double lz) => new(default, new(lx, ly, lz), 0, 0, 0, (true, true, true));

    /// <summary>First edge, Å.</summary>
    public Vector3 A => new(Lengths.X, 0, 0);

    /// <summary>Second edge, Å.</summary>
    public Vector3 B => new(Xy, Lengths.Y, 0);

    /// <summary>Third edge, Å.</summary>
    public Vector3 C => new(Xz, Yz, Lengths.Z);

    /// <summary>Volume, Å³.</summary>
    public double Volume => Lengths.X * Lengths.Y * Lengths.Z;

    /// <summary>Distances between opposite faces across A, B, C, Å: what decides how many images a cutoff reaches.</summary>
    public Vector3 Widths => new(
        Volume / Vector3.Cross(B, C).Length,
        Volume / Vector3.Cross(C, A).Length,
        Volume / Vector3.Cross(A, B).Length);

    /// <summary>Position of a point given in fractions of the edges.</summary>
    /// <param name="fraction">Fractions along A, B, C.</param>
    /// <returns>Position, Å.</returns>
    public Vector3 ToPosition(Vector3 fraction) => Origin + fraction.X * A + fraction.Y * B + fraction.Z * C;

    /// <summary>Fractions of the edges of a point; in [0, 1) inside the box.</summary>
    /// <param name="position">Position, Å.</param>
    public Vector3 ToFraction(Vector3 position)
    {
        Vector3 r = position - Origin;
        double c = r.Z / Lengths.Z, b = (r.Y - c * Yz) / Lengths.Y;
        return new((r.X - c * Xz - b * Xy) / Lengths.X, b, c);
    }
}
