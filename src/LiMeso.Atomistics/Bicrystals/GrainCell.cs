using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>The lattice points of one period of a grain, 0 ≤ w·X &lt; X², and so on: exact, so that none is lost or doubled at a face.</summary>
internal sealed class GrainCell
{
    /// <summary>Finds the points.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="periods">Periods along x, y, z, in half lattice constants.</param>
    public GrainCell(CubicLattice lattice, Orientation periods)
    {
        Squares = (LatticeDirection.Dot(periods.X, periods.X), LatticeDirection.Dot(periods.Y, periods.Y), LatticeDirection.Dot(periods.Z, periods.Z));
        // The box that holds the cell: sums of negative and of positive components of its edges.
        (int[] low, int[] high) = Bounds([periods.X, periods.Y, periods.Z]);
        List<(int X, int Y, int Z)> points = [];
        for (int u = low[0]; u <= high[0]; u++)
        {
            for (int v = low[1]; v <= high[1]; v++)
            {
                for (int w = low[2]; w <= high[2]; w++)
                {
                    var point = new LatticeDirection(u, v, w);
                    if (!lattice.Contains(point)) continue;
                    (int x, int y, int z) = (LatticeDirection.Dot(point, periods.X), LatticeDirection.Dot(point, periods.Y), LatticeDirection.Dot(point, periods.Z));
                    if (x >= 0 && x < Squares.X && y >= 0 && y < Squares.Y && z >= 0 && z < Squares.Z) points.Add((x, y, z));
                }
            }
        }

        Points = [.. points.OrderBy(p => p.Y).ThenBy(p => p.Z).ThenBy(p => p.X)];
        (int X, int Y, int Z)[] above = [.. Points.Where(p => p.Y > 0)];
        Stacking = above.Length > 0 ? above[0] : (0, Squares.Y, 0);
    }

    /// <summary>From a lattice point to one in the next lattice plane along y.</summary>
    public (int X, int Y, int Z) Stacking { get; }

    /// <summary>Points (w·X, w·Y, w·Z), in order of y, then z, then x; over <see cref="Squares"/> they are fractions of the periods.</summary>
    public IReadOnlyList<(int X, int Y, int Z)> Points { get; }

    /// <summary>Squares of the periods, in the same unit.</summary>
    public (int X, int Y, int Z) Squares { get; }

    private static (int[] Low, int[] High) Bounds(LatticeDirection[] edges)
    {
        int[] low = new int[3], high = new int[3];
        foreach (LatticeDirection e in edges)
        {
            int[] parts = [e.U, e.V, e.W];
            for (int k = 0; k < 3; k++)
            {
                low[k] += Math.Min(0, parts[k]);
                high[k] += Math.Max(0, parts[k]);
            }
        }

        return (low, high);
    }
}
