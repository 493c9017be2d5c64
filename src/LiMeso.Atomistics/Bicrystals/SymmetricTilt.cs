using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>
/// Symmetric tilt boundaries: grain B is the mirror image of grain A in the boundary plane, which contains the axis. Since every lattice has a centre of inversion, B is A after half a turn about the plane's normal.
/// </summary>
/// <remarks>
/// Seen as a rotation about the axis, it turns by twice the angle between the plane's normal and a twofold axis of the crystal at right angles to the tilt axis: a cube axis where there is one, else a face diagonal.
/// Where there are several, about [0 0 1] and [1 1 1], the geometry tells the smallest of these angles, that to the nearest one.
/// </remarks>
public static class SymmetricTilt
{
    // Planes tried for an angle: combinations of the reference direction and the one at right angles to it.
    private const int LargestIndex = 60;

    // Cube axes and face diagonals.
    private static readonly LatticeDirection[] _twofold = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), new(1, -1, 0), new(1, 1, 0), new(0, 1, 1), new(0, 1, -1), new(1, 0, 1), new(1, 0, -1)];

    /// <summary>The boundary in a plane.</summary>
    /// <param name="lattice">The lattice of both grains.</param>
    /// <param name="axis">The tilt axis, along z.</param>
    /// <param name="plane">The boundary plane's normal in grain A, along y.</param>
    /// <exception cref="ArgumentException">The axis does not lie in the plane, or no twofold axis is at right angles to it.</exception>
    public static BoundaryGeometry InPlane(CubicLattice lattice, LatticeDirection axis, LatticeDirection plane)
    {
        LatticeDirection z = axis.Primitive, y = plane.Primitive;
        if (LatticeDirection.Dot(z, y) != 0) throw new ArgumentException($"a tilt axis lies in the boundary plane: {axis} is not at right angles to the normal {plane}");
        LatticeDirection reference = References(z).MinBy(r => Math.Round(AngleBetween(r, y), 9));
        if (CubicSymmetry.IsMirror(y)) throw new ArgumentException($"the plane {plane} is a mirror plane of the crystal: there is no boundary in it");
        LatticeDirection x = LatticeDirection.Cross(y, z);
        Orientation a = Periods(lattice, x, y, z);
        // half a turn about y, then about the reference: z is back where it was
        Orientation b = new(-Turned(a.X, reference), Turned(a.Y, reference), -Turned(a.Z, reference));
        return new BoundaryGeometry(lattice, BoundaryKind.Tilt, z, 2 * AngleBetween(reference, y), RotationMatrix.Between(a, b), a, b);
    }

    /// <summary>Whether there are symmetric tilts about an axis: a twofold axis of the crystal is at right angles to it.</summary>
    /// <param name="axis">The axis.</param>
    public static bool HasAxis(LatticeDirection axis) => _twofold.Any(r => LatticeDirection.Dot(r, axis) == 0);

    /// <summary>The angles that people write for the boundary in a plane, degrees: one for each twofold axis from which the plane's normal may be measured.</summary>
    /// <param name="axis">The tilt axis.</param>
    /// <param name="plane">The boundary plane's normal.</param>
    /// <exception cref="ArgumentException">No twofold axis is at right angles to the axis.</exception>
    public static IReadOnlyList<double> AnglesOf(LatticeDirection axis, LatticeDirection plane) => [.. References(axis.Primitive).Select(r => 2 * AngleBetween(r, plane))];

    /// <summary>The boundary of an angle, in the plane that halves it.</summary>
    /// <param name="lattice">The lattice of both grains.</param>
    /// <param name="axis">The tilt axis, along z.</param>
    /// <param name="angle">
    /// The whole angle between the grains, degrees, between 0 and 180: one of <see cref="AnglesOf"/>, and not always the one that the geometry tells. About [0 0 1], 126.87 is the boundary of 53.13.
    /// </param>
    /// <exception cref="ArgumentException">No boundary with coinciding lattice points has that angle within <see cref="CoincidenceAngles.Tolerance"/>.</exception>
    public static BoundaryGeometry OfAngle(CubicLattice lattice, LatticeDirection axis, double angle)
    {
        // which of the twofold axes does not matter: turns about the tilt axis, which are symmetries, take them to each other
        LatticeDirection z = axis.Primitive, reference = References(z)[0], across = LatticeDirection.Cross(z, reference).Primitive;
        // the sign does not matter; (1 1 1) reads better than (1 -1 -1)
        if (across < -across) across = -across;
        IEnumerable<LatticeDirection> planes =
            from h in Enumerable.Range(1, LargestIndex)
            from k in Enumerable.Range(1, LargestIndex)
            where WholeNumbers.GreatestCommonDivisor(h, k) == 1
            select (h * reference + k * across).Primitive;
        LatticeDirection plane = CoincidenceAngles.Choose(planes, y => 2 * AngleBetween(reference, y), y => LatticeDirection.Dot(y, y), angle, "tilt", axis);
        return InPlane(lattice, axis, plane);
    }

    // Twofold axes at right angles to the tilt axis, cube axes before face diagonals.
    private static LatticeDirection[] References(LatticeDirection axis)
    {
        LatticeDirection[] found = [.. _twofold.Where(r => LatticeDirection.Dot(r, axis) == 0)];
        bool IsOfCube(LatticeDirection r) => LatticeDirection.Dot(r, r) == 1;
        return Array.Exists(found, IsOfCube) ? Array.FindAll(found, IsOfCube) : found.Length > 0 ? found : throw new ArgumentException($"no twofold axis of a cubic crystal is at right angles to {axis}: there is no symmetric tilt about it");
    }

    private static Orientation Periods(CubicLattice lattice, LatticeDirection x, LatticeDirection y, LatticeDirection z) =>
        new(lattice.Period(x), lattice.Period(y), lattice.Period(z));

    // Half a turn about r: v ↦ 2 (v·r) r/r² − v, whole for cube axes and face diagonals.
    private static LatticeDirection Turned(LatticeDirection v, LatticeDirection r) =>
        2 * LatticeDirection.Dot(v, r) / LatticeDirection.Dot(r, r) * r + -v;

    private static double AngleBetween(LatticeDirection a, LatticeDirection b) =>
        Math.Acos(Math.Min(1, Math.Abs(LatticeDirection.Dot(a, b)) / (a.Length * b.Length))) * 180 / Math.PI;
}
