using System.Numerics;

namespace LiMeso.FiniteVolume.Solvers.Multigrid;

// A column of F lies between two of C. W, E and g are the values it takes on when the column before, the one after, or the ground is
// at 1 (T_F⁻¹ applied to the conductances there; W + E + g = 1). What it leaves to the coarser grid, with a five-point matrix again:
//     between the columns of C    ½ (e_W E + e_E W): two conductances in series
//     from them to the ground     ½ (e_W g + G W), ½ (e_E g + G E)
//     along y                     n (W + E) in parallel with their own, shared out as W √n_W : E √n_E
// Shared out by W : E alone, a wide column beside a narrow one would weigh the narrow one down: no good on graded meshes. Exact is
// only the sum of what the columns pass on, which is what matters to the smooth part that the coarser grid is there for.

/// <summary>One row of the coarser grid's matrix.</summary>
/// <typeparam name="T">Precision of the numbers.</typeparam>
internal sealed class CoarseRow<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _width;
    private readonly T[] _east, _north, _ground, _northBefore, _northAfter, _groundBefore, _groundAfter;

    /// <summary>Room for a row.</summary>
    /// <param name="layout">Layout of the finer grid.</param>
    public CoarseRow(ColumnLayout<T> layout)
    {
        _width = layout.Width;
        int places = layout.Stride + Vector<T>.Count;
        (_east, _north, _ground) = (new T[places], new T[places], new T[places]);
        (_northBefore, _northAfter, _groundBefore, _groundAfter) = (new T[places], new T[places], new T[places], new T[places]);
    }

    /// <summary>Conductances to the next column.</summary>
    public ReadOnlySpan<T> East => _east;

    /// <summary>Conductances to the next row.</summary>
    public ReadOnlySpan<T> North => _north;

    /// <summary>Conductances to the ground.</summary>
    public ReadOnlySpan<T> Ground => _ground;

    /// <summary>Makes the row.</summary>
    /// <param name="toOdd">e_W: from each C to the F after it.</param>
    /// <param name="toEven">e_E: from each F to the C after it.</param>
    /// <param name="northEven">n of C.</param>
    /// <param name="northOdd">n of F.</param>
    /// <param name="groundEven">Ground of C.</param>
    /// <param name="groundOdd">Ground G of F.</param>
    /// <param name="before">W.</param>
    /// <param name="after">E.</param>
    /// <param name="toGround">g.</param>
    /// <param name="beforeAbove">W in the next row.</param>
    /// <param name="afterAbove">E in the next row.</param>
    /// <param name="seamColumn">The column of F that the seam joins to the first of C; −1 when none is.</param>
    /// <param name="seam">Conductance of the seam.</param>
    /// <returns>Conductance of the coarser grid's seam.</returns>
    public T Make(
        ReadOnlySpan<T> toOdd, ReadOnlySpan<T> toEven, ReadOnlySpan<T> northEven, ReadOnlySpan<T> northOdd, ReadOnlySpan<T> groundEven, ReadOnlySpan<T> groundOdd,
        ReadOnlySpan<T> before, ReadOnlySpan<T> after, ReadOnlySpan<T> toGround, ReadOnlySpan<T> beforeAbove, ReadOnlySpan<T> afterAbove, int seamColumn, T seam)
    {
        T half = T.CreateChecked(0.5);
        int w = Vector<T>.Count;
        for (int k = 0; k < _width; k += w)
        {
            Vector<T> west = new(toOdd[k..]), east = new(toEven[k..]), n = new(northOdd[k..]), ground = new(groundOdd[k..]);
            Vector<T> atWest = new(before[k..]), atEast = new(after[k..]), atGround = new(toGround[k..]);
            (half * (west * atEast + east * atWest)).CopyTo(_east, k);
            (half * (west * atGround + ground * atWest)).CopyTo(_groundBefore, k);
            (half * (east * atGround + ground * atEast)).CopyTo(_groundAfter, k + 1);

            Vector<T> onWest = atWest + new Vector<T>(beforeAbove[k..]), onEast = atEast + new Vector<T>(afterAbove[k..]);
            Vector<T> weightWest = onWest * Vector.SquareRoot(new Vector<T>(northEven[k..])), weightEast = onEast * Vector.SquareRoot(new Vector<T>(northEven[(k + 1)..]));
            Vector<T> weights = weightWest + weightEast, values = onWest + onEast, passed = half * n * values;
            Vector<T> share = Vector.ConditionalSelect(
                Vector.GreaterThan(weights, Vector<T>.Zero), weightWest / weights, Vector.ConditionalSelect(Vector.GreaterThan(values, Vector<T>.Zero), onWest / values, Vector<T>.Zero));
            Vector<T> toWest = share * passed;
            toWest.CopyTo(_northBefore, k);
            (passed - toWest).CopyTo(_northAfter, k + 1);
        }

        T coarseSeam = seam;
        if (seamColumn >= 0) coarseSeam = Close(seamColumn, toOdd, northEven, northOdd, groundOdd, before, after, toGround, beforeAbove, afterAbove, seam);
        for (int k = 0; k < _width; k += w)
        {
            (new Vector<T>(northEven[k..]) + new Vector<T>(_northBefore, k) + new Vector<T>(_northAfter, k)).CopyTo(_north, k);
            (new Vector<T>(groundEven[k..]) + new Vector<T>(_groundBefore, k) + new Vector<T>(_groundAfter, k)).CopyTo(_ground, k);
        }

        (_northAfter[0], _groundAfter[0]) = (T.Zero, T.Zero);
        return coarseSeam;
    }

    // The last column of F lies between the last of C and, through the seam, the first.
    private T Close(
        int k, ReadOnlySpan<T> toOdd, ReadOnlySpan<T> northEven, ReadOnlySpan<T> northOdd, ReadOnlySpan<T> groundOdd,
        ReadOnlySpan<T> before, ReadOnlySpan<T> after, ReadOnlySpan<T> toGround, ReadOnlySpan<T> beforeAbove, ReadOnlySpan<T> afterAbove, T seam)
    {
        T half = T.CreateChecked(0.5), coarseSeam = half * (toOdd[k] * after[k] + seam * before[k]);
        _east[k] = T.Zero;
        _groundAfter[0] = half * (seam * toGround[k] + groundOdd[k] * after[k]);
        T onWest = before[k] + beforeAbove[k], onEast = after[k] + afterAbove[k], passed = half * northOdd[k] * (onWest + onEast);
        T weightWest = onWest * T.Sqrt(northEven[k]), weightEast = onEast * T.Sqrt(northEven[0]), weights = weightWest + weightEast;
        T toWest = weights > T.Zero ? passed * weightWest / weights : half * passed;
        (_northBefore[k], _northAfter[0]) = (toWest, passed - toWest);
        (_northAfter[k + 1], _groundAfter[k + 1]) = (T.Zero, T.Zero);
        return coarseSeam;
    }
}
