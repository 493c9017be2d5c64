using System.Numerics;
using System.Runtime.Intrinsics;
using LiMeso.Core.Threading;

namespace LiMeso.FiniteVolume.Solvers.Multigrid;

// At most eight columns: block elimination row by row, D_j the 8 × 8 matrix within row j, n_j the diagonal that joins it to row j + 1,
//     P_0 = D_0,   P_{j+1} = D_{j+1} − n_j P_j⁻¹ n_j,      t_j = P_j⁻¹ (b_j + n_{j−1} t_{j−1}) upwards,   x_j = t_j + P_j⁻¹ n_j x_{j+1} downwards.
// In double whatever the other grids are in: this is where the smoothest part of the solution is decided. Closed columns are bordered
// by the last row R as in LineFactors, with 8 × 8 blocks: G_j for g, and x_R = S⁻¹ (b_R + n_R y_0 + n_{R−1} y_{R−1}).
// The diagonal is raised by 1e-12 of itself: a matrix without ground has no inverse otherwise.

/// <summary>The coarsest grid: few columns, solved directly.</summary>
/// <typeparam name="T">Precision in which rows are handed over.</typeparam>
internal sealed class BlockLevel<T> : GridLevel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Columns that it can have.</summary>
    public const int MostColumns = 8;

    private const double Raise = 1 + 1e-12;

    private readonly int _rows, _columns, _openRows;
    private readonly bool _periodicX;
    private readonly Vector512<double>[] _east, _north, _ground, _inverse, _border, _solution;
    private readonly double[] _seam;

    /// <summary>Room for the grid.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns, at most <see cref="MostColumns"/>.</param>
    /// <param name="periodicX">Whether each row's end is joined to its start.</param>
    /// <param name="periodicY">Whether the last row is joined to the first.</param>
    public BlockLevel(int rows, int columns, bool periodicX, bool periodicY)
    {
        (_rows, _columns, _openRows, _periodicX) = (rows, columns, periodicY ? rows - 1 : rows, periodicX);
        (_east, _north, _ground) = (new Vector512<double>[rows], new Vector512<double>[rows], new Vector512<double>[rows]);
        (_inverse, _solution) = (new Vector512<double>[rows * MostColumns], new Vector512<double>[rows]);
        _border = periodicY ? new Vector512<double>[rows * MostColumns] : [];
        _seam = new double[rows];
    }

    private bool IsClosed => _openRows < _rows;

    /// <inheritdoc/>
    public override void SetCoefficients(int row, ReadOnlySpan<T> east, ReadOnlySpan<T> north, ReadOnlySpan<T> ground, T seam)
    {
        (_east[row], _north[row], _ground[row]) = (Wide(east), Wide(north), Wide(ground));
        _seam[row] = double.CreateChecked(seam);
    }

    /// <inheritdoc/>
    public override void SetRightHandSide(int row, int first, ReadOnlySpan<T> values) => _solution[row] = Wide(values);

    /// <inheritdoc/>
    public override void GetSolution(int row, int first, Span<T> values)
    {
        Vector512<double> x = _solution[row];
        for (int k = 0; k < _columns; k++) values[k] = T.CreateTruncating(x[k]);
    }

    /// <inheritdoc/>
    public override void Factorise()
    {
        Span<Vector512<double>> block = stackalloc Vector512<double>[MostColumns];
        for (int j = 0; j < _openRows; j++)
        {
            WithinRow(j, block);
            if (j > 0) SubtractPassedOn(j - 1, _north[j - 1], block);
            Invert(block, Inverse(j));
        }

        if (IsClosed) FactoriseBorder(block);
    }

    /// <inheritdoc/>
    public override void Solve(ThreadTeam team)
    {
        Vector512<double> carried = Vector512<double>.Zero;
        for (int j = 0; j < _openRows; j++)
        {
            Vector512<double> t = Times(Inverse(j), _solution[j] + carried);
            _solution[j] = t;
            carried = _north[j] * t;
        }

        for (int j = _openRows - 2; j >= 0; j--) _solution[j] += Times(Inverse(j), _north[j] * _solution[j + 1]);
        if (!IsClosed) return;

        int last = _openRows;
        Vector512<double> border = Times(Inverse(last), _solution[last] + _north[last] * _solution[0] + _north[last - 1] * _solution[last - 1]);
        _solution[last] = border;
        for (int j = 0; j < last; j++) _solution[j] += Times(_border.AsSpan(j * MostColumns, MostColumns), border);
    }

    private Span<Vector512<double>> Inverse(int row) => _inverse.AsSpan(row * MostColumns, MostColumns);

    // Columns of G are solutions for the columns of the border; S = D_R − n_R G_0 − n_{R−1} G_{R−1}.
    private void FactoriseBorder(Span<Vector512<double>> block)
    {
        int last = _openRows;
        for (int k = 0; k < MostColumns; k++)
        {
            _solution.AsSpan(0, last).Clear();
            _solution[0] = Vector512<double>.Zero.WithElement(k, _north[last][k]);
            _solution[last - 1] += Vector512<double>.Zero.WithElement(k, _north[last - 1][k]);
            Vector512<double> carried = Vector512<double>.Zero;
            for (int j = 0; j < last; j++)
            {
                _solution[j] = Times(Inverse(j), _solution[j] + carried);
                carried = _north[j] * _solution[j];
            }

            for (int j = last - 2; j >= 0; j--) _solution[j] += Times(Inverse(j), _north[j] * _solution[j + 1]);
            for (int j = 0; j < last; j++) _border[j * MostColumns + k] = _solution[j];
        }

        WithinRow(last, block);
        for (int k = 0; k < MostColumns; k++)
            block[k] -= _north[last] * _border[k] + _north[last - 1] * _border[(last - 1) * MostColumns + k];
        Invert(block, Inverse(last));
    }

    // D_j with all that hangs on its diagonal; places beyond the last column get a 1 there. Row k of a symmetric matrix is its column k.
    private void WithinRow(int row, Span<Vector512<double>> block)
    {
        Vector512<double> east = _east[row], diagonal = _ground[row] + east + _north[row];
        int below = row > 0 ? row - 1 : _rows - 1;
        if (_rows > 1) diagonal += _north[below];
        for (int k = 0; k < MostColumns; k++)
        {
            double d = diagonal[k] + (k > 0 ? east[k - 1] : 0);
            if (_periodicX && (k == 0 || k == _columns - 1)) d += _columns > 1 ? _seam[row] : 0;
            Vector512<double> line = Vector512<double>.Zero.WithElement(k, k < _columns && d > 0 ? d * Raise : 1);
            if (k > 0) line = line.WithElement(k - 1, -east[k - 1]);
            if (k + 1 < MostColumns) line = line.WithElement(k + 1, -east[k]);
            block[k] = line;
        }

        if (!_periodicX || _columns < 2) return;
        int end = _columns - 1;
        block[0] = block[0].WithElement(end, block[0][end] - _seam[row]);
        block[end] = block[end].WithElement(0, block[end][0] - _seam[row]);
    }

    private void SubtractPassedOn(int below, Vector512<double> north, Span<Vector512<double>> block)
    {
        Span<Vector512<double>> inverse = Inverse(below);
        for (int k = 0; k < MostColumns; k++) block[k] -= north[k] * (inverse[k] * north);
    }

    // Gauss-Jordan; symmetric positive definite, so no pivoting.
    private static void Invert(Span<Vector512<double>> a, Span<Vector512<double>> inverse)
    {
        for (int k = 0; k < MostColumns; k++) inverse[k] = Vector512<double>.Zero.WithElement(k, 1);
        for (int k = 0; k < MostColumns; k++)
        {
            double pivot = 1 / a[k][k];
            (a[k], inverse[k]) = (a[k] * pivot, inverse[k] * pivot);
            for (int i = 0; i < MostColumns; i++)
            {
                if (i == k) continue;
                double factor = a[i][k];
                (a[i], inverse[i]) = (a[i] - factor * a[k], inverse[i] - factor * inverse[k]);
            }
        }
    }

    private static Vector512<double> Times(ReadOnlySpan<Vector512<double>> matrix, Vector512<double> x)
    {
        Vector512<double> first = matrix[0] * x[0], second = matrix[1] * x[1];
        first += matrix[2] * x[2];
        second += matrix[3] * x[3];
        first += matrix[4] * x[4];
        second += matrix[5] * x[5];
        first += matrix[6] * x[6];
        return first + (second + matrix[7] * x[7]);
    }

    private static Vector512<double> Wide(ReadOnlySpan<T> values)
    {
        Span<double> padded = stackalloc double[MostColumns];
        padded.Clear();
        for (int k = 0; k < values.Length; k++) padded[k] = double.CreateChecked(values[k]);
        return Vector512.Create<double>(padded);
    }
}
