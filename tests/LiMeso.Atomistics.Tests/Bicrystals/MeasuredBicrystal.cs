using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Bicrystals;

/// <summary>What the positions of a bicrystal's atoms say by themselves, without the geometry that they were built from.</summary>
internal sealed class MeasuredBicrystal
{
    private readonly AtomicSystem _system;
    private readonly double _a;

    public MeasuredBicrystal(Bicrystal bicrystal)
    {
        (_system, _a) = (bicrystal.System, bicrystal.Options.LatticeConstant);
        (A, B) = (Axes(0.25), Axes(0.75));
    }

    /// <summary>Cube axes of each grain, from the neighbours of an atom in its middle.</summary>
    public Vector3[] A { get; }

    public Vector3[] B { get; }

    /// <summary>Turns components in the axes of A into those in the axes of B.</summary>
    public double[,] Rotation
    {
        get
        {
            double[,] r = new double[3, 3];
            for (int i = 0; i < 3; i++)
            {
                for (int j = 0; j < 3; j++) r[i, j] = Vector3.Dot(B[i], A[j]);
            }

            return r;
        }
    }

    /// <summary>The smallest number that makes all elements of the rotation whole.</summary>
    public int CommonDenominator => Enumerable.Range(1, 400).First(n => Rotation.Cast<double>().All(e => Math.Abs(n * e - Math.Round(n * e)) < 1e-6 * n));

    /// <summary>Points of bcc over those that coincide with one of the turned lattice, counted in a cube that holds whole periods of both.</summary>
    public double CountedSigma(int denominator)
    {
        long[,] r = new long[3, 3];
        for (int k = 0; k < 9; k++) r[k / 3, k % 3] = (long)Math.Round(denominator * Rotation[k / 3, k % 3]);
        long all = 0, shared = 0;
        for (int x = 0; x < 2 * denominator; x++)
        {
            for (int y = x & 1; y < 2 * denominator; y += 2)
            {
                for (int z = x & 1; z < 2 * denominator; z += 2)
                {
                    all++;
                    long u = r[0, 0] * x + r[0, 1] * y + r[0, 2] * z, v = r[1, 0] * x + r[1, 1] * y + r[1, 2] * z, w = r[2, 0] * x + r[2, 1] * y + r[2, 2] * z;
                    if (u % denominator != 0 || v % denominator != 0 || w % denominator != 0) continue;
                    (long a, long b, long c) = (u / denominator & 1, v / denominator & 1, w / denominator & 1);
                    if (a == b && b == c) shared++;
                }
            }
        }

        return (double)all / shared;
    }

    /// <summary>Whether a vector is one of a grain's lattice.</summary>
    public bool IsPeriod(Vector3[] axes, Vector3 v)
    {
        double[] w = [.. axes.Select(e => 2 * Vector3.Dot(e, v) / _a)];
        return w.All(c => Math.Abs(c - Math.Round(c)) < 1e-6) && w.Select(c => (long)Math.Round(c) & 1).Distinct().Count() == 1;
    }

    /// <summary>Whether the atoms of a grain lie on one lattice.</summary>
    public bool IsOneLattice(Vector3[] axes, int first, int count) =>
        Enumerable.Range(first, count).All(i => IsPeriod(axes, _system.Position(i) - _system.Position(first)));

    /// <summary>Whether some isometry, a turn about the normal with or without mirrors, takes the atoms within 5 Å of one boundary to those of the other.</summary>
    public bool BoundariesAreAlike()
    {
        Vector3[] source = [.. Near(0.5, 5).OrderBy(r => r.Length)], target = Near(0, 11);
        Vector3[] few = [.. source.OrderBy(r => (r - source[0]).Length).Take(12)];
        double[] angles = [.. Enumerable.Range(0, 12).Select(k => 30.0 * k), 45, 135, 225, 315];
        foreach (double angle in angles)
        {
            foreach (int mirror in (int[])[1, -1])
            {
                foreach (int flip in (int[])[1, -1])
                {
                    (double s, double c) = Math.SinCos(angle * Math.PI / 180);
                    Vector3 Turned(Vector3 r) => new(c * r.X - mirror * s * r.Z, flip * r.Y, s * r.X + mirror * c * r.Z);
                    foreach (Vector3 end in target.Where(r => Math.Abs(r.Y) < 5))
                    {
                        bool IsThere(Vector3 r)
                        {
                            Vector3 place = end + Turned(r - source[0]);
                            // heights first: they tell most atoms apart; images along z lie a little higher in a cell that leans
                            return Array.Exists(target, t => Math.Abs(t.Y - place.Y) < Math.Abs(_system.Box.Yz) + 1e-6 && PeriodicImages.Shortest(_system.Box, t - place).Length < 1e-6);
                        }

                        if (Array.TrueForAll(few, IsThere) && Array.TrueForAll(source, IsThere)) return true;
                    }
                }
            }
        }

        return false;
    }

    // Atoms near a boundary, seen from a point of it.
    private Vector3[] Near(double fraction, double distance)
    {
        Vector3 origin = _system.Box.ToPosition(new(0, fraction, 0));
        return [.. Enumerable.Range(0, _system.Count).Select(i => PeriodicImages.Shortest(_system.Box, _system.Position(i) - origin)).Where(r => Math.Abs(r.Y) < distance)];
    }

    // The atom nearest to a height has six neighbours a lattice constant away: three at right angles to each other are the axes of its grain.
    private Vector3[] Axes(double height)
    {
        int atom = Enumerable.Range(0, _system.Count).MinBy(i => Math.Abs(_system.Box.ToFraction(_system.Position(i)).Y - height));
        List<Vector3> found = [];
        new NeighbourCells(_system, 1.01 * _a).Find(atom, found);
        Assert.Equal(8, found.Count(v => Math.Abs(v.Length - Math.Sqrt(0.75) * _a) < 1e-9));
        Vector3[] second = [.. found.Where(v => Math.Abs(v.Length - _a) < 1e-9).Select(v => 1 / _a * v)];
        Assert.Equal((6, 14), (second.Length, found.Count));
        Vector3 x = second[0], y = second.First(v => Math.Abs(Vector3.Dot(v, x)) < 1e-9);
        return [x, y, Vector3.Cross(x, y)];
    }
}
