using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>
/// The points of a cubic crystal with one atom a lattice point, in exact whole numbers. Its vectors are given in half lattice constants, w = 2 v, so that those of all cubic lattices are whole.
/// </summary>
public sealed class CubicLattice
{
    private readonly (int U, int V, int W)[] _parities;

    /// <summary>The lattice of a crystal structure.</summary>
    /// <param name="structure">A cubic structure whose atoms are the points of a lattice: simple, body-centred or face-centred.</param>
    /// <exception cref="ArgumentException">It is another structure.</exception>
    public CubicLattice(CrystalStructure structure)
    {
        if (!structure.IsCubic || structure.Edges != new Vector3(1, 1, 1)) throw new ArgumentException("a structure with a cube for a cell is needed", nameof(structure));
        _parities = [.. structure.Sites.Select(s => (Doubled(s.X), Doubled(s.Y), Doubled(s.Z)))];
        bool isLattice = _parities.Contains((0, 0, 0)) && _parities.All(a => _parities.All(b => _parities.Contains((a.U ^ b.U, a.V ^ b.V, a.W ^ b.W))));
        if (!isLattice) throw new ArgumentException("the atoms of the structure are not the points of a lattice", nameof(structure));
    }

    /// <summary>The lattices of the built-in crystal structures that are cubic, by the names of those.</summary>
    public static Registry<CubicLattice> All { get; } = OfCubicStructures();

    /// <summary>The body-centred cubic lattice.</summary>
    public static CubicLattice BodyCentred { get; } = All["bcc"];

    /// <summary>Points of a cube cell.</summary>
    public int PointsPerCell => _parities.Length;

    /// <summary>Whether a vector is one of the lattice.</summary>
    /// <param name="doubled">The vector, in half lattice constants.</param>
    public bool Contains(LatticeDirection doubled) => Array.IndexOf(_parities, (doubled.U & 1, doubled.V & 1, doubled.W & 1)) >= 0;

    /// <summary>The shortest vector of the lattice along a direction.</summary>
    /// <param name="direction">The direction.</param>
    /// <returns>In half lattice constants.</returns>
    public LatticeDirection Period(LatticeDirection direction)
    {
        LatticeDirection primitive = direction.Primitive;
        return Contains(primitive) ? primitive : 2 * primitive;
    }

    private static Registry<CubicLattice> OfCubicStructures()
    {
        Registry<CubicLattice> all = new("cubic lattice");
        foreach (Registered<CrystalStructure> one in CrystalStructures.All.Where(s => s.Member.IsCubic)) all.Add(one.Name, one.Summary, new CubicLattice(one.Member));
        return all;
    }

    private static int Doubled(double fraction)
    {
        double doubled = 2 * fraction;
        return doubled is 0 or 1 ? (int)doubled : throw new ArgumentException("sites must lie at corners and at centres of edges, faces or cells");
    }
}
