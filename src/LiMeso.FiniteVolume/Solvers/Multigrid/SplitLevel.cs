using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LiMeso.Core.Threading;

namespace LiMeso.FiniteVolume.Solvers.Multigrid;

// Semicoarsening with line relaxation (Schaffer, SIAM J. Sci. Comput. 20 (1998) 228): the even columns C stay on the coarser grid, the
// odd ones F do not. Strong coupling along y, from anisotropy or grading, is met by solving whole columns, along x by coarsening.
// One cycle from a guess of zero, with T the tridiagonal systems of the columns and E the conductances between them:
//     z_C = T_C⁻¹ r_C,   z_F = T_F⁻¹ (r_F + E z_C)          left over: nothing on F, E z_F on C
//     z_C += the coarser grid's solution for what is left
//     z_F = T_F⁻¹ (r_F + E z_C),   z_C = T_C⁻¹ (r_C + E z_F)
// The second solution on F contains the interpolation, so the transfers between grids need none of their own. The cycle is symmetric.

/// <summary>A grid whose columns are relaxed line by line, every other one at a time, and of which half the columns make the next grid.</summary>
/// <typeparam name="T">Precision of the numbers.</typeparam>
internal sealed class SplitLevel<T> : GridLevel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // At most so many columns are solved at a time: few enough that what the way up has read is still in the cache on the way down.
    private const int ChunkColumns = 128;

    // Threads that have columns side by side get in each other's way where rows are no longer than so many bytes: what is read ahead for one is what the other writes. There they share the rows.
    private const int LongRow = 2048;

    private readonly int _rows;
    private readonly bool _seamIsEven;
    private readonly ColumnLayout<T> _layout;
    private readonly LineFactors<T> _even, _odd;
    private readonly T[] _toOdd, _toEven;                                        // conductances between C k and F k, and between F k and C k + 1
    private readonly T[] _seam, _intoFirst, _intoLast;
    private readonly int _evenColumns, _oddColumns;
    private readonly GridLevel<T> _coarser;
    private readonly CoarseRow<T> _coarseRow;
    private readonly T[][] _scratch, _buffers;
    private readonly Action<int> _relaxColumns, _beginHalf, _finishHalf, _restrict, _prolong;
    private ThreadTeam? _team;
    private bool _byHalves;
    private Pass _pass;

    /// <summary>Room for a grid and all coarser ones.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns, at least 2.</param>
    /// <param name="periodicX">Whether each row's end is joined to its start.</param>
    /// <param name="periodicY">Whether the last row is joined to the first.</param>
    /// <param name="members">Threads that will do the work.</param>
    /// <param name="scratch">Three arrays to use while factors are made, shared by all grids; null on the finest.</param>
    public SplitLevel(int rows, int columns, bool periodicX, bool periodicY, int members, T[][]? scratch = null)
    {
        (_rows, _evenColumns, _oddColumns) = (rows, (columns + 1) / 2, columns / 2);
        _layout = new ColumnLayout<T>(rows, _evenColumns);
        (_even, _odd) = (new LineFactors<T>(_layout, periodicY), new LineFactors<T>(_layout, periodicY));
        (_toOdd, _toEven) = (_layout.NewArray(), _layout.NewArray());
        (_seam, _intoFirst, _intoLast) = periodicX ? (new T[rows], new T[rows], new T[rows]) : ([], [], []);
        _seamIsEven = _evenColumns == _oddColumns;
        _scratch = scratch ?? [_layout.NewArray(), _layout.NewArray(), _layout.NewArray()];
        _buffers = [.. Enumerable.Range(0, members).Select(_ => new T[_layout.Stride + Vector<T>.Count])];
        _coarser = _evenColumns <= BlockLevel<T>.MostColumns
            ? new BlockLevel<T>(rows, _evenColumns, periodicX, periodicY)
            : new SplitLevel<T>(rows, _evenColumns, periodicX, periodicY, members, _scratch);
        _coarseRow = new CoarseRow<T>(_layout);
        (_relaxColumns, _beginHalf, _finishHalf, _restrict, _prolong) = (RelaxColumns, BeginHalf, FinishHalf, Restrict, Prolong);
    }

    private bool IsPeriodicX => _seam.Length != 0;

    // As many for each thread.
    private int Chunks
    {
        get
        {
            int chunks = (_layout.Width + ChunkColumns - 1) / ChunkColumns, threads = _team?.Size ?? 1;
            return Math.Min((chunks + threads - 1) / threads * threads, _layout.Width / Vector<T>.Count);
        }
    }

    /// <inheritdoc/>
    public override void SetCoefficients(int row, ReadOnlySpan<T> east, ReadOnlySpan<T> north, ReadOnlySpan<T> ground, T seam)
    {
        RowShuffle.Split(east, _layout.Row(_toOdd, row), _layout.Row(_toEven, row));
        RowShuffle.Split(north, _layout.Row(_even.Solution, row), _layout.Row(_odd.Solution, row));
        RowShuffle.Split(ground, _layout.Row(_even.RightHandSide, row), _layout.Row(_odd.RightHandSide, row));
        if (IsPeriodicX) _seam[row] = seam;
    }

    /// <inheritdoc/>
    public override void Factorise()
    {
        T[] hanging = _scratch[0], unit = _scratch[1], toGround = _scratch[2];
        HangEven(hanging);
        _even.Factorise(_even.Solution, hanging, 0, _layout.Width);
        HangOdd(hanging);
        _odd.Factorise(_odd.Solution, hanging, 0, _layout.Width);

        // what a column of F takes on when the column of C before it, the one after it, or the ground is at 1
        T[] before = hanging, after = unit;
        _toOdd.AsSpan(0, _toOdd.Length).CopyTo(before);
        _toEven.AsSpan(0, _toEven.Length).CopyTo(after);
        _odd.RightHandSide.AsSpan().CopyTo(toGround);
        for (int j = 0; j < _rows && IsPeriodicX && _seamIsEven; j++) after[_layout.Start(j) + _oddColumns - 1] += _seam[j];
        _odd.Solve(before, 0, _layout.Width);
        _odd.Solve(after, 0, _layout.Width);
        _odd.Solve(toGround, 0, _layout.Width);

        for (int j = 0; j < _rows; j++)
        {
            int here = _layout.Start(j), above = _layout.Start(j + 1 < _rows ? j + 1 : 0);
            T seam = _coarseRow.Make(
                _toOdd.AsSpan(here), _toEven.AsSpan(here), _even.Solution.AsSpan(here), _odd.Solution.AsSpan(here), _even.RightHandSide.AsSpan(here), _odd.RightHandSide.AsSpan(here),
                before.AsSpan(here), after.AsSpan(here), toGround.AsSpan(here), before.AsSpan(above), after.AsSpan(above),
                IsPeriodicX && _seamIsEven ? _oddColumns - 1 : -1, IsPeriodicX ? _seam[j] : T.Zero);
            _coarser.SetCoefficients(j, _coarseRow.East[.._evenColumns], _coarseRow.North[.._evenColumns], _coarseRow.Ground[.._evenColumns], seam);
        }

        _coarser.Factorise();
    }

    /// <inheritdoc/>
    public override void SetRightHandSide(int row, int first, ReadOnlySpan<T> values) =>
        RowShuffle.Split(values, _layout.Row(_even.RightHandSide, row)[(first / 2)..], _layout.Row(_odd.RightHandSide, row)[(first / 2)..]);

    /// <inheritdoc/>
    public override void GetSolution(int row, int first, Span<T> values) =>
        RowShuffle.Merge(_layout.Row(_even.Solution, row)[(first / 2)..], _layout.Row(_odd.Solution, row)[(first / 2)..], values);

    /// <inheritdoc/>
    public override void Solve(ThreadTeam team)
    {
        _team = _rows * (_evenColumns + _oddColumns) >= LeastCellsForTeam ? team : null;
        _byHalves = _team is { Size: > 1 } && !_even.IsClosed && _layout.Width * Unsafe.SizeOf<T>() < LongRow;
        Relax(Pass.StartEven);
        SetInflowIntoOdd();
        Relax(Pass.Odd);
        SetInflowIntoEven();
        Do(_restrict);
        _coarser.Solve(team);
        Do(_prolong);
        SetInflowIntoOdd();
        Relax(Pass.Odd);
        SetInflowIntoEven();
        Relax(Pass.Even);
    }

    // Threads that have halves of the rows wait for each other in the middle; those that have columns do not.
    private void Relax(Pass pass)
    {
        _pass = pass;
        if (!_byHalves)
        {
            Do(_relaxColumns);
            return;
        }

        Do(_beginHalf);
        Do(_finishHalf);
    }

    private void Do(Action<int> part)
    {
        if (_team is null) part(0);
        else _team.Run(part);
    }

    private (int First, int End) Share(int member, int count) => _team?.Share(member, count) ?? (0, count);

    // In whole vectors.
    private (int From, int To) Chunk(int chunk)
    {
        int vectors = _layout.Width / Vector<T>.Count;
        return (vectors * chunk / Chunks * Vector<T>.Count, vectors * (chunk + 1) / Chunks * Vector<T>.Count);
    }

    // What a thread restricts and prolongs is what it relaxes: it is still in its cache.
    private (int FirstRow, int EndRow, int From, int To) Part(int member)
    {
        if (_byHalves)
        {
            (int firstRow, int endRow) = Share(member, _rows);
            return (firstRow, endRow, 0, _layout.Width);
        }

        (int first, int end) = Share(member, Chunks);
        return first < end ? (0, _rows, Chunk(first).From, Chunk(end - 1).To) : (0, 0, 0, 0);
    }

    private void RelaxColumns(int member)
    {
        (int first, int end) = Share(member, Chunks);
        for (int chunk = first; chunk < end; chunk++)
        {
            (int from, int to) = Chunk(chunk);
            Begin(Half.Lower, from, to);
            Begin(Half.Upper, from, to);
            Factors.Finish(Half.Lower, from, to);
            Factors.Finish(Half.Upper, from, to);
            Factors.Close(from, to);
        }
    }

    private void BeginHalf(int member)
    {
        (Half half, int from, int to) = HalfOf(member);
        Begin(half, from, to);
    }

    private void FinishHalf(int member)
    {
        (Half half, int from, int to) = HalfOf(member);
        Factors.Finish(half, from, to);
    }

    // Every two threads have the two halves of some columns; a single one that is left has none.
    private (Half Half, int From, int To) HalfOf(int member)
    {
        int pairs = _team!.Size / 2, vectors = _layout.Width / Vector<T>.Count, pair = Math.Min(member / 2, pairs), next = Math.Min(pair + 1, pairs);
        return ((Half)(member % 2), vectors * pair / pairs * Vector<T>.Count, vectors * next / pairs * Vector<T>.Count);
    }

    private LineFactors<T> Factors => _pass == Pass.Odd ? _odd : _even;

    private void Begin(Half half, int from, int to)
    {
        switch (_pass)
        {
            case Pass.StartEven:
                _even.Begin(half, from, to);
                break;
            case Pass.Odd:
                var ends = new EndInflow<T>([], IsPeriodicX && _seamIsEven ? _intoLast : [], _oddColumns - 1);
                _odd.Begin(half, _toOdd, 0, _toEven, _even.Solution, 0, ends, from, to);
                break;
            default:
                _even.Begin(half, _toEven, -1, _toOdd, _odd.Solution, -1, InflowIntoEven(), from, to);
                break;
        }
    }

    private void Restrict(int member)
    {
        EndInflow<T> ends = InflowIntoEven();
        T[] left = _buffers[member];
        ref T z = ref MemoryMarshal.GetArrayDataReference(_odd.Solution), target = ref MemoryMarshal.GetArrayDataReference(left);
        ref T before = ref MemoryMarshal.GetArrayDataReference(_toEven), after = ref MemoryMarshal.GetArrayDataReference(_toOdd);
        (int firstRow, int endRow, int from, int to) = Part(member);
        for (int j = firstRow; j < endRow; j++)
        {
            int start = _layout.Start(j);
            for (int k = from; k < to; k += Vector<T>.Count)
            {
                nuint place = (nuint)(start + k);
                Vector<T> flow = Vector.LoadUnsafe(ref before, place - 1) * Vector.LoadUnsafe(ref z, place - 1);
                flow += Vector.LoadUnsafe(ref after, place) * Vector.LoadUnsafe(ref z, place);
                flow.StoreUnsafe(ref target, (nuint)k);
            }

            ends.AddTo(left, 0, j, from, to);
            _coarser.SetRightHandSide(j, from, left.AsSpan(from, Math.Min(to, _evenColumns) - from));
        }
    }

    private void Prolong(int member)
    {
        T[] change = _buffers[member];
        (int firstRow, int endRow, int from, int to) = Part(member);
        for (int j = firstRow; j < endRow; j++)
        {
            _coarser.GetSolution(j, from, change.AsSpan(from, Math.Min(to, _evenColumns) - from));
            Span<T> values = _layout.Row(_even.Solution, j)[from..to];
            Span<Vector<T>> wide = MemoryMarshal.Cast<T, Vector<T>>(values);
            ReadOnlySpan<Vector<T>> wideChange = MemoryMarshal.Cast<T, Vector<T>>(change.AsSpan(from, values.Length));
            for (int k = 0; k < wide.Length; k++) wide[k] += wideChange[k];
        }
    }

    // An even number of columns: the seam joins the last of F and the first of C; an odd one: the last and the first of C.
    private void SetInflowIntoOdd()
    {
        if (!IsPeriodicX || !_seamIsEven) return;
        for (int j = 0; j < _rows; j++) _intoLast[j] = _seam[j] * _even.Solution[_layout.Start(j)];
    }

    private void SetInflowIntoEven()
    {
        if (!IsPeriodicX) return;
        T[] last = _seamIsEven ? _odd.Solution : _even.Solution;
        for (int j = 0; j < _rows; j++)
        {
            int start = _layout.Start(j);
            _intoFirst[j] = _seam[j] * last[start + (_seamIsEven ? _oddColumns : _evenColumns) - 1];
            if (!_seamIsEven) _intoLast[j] = _seam[j] * _even.Solution[start];
        }
    }

    private EndInflow<T> InflowIntoEven() => new(_intoFirst, _seamIsEven ? [] : _intoLast, _evenColumns - 1);

    private void HangEven(T[] hanging)
    {
        for (int j = 0; j < _rows; j++)
        {
            int start = _layout.Start(j);
            for (int k = start; k < start + _layout.Width; k += Vector<T>.Count)
                (new Vector<T>(_even.RightHandSide, k) + new Vector<T>(_toOdd, k) + new Vector<T>(_toEven, k - 1)).CopyTo(hanging, k);
            if (!IsPeriodicX) continue;
            hanging[start] += _seam[j];
            if (!_seamIsEven) hanging[start + _evenColumns - 1] += _seam[j];
        }
    }

    private void HangOdd(T[] hanging)
    {
        for (int j = 0; j < _rows; j++)
        {
            int start = _layout.Start(j);
            for (int k = start; k < start + _layout.Width; k += Vector<T>.Count)
                (new Vector<T>(_odd.RightHandSide, k) + new Vector<T>(_toOdd, k) + new Vector<T>(_toEven, k)).CopyTo(hanging, k);
            if (IsPeriodicX && _seamIsEven) hanging[start + _oddColumns - 1] += _seam[j];
        }
    }

    private enum Pass
    {
        StartEven,
        Odd,
        Even,
    }
}
