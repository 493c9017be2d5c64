namespace LiMeso.Atomistics.Structures.Crystals;

/// <summary>How a cubic crystal lies in the box: which of its directions point along x, y and z.</summary>
public sealed record Orientation
{
    /// <summary>Three directions at right angles.</summary>
    /// <param name="x">Along x.</param>
    /// <param name="y">Along y.</param>
    /// <param name="z">Along z.</param>
    /// <exception cref="ArgumentException">They are not at right angles, or not right-handed.</exception>
    public Orientation(LatticeDirection x, LatticeDirection y, LatticeDirection z)
    {
        if (LatticeDirection.Dot(x, y) != 0 || LatticeDirection.Dot(y, z) != 0 || LatticeDirection.Dot(z, x) != 0)
            throw new ArgumentException($"the directions {x}, {y}, {z} are not at right angles");
        (X, Y, Z) = (x, y, z);
        if (Cells <= 0) throw new ArgumentException($"the directions {x}, {y}, {z} are not right-handed");
    }

    /// <summary>Direction along x.</summary>
    public LatticeDirection X { get; }

    /// <summary>Direction along y.</summary>
    public LatticeDirection Y { get; }

    /// <summary>Direction along z.</summary>
    public LatticeDirection Z { get; }

    /// <summary>Cube cells in the cell that the three directions span.</summary>
    public int Cells => X.U * (Y.V * Z.W - Y.W * Z.V) + X.V * (Y.W * Z.U - Y.U * Z.W) + X.W * (Y.U * Z.V - Y.V * Z.U);

    /// <summary>The structure of the same crystal, turned: its cell is spanned by the three directions.</summary>
    /// <param name="structure">A cubic structure.</param>
    /// <exception cref="ArgumentException">The structure is not cubic.</exception>
    public CrystalStructure Turn(CrystalStructure structure)
    {
        if (!structure.IsCubic) throw new ArgumentException("only cubic structures can be turned", nameof(structure));
        var edges = new Vector3(X.Length, Y.Length, Z.Length);
        List<Vector3> sites = [];
        int reach = new[] { X, Y, Z }.Sum(d => Math.Abs(d.U) + Math.Abs(d.V) + Math.Abs(d.W));
        for (int i = -reach; i <= reach; i++)
        {
            for (int j = -reach; j <= reach; j++)
            {
                for (int k = -reach; k <= reach; k++)
                {
                    foreach (Vector3 site in structure.Sites)
                    {
                        var point = new Vector3(i + site.X, j + site.Y, k + site.Z);
                        var fraction = new Vector3(Fraction(point, X), Fraction(point, Y), Fraction(point, Z));
                        if (Inside(fraction.X) && Inside(fraction.Y) && Inside(fraction.Z)) sites.Add(Clean(fraction));
                    }
                }
            }
        }

        return structure with { Edges = edges, Sites = [.. sites.OrderBy(s => s.Z).ThenBy(s => s.Y).ThenBy(s => s.X)] };
    }

    private static double Fraction(Vector3 point, LatticeDirection d) => (point.X * d.U + point.Y * d.V + point.Z * d.W) / LatticeDirection.Dot(d, d);

    // Fractions are ratios of small whole numbers: what differs from 0 or 1 by rounding is 0 or 1.
    private static bool Inside(double fraction) => fraction is > -1e-9 and < 1 - 1e-9;

    private static Vector3 Clean(Vector3 v) => new(Math.Max(v.X, 0), Math.Max(v.Y, 0), Math.Max(v.Z, 0));
}
