namespace LiMeso.Atomistics.Structures.Crystals;

/// <summary>Slabs of crystal between two free surfaces.</summary>
public static class SurfaceSlab
{
    /// <summary>A slab with its surfaces normal to z, periodic in all directions, with vacuum between it and its images.</summary>
    /// <param name="structure">A cubic structure.</param>
    /// <param name="latticeConstant">a, Å.</param>
    /// <param name="surface">The orientation whose z direction is the surface's normal.</param>
    /// <param name="across">How often the turned cell repeats along x and y.</param>
    /// <param name="thickness">Least thickness, Å: the turned cell repeats along z until this is reached.</param>
    /// <param name="vacuum">Width of the vacuum, Å; the cell becomes this much longer along z, with the slab in its middle.</param>
    /// <param name="mass">Mass of an atom, g/mol.</param>
    public static AtomicSystem Build(
        CrystalStructure structure, double latticeConstant, Orientation surface, (int X, int Y) across, double thickness, double vacuum, double mass)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vacuum);
        CrystalStructure turned = surface.Turn(structure);
        int layers = Math.Max(1, (int)Math.Ceiling(thickness / turned.CellLengths(latticeConstant).Z - 1e-9));
        AtomicSystem slab = turned.Build(latticeConstant, (across.X, across.Y, layers), mass);
        slab.Box = slab.Box with { Lengths = slab.Box.Lengths with { Z = slab.Box.Lengths.Z + vacuum } };
        for (int i = 0; i < slab.Count; i++) slab.Positions[3 * i + 2] += 0.5 * vacuum;
        return slab;
    }
}
