using FsCheck;
using FsCheck.Fluent;
using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Tests;

namespace LiMeso.Atomistics.Tests.Bicrystals;

public class GeometryTests
{
    private static readonly CubicLattice _bcc = CubicLattice.BodyCentred;

    [Fact]
    public void Random_symmetric_tilts_have_coinciding_points_periodic_cells_and_equivalent_boundaries() =>
        Prop.ForAll(Tilts().ToArbitrary(), t => IsSound(SymmetricTilt.InPlane(_bcc, t.Axis, t.Plane), t.Shift)).HoldsForRandomCases(60);

    [Fact]
    public void Random_twists_have_coinciding_points_periodic_cells_and_equivalent_boundaries() =>
        Prop.ForAll(Twists().ToArbitrary(), t => IsSound(Twist.OfAngle(_bcc, t.Axis, t.Angle), t.Shift)).HoldsForRandomCases(40);

    [Theory]
    [InlineData("bcc", 2)]
    [InlineData("fcc", 4)]
    [InlineData("sc", 1)]
    public void Other_cubic_lattices_fill_their_cells_too(string name, int pointsPerCell)
    {
        CubicLattice lattice = CubicLattice.All[name];
        BoundaryGeometry geometry = Twist.OfAngle(lattice, new(1, 1, 1), 38.2132);
        Assert.Equal((7, pointsPerCell), (geometry.Sigma, lattice.PointsPerCell));
        var bicrystal = Bicrystal.Build(geometry, new BicrystalOptions(4, 1) { Shift = (0.1, 0.2), Separation = 20 });
        Assert.Equal(pointsPerCell * bicrystal.System.Box.Volume / 64, bicrystal.System.Count, 1e-6);
        Assert.NotNull(BoundaryIsometry.Find(bicrystal, 7));
    }

    [Theory]
    [InlineData("bcc", 3.5, 20)]
    [InlineData("sc", 20, 0)]
    [InlineData("sc", 20, 20)]
    public void Boundaries_are_compared_across_whatever_lies_between_their_planes(string lattice, double latticeConstant, double gap)
    {
        BoundaryGeometry geometry = Twist.OfAngle(CubicLattice.All[lattice], new(0, 0, 1), 36.87);
        Assert.NotNull(BoundaryIsometry.Find(Bicrystal.Build(geometry, new BicrystalOptions(latticeConstant, 1) { Gap = gap, Shift = (0.1, 0.2) }), 8));
    }

    [Fact]
    public void An_angle_finds_the_plane_that_halves_it()
    {
        Assert.Equal("S5(310)/[001] tilt", SymmetricTilt.OfAngle(_bcc, new(0, 0, 1), 36.87).Label);
        Assert.Equal("S3(111)/[01-1] tilt", SymmetricTilt.OfAngle(_bcc, new(0, 1, -1), 109.47).Label);
        Assert.Equal(BoundaryRelation.Mirror, Twist.OfAngle(_bcc, new(0, 0, 1), 36.87).Relation);
        Assert.Equal(BoundaryRelation.Inversion, Twist.OfAngle(_bcc, new(1, 1, 1), 38.21).Relation);
        Assert.Equal(BoundaryRelation.Twofold, Twist.OfAngle(_bcc, new(1, 1, 1), 60).Relation);
    }

    // Between all planes of a zone and one of its twofold axes lie half the angles from 0 to 180 degrees.
    [Theory]
    [InlineData(0, 0, 1, 1, 0, 0)]
    [InlineData(0, 0, 1, 0, 1, 0)]              // the angles from the other cube axis
    [InlineData(1, 1, 1, 1, -1, 0)]
    [InlineData(1, 1, 1, 0, 1, -1)]
    [InlineData(1, 1, -1, 1, 0, 1)]
    [InlineData(1, 1, 0, 0, 0, 1)]
    [InlineData(0, 1, 2, 1, 0, 0)]
    [InlineData(1, 1, 2, 1, -1, 0)]
    public void Every_angle_between_0_and_180_degrees_that_a_plane_halves_finds_that_boundary(int u, int v, int w, int p, int q, int r)
    {
        LatticeDirection axis = new(u, v, w), reference = new(p, q, r), across = LatticeDirection.Cross(axis, reference).Primitive;
        List<double> tried = [];
        for (int h = 1; h <= 7; h++)
        {
            for (int k = 1; k <= 7; k++)
            {
                LatticeDirection plane = (h * reference + k * across).Primitive;
                if (IsMirror(plane)) continue;
                // about another twofold axis it may be another angle, but it is the same turn of one lattice against the other
                double angle = 2 * Math.Atan2(k * across.Length, h * reference.Length) * 180 / Math.PI;
                BoundaryGeometry found = SymmetricTilt.OfAngle(_bcc, axis, angle), inPlane = SymmetricTilt.InPlane(_bcc, axis, plane);
                Assert.Equal(SmallestEqualTurn(axis, angle), found.Disorientation, 1e-9);
                Assert.Equal((inPlane.Sigma, inPlane.LengthX, inPlane.LengthY, inPlane.LengthZ), (found.Sigma, found.LengthX, found.LengthY, found.LengthZ));
                Assert.Equal(inPlane.Angle, found.Angle, 1e-9);
                Assert.Contains(SymmetricTilt.AnglesOf(axis, plane), a => Math.Abs(a - angle) < 1e-9);
                tried.Add(angle);
            }
        }

        Assert.True(tried.Min() < 40 && tried.Max() > 140 && tried.Count > 30);
    }

    [Fact]
    public void What_is_no_boundary_is_refused_with_a_reason()
    {
        Assert.Contains("28.0725", Assert.Throws<ArgumentException>(() => Twist.OfAngle(_bcc, new(0, 0, 1), 28.0)).Message, StringComparison.Ordinal);
        Assert.Contains("symmetry", Assert.Throws<ArgumentException>(() => Twist.OfAngle(_bcc, new(0, 0, 1), 90)).Message, StringComparison.Ordinal);
        Assert.Contains("mirror plane", Assert.Throws<ArgumentException>(() => SymmetricTilt.InPlane(_bcc, new(0, 0, 1), new(1, 1, 0))).Message, StringComparison.Ordinal);
        Assert.Contains("right angles", Assert.Throws<ArgumentException>(() => SymmetricTilt.InPlane(_bcc, new(0, 0, 1), new(1, 1, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("twofold", Assert.Throws<ArgumentException>(() => SymmetricTilt.InPlane(_bcc, new(1, 2, 3), new(3, 0, -1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CubicLattice(CrystalStructures.HexagonalClosePacked));
        Assert.Throws<FormatException>(() => BoundaryCatalogue.ParseDirection("1 1"));
        Assert.Throws<FormatException>(() => BoundaryCatalogue.ParseDirection("0 0 0"));
        Assert.Equal(new LatticeDirection(1, 1, -1), BoundaryCatalogue.ParseDirection("[11-1]"));
    }

    private static bool IsSound(BoundaryGeometry geometry, (double, double) shift)
    {
        var options = new BicrystalOptions(3.5, 6.94) { Shift = shift, Separation = 22 };
        var bicrystal = Bicrystal.Build(geometry, options);
        var measured = new MeasuredBicrystal(bicrystal);
        int half = bicrystal.System.Count / 2;
        return geometry.Sigma == measured.CommonDenominator && geometry.Sigma % 2 == 1
            && Math.Abs(2 * bicrystal.System.Box.Volume / Math.Pow(3.5, 3) - bicrystal.System.Count) < 1e-6
            && measured.IsOneLattice(measured.A, 0, half) && measured.IsOneLattice(measured.B, half, half)
            && measured.IsPeriod(measured.A, bicrystal.System.Box.C) && measured.IsPeriod(measured.B, bicrystal.System.Box.C)
            && measured.IsPeriod(measured.A, bicrystal.System.Box.A) && measured.IsPeriod(measured.B, bicrystal.System.Box.A)
            && BoundaryIsometry.Find(bicrystal, 8) is not null
            // as near to each other as a case allows
            && BoundaryIsometry.Find(Bicrystal.Build(geometry, options with { Separation = 10 }), 8) is not null;
    }

    // Axes with a twofold axis at right angles: [0 v w] and [u u w]; planes in their zones that are no mirror planes.
    private static Gen<(LatticeDirection Axis, LatticeDirection Plane, (double, double) Shift)> Tilts() =>
        from u in Gen.Choose(0, 3)
        from w in Gen.Choose(1, 3)
        from diagonal in Gen.Elements(true, false)
        let axis = (diagonal ? new LatticeDirection(u, u, w) : new LatticeDirection(0, u, w)).Primitive
        let reference = diagonal ? new LatticeDirection(1, -1, 0) : new LatticeDirection(1, 0, 0)
        let across = LatticeDirection.Cross(axis, reference).Primitive
        from h in Gen.Choose(1, 3)
        from k in Gen.Choose(1, 3)
        let plane = (h * reference + k * across).Primitive
        where !IsMirror(plane) && LatticeDirection.Dot(plane, plane) < 60
        from shift in Shifts()
        select (axis, plane, shift);

    private static Gen<(LatticeDirection Axis, double Angle, (double, double) Shift)> Twists() =>
        from axis in Gen.Elements(new LatticeDirection(0, 0, 1), new(0, 1, 1), new(1, 1, 1), new(1, 1, 2), new(0, 1, 2), new(1, 2, 3))
        from m in Gen.Choose(1, 6)
        from n in Gen.Choose(1, 3)
        let norm = m * m + n * n * LatticeDirection.Dot(axis, axis)
        // neither a symmetry nor a large cell
        where (axis.W != 1 || axis.V != 0 || m != n) && norm < 50 && Sigma(m, n, axis) is > 1 and < 40
        from shift in Shifts()
        select (axis, 2 * Math.Atan2(n * axis.Length, m) * 180 / Math.PI, shift);

    private static Gen<(double, double)> Shifts() =>
        from x in Gen.Choose(0, 16)
        from z in Gen.Choose(0, 16)
        select (x / 16.0, z / 16.0 + 0.01);

    // The smallest angle among all turns that symmetries of the cube make equal to one about an axis: |trace| of the turn with permuted and signed rows.
    private static double SmallestEqualTurn(LatticeDirection axis, double degrees)
    {
        (double s, double c) = Math.SinCos(degrees * Math.PI / 180);
        double[] n = [axis.U / axis.Length, axis.V / axis.Length, axis.W / axis.Length];
        double[,] turn = new double[3, 3];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++) turn[i, j] = (1 - c) * n[i] * n[j] + (i == j ? c : ((j - i + 3) % 3 == 1 ? -1 : 1) * s * n[3 - i - j]);
        }

        int[][] rows = [[0, 1, 2], [1, 2, 0], [2, 0, 1], [0, 2, 1], [2, 1, 0], [1, 0, 2]];
        double trace = rows.Max(row => Signs(even: Array.IndexOf(rows, row) < 3).Max(sign => Enumerable.Range(0, 3).Sum(i => sign[i] * turn[row[i], i])));
        return Math.Acos(Math.Clamp(0.5 * (trace - 1), -1, 1)) * 180 / Math.PI;
    }

    // Of three signs the last one follows from the determinant, which is 1.
    private static IEnumerable<int[]> Signs(bool even) => from a in (int[])[1, -1] from b in (int[])[1, -1] select new[] { a, b, (even ? 1 : -1) * a * b };

    private static int Sigma(int m, int n, LatticeDirection axis)
    {
        int common = new[] { m, n * axis.U, n * axis.V, n * axis.W }.Aggregate(Gcd);
        int sigma = (m * m + n * n * LatticeDirection.Dot(axis, axis)) / (common * common);
        while (sigma % 2 == 0) sigma /= 2;
        return sigma;
    }

    private static int Gcd(int a, int b) => b == 0 ? Math.Abs(a) : Gcd(b, a % b);

    private static bool IsMirror(LatticeDirection d)
    {
        int[] sizes = [Math.Abs(d.U), Math.Abs(d.V), Math.Abs(d.W)];
        Array.Sort(sizes);
        return sizes[2] == 1 && sizes[0] == 0;
    }
}
