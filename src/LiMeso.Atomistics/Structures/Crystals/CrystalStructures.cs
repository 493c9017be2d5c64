using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Structures.Crystals;

/// <summary>The built-in crystal structures.</summary>
public static class CrystalStructures
{
    private static readonly Vector3 _cube = new(1, 1, 1);

    /// <summary>Simple cubic.</summary>
    public static readonly CrystalStructure SimpleCubic = new(_cube, [default], 1);

    /// <summary>Body-centred cubic.</summary>
    public static readonly CrystalStructure BodyCentredCubic = new(_cube, [default, new(0.5, 0.5, 0.5)], Math.Sqrt(3) / 2);

    /// <summary>Face-centred cubic.</summary>
    public static readonly CrystalStructure FaceCentredCubic = new(_cube, [default, new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0.5, 0.5, 0)], 1 / Math.Sqrt(2));

    /// <summary>Hexagonal close-packed, in the cell a × √3 a × c with twice the atoms of the hexagonal one.</summary>
    public static readonly CrystalStructure HexagonalClosePacked =
        new(new(1, Math.Sqrt(3), 1), [default, new(0.5, 0.5, 0), new(0.5, 5.0 / 6, 0.5), new(0, 1.0 / 3, 0.5)], 1, IdealAxialRatio: Math.Sqrt(8.0 / 3));

    /// <summary>All of them, by name.</summary>
    public static readonly Registry<CrystalStructure> All = new("crystal structure")
    {
        { "bcc", "body-centred cubic, 2 atoms a cell", BodyCentredCubic },
        { "fcc", "face-centred cubic, 4 atoms a cell", FaceCentredCubic },
        { "hcp", "hexagonal close-packed, 4 atoms in a cell with right angles", HexagonalClosePacked },
        { "sc", "simple cubic, 1 atom a cell", SimpleCubic },
    };
}
