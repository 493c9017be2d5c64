using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>Twist boundaries: grain B is grain A, turned about the normal of the boundary plane.</summary>
public static class Twist
{
    private const int LargestIndex = 60;

    /// <summary>The boundary of an angle.</summary>
    /// <param name="lattice">The lattice of both grains.</param>
    /// <param name="axis">The twist axis, along y.</param>
    /// <param name="angle">Degrees, between 0 and 180.</param>
    /// <exception cref="ArgumentException">No boundary with coinciding lattice points has that angle within <see cref="CoincidenceAngles.Tolerance"/>.</exception>
    public static BoundaryGeometry OfAngle(CubicLattice lattice, LatticeDirection axis, double angle)
    {
        LatticeDirection y = axis.Primitive;
        IEnumerable<(int M, int N)> quaternions =
            from scalar in Enumerable.Range(0, LargestIndex + 1)
            from factor in Enumerable.Range(1, LargestIndex)
            where WholeNumbers.GreatestCommonDivisor(scalar, factor) == 1
            select (scalar, factor);
        (int m, int n) = CoincidenceAngles.Choose(
            quaternions, q => 2 * Math.Atan2(q.N * y.Length, q.M) * 180 / Math.PI, q => q.M * q.M + q.N * q.N * LatticeDirection.Dot(y, y), angle, "twist", axis);
        var rotation = RotationMatrix.About(y, m, n);
        if (rotation.Denominator == 1) throw new ArgumentException(FormattableString.Invariant($"a twist about {axis} by {angle:0.####} degrees is a symmetry of the crystal: there is no boundary"));
        LatticeDirection x = ShortestPair(lattice, rotation, y), z = Coincidence(lattice, rotation, LatticeDirection.Cross(x, y));
        var a = new Orientation(x, lattice.Period(y), z);
        return new BoundaryGeometry(lattice, BoundaryKind.Twist, y, 2 * Math.Atan2(n * y.Length, m) * 180 / Math.PI, rotation, a, new Orientation(Image(rotation, x), a.Y, Image(rotation, z)));
    }

    /// <summary>The shorter of the two coinciding vectors in the plane that are at right angles and span the smallest cell; of several, the one whose indices come last in order.</summary>
    private static LatticeDirection ShortestPair(CubicLattice lattice, RotationMatrix rotation, LatticeDirection normal)
    {
        for (int reach = 8; ; reach *= 2)
        {
            LatticeDirection best = default;
            double smallest = double.PositiveInfinity;
            foreach (LatticeDirection x in InPlane(normal, reach).Where(v => IsCoincidence(lattice, rotation, v)).OrderBy(v => LatticeDirection.Dot(v, v)).ThenDescending())
            {
                double area = x.Length * Coincidence(lattice, rotation, LatticeDirection.Cross(x, normal)).Length;
                if (area < smallest * (1 - 1e-9)) (best, smallest) = (x, area);
            }

            // the shorter side of a cell is no longer than the root of its area
            if (smallest <= (double)reach * reach) return best;
        }
    }

    private static IOrderedEnumerable<LatticeDirection> ThenDescending(this IOrderedEnumerable<LatticeDirection> vectors) => vectors.ThenByDescending(v => v);

    // All vectors of whole numbers at right angles to the normal, up to a length.
    private static IEnumerable<LatticeDirection> InPlane(LatticeDirection normal, int reach)
    {
        for (int u = -reach; u <= reach; u++)
        {
            for (int v = -reach; v <= reach; v++)
            {
                for (int w = -reach; w <= reach; w++)
                {
                    var vector = new LatticeDirection(u, v, w);
                    if (!vector.IsZero && LatticeDirection.Dot(vector, normal) == 0 && LatticeDirection.Dot(vector, vector) <= reach * reach) yield return vector;
                }
            }
        }
    }

    private static bool IsCoincidence(CubicLattice lattice, RotationMatrix rotation, LatticeDirection v) =>
        lattice.Contains(v) && rotation.TryApply(v, out LatticeDirection image) && lattice.Contains(image);

    // The shortest vector along a direction that both lattices have: the denominator at the latest makes it whole.
    private static LatticeDirection Coincidence(CubicLattice lattice, RotationMatrix rotation, LatticeDirection direction)
    {
        LatticeDirection period = lattice.Period(direction);
        for (int k = 1; ; k++)
        {
            if (IsCoincidence(lattice, rotation, k * period)) return k * period;
        }
    }

    private static LatticeDirection Image(RotationMatrix rotation, LatticeDirection v) =>
        rotation.TryApply(v, out LatticeDirection image) ? image : throw new InvalidOperationException($"{v} has no whole image");
}
