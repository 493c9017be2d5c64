using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>
/// A boundary between two grains of one cubic crystal whose lattices share points, in whole numbers: which directions of each grain lie along x, y (the normal) and z,
/// and the shortest periods that both grains have along them.
/// </summary>
/// <remarks>Directions of the grains along one axis are of equal length, so that a cell with right angles fits both.</remarks>
public sealed class BoundaryGeometry
{
    internal BoundaryGeometry(CubicLattice lattice, BoundaryKind kind, LatticeDirection axis, double angle, RotationMatrix rotation, Orientation a, Orientation b)
    {
        (Lattice, Kind, Axis, Angle, Rotation) = (lattice, kind, axis, angle, rotation);
        (A, B) = (a, b);
        Cell = (new GrainCell(lattice, a), new GrainCell(lattice, b));
    }

    /// <summary>The lattice of both grains.</summary>
    public CubicLattice Lattice { get; }

    /// <summary>Tilt or twist.</summary>
    public BoundaryKind Kind { get; }

    /// <summary>Axis about which one grain is turned against the other.</summary>
    public LatticeDirection Axis { get; }

    /// <summary>By how much, degrees.</summary>
    public double Angle { get; }

    /// <summary>Takes the components of a vector in the crystal axes of grain A to those in the axes of grain B.</summary>
    public RotationMatrix Rotation { get; }

    /// <summary>Σ: one in so many lattice points of a grain is one of the other's as well.</summary>
    public int Sigma => (int)Rotation.Denominator;

    /// <summary>The boundary plane in grain A.</summary>
    public LatticeDirection Plane => A.Y;

    /// <summary>Directions of grain A along x, y, z, doubled: periods of its lattice, in half lattice constants.</summary>
    public Orientation A { get; }

    /// <summary>Directions of grain B along x, y, z, doubled.</summary>
    public Orientation B { get; }

    /// <summary>Shortest common period along x, lattice constants.</summary>
    public double LengthX => 0.5 * A.X.Length;

    /// <summary>Shortest common period along y, the normal, lattice constants.</summary>
    public double LengthY => 0.5 * A.Y.Length;

    /// <summary>Shortest common period along z, lattice constants.</summary>
    public double LengthZ => 0.5 * A.Z.Length;

    /// <summary>The lattice points of one period of each grain.</summary>
    internal (GrainCell A, GrainCell B) Cell { get; }

    /// <summary>The angle of the smallest among the rotations that crystal symmetry makes equivalent, degrees.</summary>
    public double Disorientation => CubicSymmetry.SmallestAngle(Rotation) * 180 / Math.PI;

    /// <summary>
    /// How the two boundaries of a periodic cell follow from each other when one grain is shifted along them by any vector: see <see cref="BoundaryRelation"/>.
    /// </summary>
    public BoundaryRelation Relation => CubicSymmetry.IsMirror(A.Y) ? BoundaryRelation.Mirror : SharesTwofoldNormal ? BoundaryRelation.Twofold : BoundaryRelation.Inversion;

    /// <summary>A name in the literature's style: S5(310)/[001] tilt, S5(001) 36.87 twist.</summary>
    public string Label => Kind == BoundaryKind.Tilt
        ? FormattableString.Invariant($"S{Sigma}({Digits(Plane.Primitive)})/[{Digits(Axis)}] tilt")
        : FormattableString.Invariant($"S{Sigma}({Digits(Plane.Primitive)}) {Angle:0.00} twist");

    // Half a turn about the normal takes one grain to the other.
    private bool SharesTwofoldNormal
    {
        get
        {
            LatticeDirection normal = A.Y.Primitive;
            return CubicSymmetry.AreEquivalent(Rotation, RotationMatrix.About(normal, 0, 1));
        }
    }

    private static string Digits(LatticeDirection d)
    {
        int[] all = [d.U, d.V, d.W];
        return string.Join(Array.Exists(all, i => Math.Abs(i) > 9) ? " " : "", all.Select(i => FormattableString.Invariant($"{i}")));
    }
}

/// <summary>The symmetry that takes one boundary of a bicrystal to the other.</summary>
public enum BoundaryRelation
{
    /// <summary>The boundary plane is a mirror plane of both grains: equal shifts at both boundaries.</summary>
    Mirror,

    /// <summary>Half a turn about the normal takes one grain to the other, as in every symmetric tilt boundary: equal shifts at both boundaries.</summary>
    Twofold,

    /// <summary>Inversion alone: the second boundary would have the opposite shift, unless the cell is sheared.</summary>
    Inversion,
}
