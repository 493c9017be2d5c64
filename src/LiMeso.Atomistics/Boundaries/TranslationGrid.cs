using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>
/// Shifts of one grain along the boundary, on a grid over its periods, and which of them make the same boundary: those that differ by a sum of lattice vectors of both grains (the period of the gamma surface),
/// and those that a symmetry of the boundary takes to each other.
/// </summary>
public sealed class TranslationGrid
{
    /// <summary>Points of a period that is shorter than <see cref="LongPeriod"/>, and of one that is not.</summary>
    public const int CoarsePoints = 8, FinePoints = 16;

    /// <summary>From this length on a period gets the finer grid, Å.</summary>
    public const double LongPeriod = 14;

    private readonly int[] _same;

    /// <summary>Finds the classes of shifts.</summary>
    /// <param name="geometry">The boundary.</param>
    /// <param name="pointsX">Points along x.</param>
    /// <param name="pointsZ">Points along z.</param>
    public TranslationGrid(BoundaryGeometry geometry, int pointsX, int pointsZ)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(pointsX, pointsZ), 1, nameof(pointsX));
        (PointsX, PointsZ) = (pointsX, pointsZ);
        var lattice = PlanarLattice.OfShifts(geometry);
        PeriodsInCell = lattice.PointsInCell;
        // operations on the shift of the first plane of B against the last plane of A: as they are, or, where they swap the grains and turn the normal over, with the opposite sign
        (SpaceOperation Operation, int Sign)[] operations =
        [
            .. BoundarySymmetry.Operations(geometry, swapped: false, flipped: false).Select(o => (o, 1)),
            .. BoundarySymmetry.Operations(geometry, swapped: true, flipped: true).Select(o => (o, -1)),
        ];
        GrainCell a = geometry.Cell.A;
        (double X, double Z) stacking = ((double)a.Stacking.X / a.Squares.X, (double)a.Stacking.Z / a.Squares.Z);
        (double, double)[] shifts = [.. Enumerable.Range(0, Count).Select(k => (Shift(k).X + stacking.X, Shift(k).Z + stacking.Z))];
        _same = new int[Count];
        int byPeriod = 0;
        for (int k = 0; k < Count; k++)
        {
            int first = k;
            bool repeats = false;
            foreach ((SpaceOperation operation, int sign) in operations)
            {
                (double, double) image = Image(geometry, operation, sign, shifts[k]);
                for (int j = 0; j < first; j++)
                {
                    if (_same[j] == j && lattice.AreEqual(shifts[j], image)) first = j;
                }
            }

            for (int j = 0; j < k && !repeats; j++) repeats = lattice.AreEqual(shifts[j], shifts[k]);
            if (!repeats) byPeriod++;
            _same[k] = first;
        }

        DistinctByPeriod = byPeriod;
    }

    /// <summary>The source's grid: 8 points of a period shorter than 14 Å, 16 of a longer one.</summary>
    /// <param name="geometry">The boundary.</param>
    /// <param name="latticeConstant">Å.</param>
    public static TranslationGrid Usual(BoundaryGeometry geometry, double latticeConstant) =>
        new(geometry, UsualPoints(geometry.LengthX * latticeConstant), UsualPoints(geometry.LengthZ * latticeConstant));

    /// <summary>Points along x.</summary>
    public int PointsX { get; }

    /// <summary>Points along z.</summary>
    public int PointsZ { get; }

    /// <summary>All points.</summary>
    public int Count => PointsX * PointsZ;

    /// <summary>How often the gamma surface repeats within the periods of the boundary.</summary>
    public long PeriodsInCell { get; }

    /// <summary>Points that differ by no period of the gamma surface.</summary>
    public int DistinctByPeriod { get; }

    /// <summary>Points that make different boundaries.</summary>
    public IReadOnlyList<int> Distinct => [.. Enumerable.Range(0, Count).Where(k => _same[k] == k)];

    /// <summary>The shift of a point, in fractions of the periods.</summary>
    /// <param name="point">0 … <see cref="Count"/> − 1: x runs fastest.</param>
    public (double X, double Z) Shift(int point) => ((double)(point % PointsX) / PointsX, (double)(point / PointsX) / PointsZ);

    /// <summary>The first point that makes the same boundary.</summary>
    /// <param name="point">A point.</param>
    public int Representative(int point) => _same[point];

    private static int UsualPoints(double period) => period < LongPeriod ? CoarsePoints : FinePoints;

    private static (double X, double Z) Image(BoundaryGeometry geometry, SpaceOperation operation, int sign, (double X, double Z) shift)
    {
        Vector3 image = operation.Apply(new Vector3(shift.X * geometry.LengthX, 0, shift.Z * geometry.LengthZ));
        return (sign * image.X / geometry.LengthX, sign * image.Z / geometry.LengthZ);
    }
}
