namespace LiMeso.Atomistics.Structures.Crystals;

/// <summary>A crystal structure, by a cell with right angles that repeats without rotation.</summary>
/// <param name="Edges">Edges of the cell in lattice constants. For a structure with a free axial ratio c/a the third one is 1, and stands for c.</param>
/// <param name="Sites">Atoms of the cell, in fractions of its edges.</param>
/// <param name="NearestNeighbour">Distance of nearest neighbours in lattice constants, at the ideal axial ratio.</param>
/// <param name="IdealAxialRatio">c/a of touching spheres; null for cubic structures.</param>
public sealed record CrystalStructure(Vector3 Edges, IReadOnlyList<Vector3> Sites, double NearestNeighbour, double? IdealAxialRatio = null)
{
    /// <summary>Whether the cell is a cube.</summary>
    public bool IsCubic => IdealAxialRatio is null;

    /// <summary>Edges of the cell, Å.</summary>
    /// <param name="latticeConstant">a, Å.</param>
    /// <param name="axialRatio">c/a; the ideal one when null. Cubic structures have none.</param>
    /// <exception cref="ArgumentException">A cubic structure was given an axial ratio.</exception>
    public Vector3 CellLengths(double latticeConstant, double? axialRatio = null)
    {
        if (IsCubic && axialRatio is not null) throw new ArgumentException("a cubic structure has no axial ratio", nameof(axialRatio));
        double c = IsCubic ? Edges.Z : axialRatio ?? IdealAxialRatio!.Value;
        return new(latticeConstant * Edges.X, latticeConstant * Edges.Y, latticeConstant * c);
    }

    /// <summary>A block of crystal at the origin, periodic in all directions.</summary>
    /// <param name="latticeConstant">a, Å.</param>
    /// <param name="cells">How often the cell repeats along x, y, z.</param>
    /// <param name="mass">Mass of an atom, g/mol.</param>
    /// <param name="axialRatio">c/a; the ideal one when null. Cubic structures have none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length or a number is not positive.</exception>
    public AtomicSystem Build(double latticeConstant, (int X, int Y, int Z) cells, double mass, double? axialRatio = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(latticeConstant);
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(cells.X, Math.Min(cells.Y, cells.Z)), 1, nameof(cells));
        Vector3 cell = CellLengths(latticeConstant, axialRatio);
        double[] positions = new double[checked(3 * Sites.Count * cells.X * cells.Y * cells.Z)];
        int k = 0;
        for (int z = 0; z < cells.Z; z++)
        {
            for (int y = 0; y < cells.Y; y++)
            {
                for (int x = 0; x < cells.X; x++)
                {
                    foreach (Vector3 site in Sites)
                    {
                        new Vector3((x + site.X) * cell.X, (y + site.Y) * cell.Y, (z + site.Z) * cell.Z).CopyTo(positions.AsSpan(k));
                        k += 3;
                    }
                }
            }
        }

        return new AtomicSystem(SimulationBox.Orthogonal(cells.X * cell.X, cells.Y * cell.Y, cells.Z * cell.Z), positions, mass);
    }
}
