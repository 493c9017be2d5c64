using System.Numerics;
using System.Runtime.InteropServices;

namespace LiMeso.FiniteVolume.Solvers.Multigrid;

// Every column k by itself is a tridiagonal system: n_j joins rows j and j + 1, w_j is all else that hangs on cell j (its ground and
// the conductances to the columns beside it, which stand still). Eliminated upwards without a subtraction, so that a column that
// barely hangs on anything is still solved to a few ulp:
//     s_0 = w_0,   p_j = s_j + n_j,   l_j = n_j/p_j,   s_{j+1} = w_{j+1} + l_j s_j
//     y_j = b_j + l_{j−1} y_{j−1} upwards,   x_j = y_j/p_j + l_j x_{j+1} downwards
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
    private readonly int _openRows;

    /// <summary>Room for the factors.</summary>
    /// <param name="layout">Where the columns lie.</param>
    /// <param name="closed">Whether the last row is joined to the first.</param>
    public LineFactors(ColumnLayout<T> layout, bool closed)
    {
        _layout = layout;
        _openRows = closed ? layout.Rows - 1 : layout.Rows;
        (_link, _inverse, RightHandSide, Solution) = (layout.NewArray(), layout.NewArray(), layout.NewArray(), layout.NewArray());
        (_border, _first, _last) = closed ? (layout.NewArray(), new T[layout.Width], new T[layout.Width]) : ([], [], []);
    }

    /// <summary>What is to be solved for; while the factors are made, the conductances to the ground.</summary>
    public T[] RightHandSide { get; }

    /// <summary>What was found; while the factors are made, the conductances to the next row.</summary>
    public T[] Solution { get; }

    private bool IsClosed => _openRows < _layout.Rows;

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

    /// <summary>Solution = T⁻¹ right-hand side for some columns.</summary>
    /// <param name="from">First column, at the start of a vector.</param>
    /// <param name="to">Column after the last, at the start of a vector.</param>
    public void Relax(int from, int to)
    {
        ref T b = ref MemoryMarshal.GetArrayDataReference(RightHandSide), x = ref MemoryMarshal.GetArrayDataReference(Solution);
        ref T link = ref MemoryMarshal.GetArrayDataReference(_link);
        int rows = _layout.Rows, stride = _layout.Stride, w = Vector<T>.Count;
        for (int j = 0; j < rows; j++)
        {
            int start = _layout.Start(j);
            bool linked = j > 0 && j < _openRows;
            for (int k = start + from; k < start + to; k += w)
            {
                Vector<T> y = Vector.LoadUnsafe(ref b, (nuint)k);
                if (linked) y += Vector.LoadUnsafe(ref link, (nuint)(k - stride)) * Vector.LoadUnsafe(ref x, (nuint)(k - stride));
                y.StoreUnsafe(ref x, (nuint)k);
            }
        }

        Substitute(Solution, from, to);
        if (IsClosed) AddBorder(Solution, from, to);
    }

    /// <summary>
    /// Solution = T⁻¹ (right-hand side + what flows in from the columns beside), for some columns:
    /// left[k + leftShift] other[k + offset] + right[k] other[k + offset + 1].
    /// </summary>
    /// <param name="left">Conductances to the columns before.</param>
    /// <param name="leftShift">−1 when they are stored one place before.</param>
    /// <param name="right">Conductances to the columns after.</param>
    /// <param name="other">Values of the other colour.</param>
    /// <param name="offset">Place of the column before, relative to k; the one after is a place further.</param>
    /// <param name="ends">What flows in at the ends of the rows besides.</param>
    /// <param name="from">First column, at the start of a vector.</param>
    /// <param name="to">Column after the last, at the start of a vector.</param>
    public void Relax(T[] left, int leftShift, T[] right, T[] other, int offset, in EndInflow<T> ends, int from, int to)
    {
        ref T b = ref MemoryMarshal.GetArrayDataReference(RightHandSide), x = ref MemoryMarshal.GetArrayDataReference(Solution);
        ref T link = ref MemoryMarshal.GetArrayDataReference(_link), z = ref MemoryMarshal.GetArrayDataReference(other);
        ref T before = ref MemoryMarshal.GetArrayDataReference(left), after = ref MemoryMarshal.GetArrayDataReference(right);
        int rows = _layout.Rows, stride = _layout.Stride, w = Vector<T>.Count;
        for (int j = 0; j < rows; j++)
        {
            int start = _layout.Start(j);
            bool linked = j > 0 && j < _openRows;
            for (int k = start + from; k < start + to; k += w)
            {
                Vector<T> y = Vector.LoadUnsafe(ref b, (nuint)k);
                y += Vector.LoadUnsafe(ref before, (nuint)(k + leftShift)) * Vector.LoadUnsafe(ref z, (nuint)(k + offset));
                y += Vector.LoadUnsafe(ref after, (nuint)k) * Vector.LoadUnsafe(ref z, (nuint)(k + offset + 1));
                if (linked) y += Vector.LoadUnsafe(ref link, (nuint)(k - stride)) * Vector.LoadUnsafe(ref x, (nuint)(k - stride));
                y.StoreUnsafe(ref x, (nuint)k);
            }

            ends.AddTo(Solution, start, j, from, to);
        }

        Substitute(Solution, from, to);
        if (IsClosed) AddBorder(Solution, from, to);
    }

    private void EliminateMatrix(T[] north, T[] hanging, int from, int to)
    {
        int w = Vector<T>.Count, stride = _layout.Stride;
        for (int j = 0; j < _openRows; j++)
        {
            int start = _layout.Start(j);
            bool linked = j > 0;
            for (int k = start + from; k < start + to; k += w)
            {
                Vector<T> s = new(hanging, k), n = j + 1 < _openRows ? new(north, k) : Vector<T>.Zero;
                if (linked) s += new Vector<T>(_link, k - stride) * new Vector<T>(hanging, k - stride);
                s.CopyTo(hanging, k);
                Vector<T> pivot = s + n;
                Vector<T> inverse = Vector.ConditionalSelect(Vector.GreaterThan(pivot, Vector<T>.Zero), Vector<T>.One / pivot, Vector<T>.Zero);
                inverse.CopyTo(_inverse, k);
                (n * inverse).CopyTo(_link, k);
            }
        }
    }

    private void Open(T[] x, int from, int to)
    {
        int w = Vector<T>.Count, stride = _layout.Stride;
        for (int j = 1; j < _openRows; j++)
        {
            int start = _layout.Start(j);
            for (int k = start + from; k < start + to; k += w)
                (new Vector<T>(x, k) + new Vector<T>(_link, k - stride) * new Vector<T>(x, k - stride)).CopyTo(x, k);
        }

        Substitute(x, from, to);
    }

    private void Substitute(T[] target, int from, int to)
    {
        ref T x = ref MemoryMarshal.GetArrayDataReference(target);
        ref T link = ref MemoryMarshal.GetArrayDataReference(_link), inverse = ref MemoryMarshal.GetArrayDataReference(_inverse);
        int stride = _layout.Stride, w = Vector<T>.Count;
        for (int j = _openRows - 1; j >= 0; j--)
        {
            int start = _layout.Start(j);
            bool linked = j + 1 < _openRows;
            for (int k = start + from; k < start + to; k += w)
            {
                Vector<T> value = Vector.LoadUnsafe(ref x, (nuint)k) * Vector.LoadUnsafe(ref inverse, (nuint)k);
                if (linked) value += Vector.LoadUnsafe(ref link, (nuint)k) * Vector.LoadUnsafe(ref x, (nuint)(k + stride));
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
}
