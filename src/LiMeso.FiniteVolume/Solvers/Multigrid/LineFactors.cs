using System.Numerics;
using System.Runtime.InteropServices;

namespace LiMeso.FiniteVolume.Solvers.Multigrid;

// Every column k by itself is a tridiagonal system: n_j joins rows j and j + 1, w_j is all else that hangs on cell j (its ground and
// the conductances to the columns beside it, which stand still). Eliminated from both ends to the middle ("twisted"; two threads can do
// that, each with rows of its own), without a subtraction, so that a column that barely hangs on anything is still solved to a few ulp.
// From the first row to a, the last of the lower half:
//     s_0 = w_0,   p_j = s_j + n_j,   l_j = n_j/p_j,   s_{j+1} = w_{j+1} + l_j s_j
//     y_j = b_j + l_{j−1} y_{j−1} inwards,   x_j = y_j/p_j + l_j x_{j+1} outwards
// and likewise from the last row down to b = a + 1. There the halves meet, with n = n_a:
//     p = s_a + n,   l = n/p,   s = s_b + l s_a,   x_b = (y_b + l y_a)/s,   x_a = y_a/p + l x_b
// The recurrences run along the rows' direction and so through memory row by row, many columns at once.
// In a closed column (periodic y) the last row R borders the others, with t = n_R on row 0 and u = n_{R−1} on row R − 1:
//     g = T⁻¹ (t, 0, …, 0, u),   x_R = (b_R + t y_0 + u y_{R−1})/(w_R + t (T⁻¹w)_0 + u (T⁻¹w)_{R−1}),   x = y + g x_R

/// <summary>The factors of all columns of one colour, and their right-hand sides and solutions.</summary>
/// <typeparam name="T">Precision of the numbers.</typeparam>
internal sealed class LineFactors<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ColumnLayout<T> _layout;
    private readonly T[] _link, _inverse, _border, _first, _last;
    private readonly T[] _met;                                                   // y_a and, a layout's width further, y_b
    private readonly int _openRows, _lowerRows;

    /// <summary>Room for the factors.</summary>
    /// <param name="layout">Where the columns lie.</param>
    /// <param name="closed">Whether the last row is joined to the first.</param>
    public LineFactors(ColumnLayout<T> layout, bool closed)
    {
        _layout = layout;
        _openRows = closed ? layout.Rows - 1 : layout.Rows;
        _lowerRows = _openRows / 2;
        (_link, _inverse, RightHandSide, Solution) = (layout.NewArray(), layout.NewArray(), layout.NewArray(), layout.NewArray());
        (_border, _first, _last) = closed ? (layout.NewArray(), new T[layout.Width], new T[layout.Width]) : ([], [], []);
        _met = new T[2 * layout.Width];
    }

    /// <summary>What is to be solved for; while the factors are made, the conductances to the ground.</summary>
    public T[] RightHandSide { get; }

    /// <summary>What was found; while the factors are made, the conductances to the next row.</summary>
    public T[] Solution { get; }

    /// <summary>Whether the last row is joined to the first.</summary>
    public bool IsClosed => _openRows < _layout.Rows;

    /// <summary>Makes the factors of some columns.</summary>
    /// <param name="north">n, in this layout.</param>
    /// <param name="hanging">w, in this layout. Is overwritten.</param>
    /// <param name="from">First column, at the start of a vector.</param>
    /// <param name="to">Column after the last, at the start of a vector.</param>
    public void Factorise(T[] north, T[] hanging, int from, int to)
    {
        if (!IsClosed)
        {
            EliminateMatrix(north, hanging, from, to);
            return;
        }

        int top = _openRows;
        Span<T> n = _layout.Row(north, top), below = _layout.Row(north, top - 1);
        for (int k = from; k < to; k++) (_first[k], _last[k]) = (n[k], below[k]);

        // w of the open rows, without the border; and with it, which is what the elimination needs
        for (int j = 0; j < top; j++) _layout.Row(hanging, j)[from..to].CopyTo(_layout.Row(_border, j)[from..to]);
        for (int k = from; k < to; k++)
        {
            hanging[_layout.Start(0) + k] += _first[k];
            hanging[_layout.Start(top - 1) + k] += _last[k];
            below[k] = T.Zero;
        }

        EliminateMatrix(north, hanging, from, to);
        Open(_border, from, to);
        for (int k = from; k < to; k++)
        {
            T hangs = hanging[_layout.Start(top) + k] + _first[k] * _border[_layout.Start(0) + k] + _last[k] * _border[_layout.Start(top - 1) + k];
            _inverse[_layout.Start(top) + k] = hangs > T.Zero ? T.One / hangs : T.Zero;
            below[k] = _last[k];                                                 // the matrix is still needed
        }

        for (int j = 0; j < top; j++) _layout.Row(_border, j)[from..to].Clear();
        for (int k = from; k < to; k++)
        {
            _border[_layout.Start(0) + k] += _first[k];
            _border[_layout.Start(top - 1) + k] += _last[k];
        }

        Open(_border, from, to);
    }

    /// <summary>x = T⁻¹ x for some columns.</summary>
    /// <param name="x">In this layout.</param>
    /// <param name="from">First column, at the start of a vector.</param>
    /// <param name="to">Column after the last, at the start of a vector.</param>
    public void Solve(T[] x, int from, int to)
    {
        Open(x, from, to);
        if (IsClosed) AddBorder(x, from, to);
    }

    /// <summary>Solution = T⁻¹ right-hand side for some columns, as far as the middle: <see cref="Finish(Half, int, int)"/> does the rest.</summary>
    /// <param name="half">The half of the rows.</param>
    /// <param name="from">First column, at the start of a vector.</param>
    /// <param name="to">Column after the last, at the start of a vector.</param>
    public void Begin(Half half, int from, int to)
    {
        ref T b = ref MemoryMarshal.GetArrayDataReference(RightHandSide), x = ref MemoryMarshal.GetArrayDataReference(Solution);
        ref T link = ref MemoryMarshal.GetArrayDataReference(_link);
        Inwards way = WayOf(half);
        for (int n = way.Begin; n < way.Rows; n++)
        {
            int start = _layout.Start(way.Row(n)), back = way.Step * _layout.Stride;
            for (int k = start + from; k < start + to; k += Vector<T>.Count)
            {
                Vector<T> y = Vector.LoadUnsafe(ref b, (nuint)k);
                if (n > 0) y += Vector.LoadUnsafe(ref link, (nuint)(k - back)) * Vector.LoadUnsafe(ref x, (nuint)(k - back));
                y.StoreUnsafe(ref x, (nuint)k);
            }
        }

        Meet(Solution, half, from, to);
    }

    /// <summary>
    /// Solution = T⁻¹ (right-hand side + what flows in from the columns beside), for some columns, as far as the middle:
    /// left[k + leftShift] other[k + offset] + right[k] other[k + offset + 1].
    /// </summary>
    /// <param name="half">The half of the rows.</param>
    /// <param name="left">Conductances to the columns before.</param>
    /// <param name="leftShift">−1 when they are stored one place before.</param>
    /// <param name="right">Conductances to the columns after.</param>
    /// <param name="other">Values of the other colour.</param>
    /// <param name="offset">Place of the column before, relative to k; the one after is a place further.</param>
    /// <param name="ends">What flows in at the ends of the rows besides.</param>
    /// <param name="from">First column, at the start of a vector.</param>
    /// <param name="to">Column after the last, at the start of a vector.</param>
    public void Begin(Half half, T[] left, int leftShift, T[] right, T[] other, int offset, in EndInflow<T> ends, int from, int to)
    {
        ref T b = ref MemoryMarshal.GetArrayDataReference(RightHandSide), x = ref MemoryMarshal.GetArrayDataReference(Solution);
        ref T link = ref MemoryMarshal.GetArrayDataReference(_link), z = ref MemoryMarshal.GetArrayDataReference(other);
        ref T before = ref MemoryMarshal.GetArrayDataReference(left), after = ref MemoryMarshal.GetArrayDataReference(right);
        Inwards way = WayOf(half);
        for (int n = way.Begin; n < way.Rows; n++)
        {
            int row = way.Row(n), start = _layout.Start(row), back = way.Step * _layout.Stride;
            for (int k = start + from; k < start + to; k += Vector<T>.Count)
            {
                Vector<T> y = Vector.LoadUnsafe(ref b, (nuint)k);
                y += Vector.LoadUnsafe(ref before, (nuint)(k + leftShift)) * Vector.LoadUnsafe(ref z, (nuint)(k + offset));
                y += Vector.LoadUnsafe(ref after, (nuint)k) * Vector.LoadUnsafe(ref z, (nuint)(k + offset + 1));
                if (n > 0) y += Vector.LoadUnsafe(ref link, (nuint)(k - back)) * Vector.LoadUnsafe(ref x, (nuint)(k - back));
                y.StoreUnsafe(ref x, (nuint)k);
            }

            ends.AddTo(Solution, start, row, from, to);
        }

        Meet(Solution, half, from, to);
    }

    /// <summary>The way from the middle outwards, when both halves have come there.</summary>
    /// <param name="half">The half of the rows.</param>
    /// <param name="from">First column, at the start of a vector.</param>
    /// <param name="to">Column after the last, at the start of a vector.</param>
    public void Finish(Half half, int from, int to) => Finish(Solution, half, from, to);

    /// <summary>What a closed column's last row adds, when both halves are finished.</summary>
    /// <param name="from">First column, at the start of a vector.</param>
    /// <param name="to">Column after the last, at the start of a vector.</param>
    public void Close(int from, int to)
    {
        if (IsClosed) AddBorder(Solution, from, to);
    }

    private Inwards WayOf(Half half) => half == Half.Lower ? new(0, 1, 0, _lowerRows) : new(_openRows - 1, -1, IsClosed ? -1 : 0, _openRows - _lowerRows);

    private void EliminateMatrix(T[] north, T[] hanging, int from, int to)
    {
        foreach (Half half in (ReadOnlySpan<Half>)[Half.Lower, Half.Upper]) EliminateMatrix(WayOf(half), north, hanging, from, to);
        int a = _layout.Start(_lowerRows - 1), b = _layout.Start(_lowerRows);
        for (int k = from; k < to; k += Vector<T>.Count)
        {
            Vector<T> upper = new(hanging, b + k);
            if (_lowerRows == 0)
            {
                Inverse(upper).CopyTo(_inverse, b + k);
                continue;
            }

            Vector<T> lower = new(hanging, a + k), n = new(north, a + k), inverse = Inverse(lower + n), link = n * inverse, last = Inverse(upper + link * lower);
            (inverse + link * link * last).CopyTo(_inverse, a + k);
            (link * last).CopyTo(_link, a + k);
            (link * last).CopyTo(_link, b + k);
            last.CopyTo(_inverse, b + k);
        }
    }

    private void EliminateMatrix(Inwards way, T[] north, T[] hanging, int from, int to)
    {
        for (int n = 0; n < way.Rows; n++)
        {
            int start = _layout.Start(way.Row(n)), back = way.Step * _layout.Stride, joint = way.Step > 0 ? 0 : _layout.Stride;
            for (int k = start + from; k < start + to; k += Vector<T>.Count)
            {
                Vector<T> s = new(hanging, k);
                if (n > 0) s += new Vector<T>(_link, k - back) * new Vector<T>(hanging, k - back);
                s.CopyTo(hanging, k);
                if (n + 1 == way.Rows) continue;
                Vector<T> ahead = new(north, k - joint), inverse = Inverse(s + ahead);
                inverse.CopyTo(_inverse, k);
                (ahead * inverse).CopyTo(_link, k);
            }
        }
    }

    // Nothing hangs on anything: no matter.
    private static Vector<T> Inverse(Vector<T> pivot) => Vector.ConditionalSelect(Vector.GreaterThan(pivot, Vector<T>.Zero), Vector<T>.One / pivot, Vector<T>.Zero);

    private void Open(T[] x, int from, int to)
    {
        foreach (Half half in (ReadOnlySpan<Half>)[Half.Lower, Half.Upper])
        {
            Inwards way = WayOf(half);
            for (int n = 1; n < way.Rows; n++)
            {
                int start = _layout.Start(way.Row(n)), back = way.Step * _layout.Stride;
                for (int k = start + from; k < start + to; k += Vector<T>.Count)
                    (new Vector<T>(x, k) + new Vector<T>(_link, k - back) * new Vector<T>(x, k - back)).CopyTo(x, k);
            }

            Meet(x, half, from, to);
        }

        Finish(x, Half.Lower, from, to);
        Finish(x, Half.Upper, from, to);
    }

    // Keeps what each half brings to the middle, for the other one.
    private void Meet(T[] x, Half half, int from, int to)
    {
        if (half == Half.Upper) x.AsSpan(_layout.Start(_lowerRows) + from, to - from).CopyTo(_met.AsSpan(_layout.Width + from));
        else if (_lowerRows > 0) x.AsSpan(_layout.Start(_lowerRows - 1) + from, to - from).CopyTo(_met.AsSpan(from));
    }

    private void Finish(T[] target, Half half, int from, int to)
    {
        ref T x = ref MemoryMarshal.GetArrayDataReference(target), met = ref MemoryMarshal.GetArrayDataReference(_met);
        ref T link = ref MemoryMarshal.GetArrayDataReference(_link), inverse = ref MemoryMarshal.GetArrayDataReference(_inverse);
        Inwards way = WayOf(half);
        if (way.Rows == 0) return;
        int middle = _layout.Start(way.Row(way.Rows - 1)), mine = half == Half.Upper ? _layout.Width : 0, others = _layout.Width - mine;
        for (int k = from; k < to; k += Vector<T>.Count)
        {
            Vector<T> value = Vector.LoadUnsafe(ref met, (nuint)(mine + k)) * Vector.LoadUnsafe(ref inverse, (nuint)(middle + k));
            value += Vector.LoadUnsafe(ref met, (nuint)(others + k)) * Vector.LoadUnsafe(ref link, (nuint)(middle + k));
            value.StoreUnsafe(ref x, (nuint)(middle + k));
        }

        for (int n = way.Rows - 2; n >= 0; n--)
        {
            int start = _layout.Start(way.Row(n)), ahead = way.Step * _layout.Stride;
            for (int k = start + from; k < start + to; k += Vector<T>.Count)
            {
                Vector<T> value = Vector.LoadUnsafe(ref x, (nuint)k) * Vector.LoadUnsafe(ref inverse, (nuint)k);
                value += Vector.LoadUnsafe(ref link, (nuint)k) * Vector.LoadUnsafe(ref x, (nuint)(k + ahead));
                value.StoreUnsafe(ref x, (nuint)k);
            }
        }
    }

    private void AddBorder(T[] x, int from, int to)
    {
        int w = Vector<T>.Count, end = _layout.Start(_openRows);
        for (int k = from; k < to; k += w)
        {
            Vector<T> border = new Vector<T>(x, end + k) + new Vector<T>(_first, k) * new Vector<T>(x, _layout.Start(0) + k)
                + new Vector<T>(_last, k) * new Vector<T>(x, _layout.Start(_openRows - 1) + k);
            (border * new Vector<T>(_inverse, end + k)).CopyTo(x, end + k);
        }

        for (int j = 0; j < _openRows; j++)
        {
            int start = _layout.Start(j);
            for (int k = from; k < to; k += w)
                (new Vector<T>(x, start + k) + new Vector<T>(_border, start + k) * new Vector<T>(x, end + k)).CopyTo(x, start + k);
        }
    }

    // The rows of a half in the order in which they are eliminated; the last row of closed columns, which is not, comes before the first of them.
    private readonly record struct Inwards(int First, int Step, int Begin, int Rows)
    {
        public int Row(int n) => First + n * Step;
    }
}

/// <summary>One of the halves of the rows of a grid, which meet in the middle.</summary>
internal enum Half
{
    /// <summary>From the first row on.</summary>
    Lower,

    /// <summary>From the last row down.</summary>
    Upper,
}
