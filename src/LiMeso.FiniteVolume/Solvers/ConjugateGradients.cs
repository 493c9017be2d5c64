using System.Numerics;
using System.Runtime.InteropServices;
using LiMeso.Core;
using LiMeso.Core.Threading;
using LiMeso.FiniteVolume.Solvers.Multigrid;

namespace LiMeso.FiniteVolume.Solvers;

// Preconditioned conjugate gradients (Hestenes & Stiefel, J. Res. Natl. Bur. Stand. 49 (1952) 409) in double; the preconditioner in
// single precision where that is enough. Each pass over the rows does all it can; bytes read and written per cell, grids in single:
//     p = z + β p, q = A p, p·q            60   (z 4, p 16, G E N 24, q 16)
//     x += α p, r −= α q, r·r, r to grid   60   (x 16, p 8, r 16, q 8, r 12)
//     the cycle                          ~180   (about 90 on the finest grid, as much on all others together)
//     r·z                                  12
// Sums are kept per row and added up in the order of the rows: the same bits whatever the number of threads.

/// <summary>Conjugate gradients for a <see cref="FivePointMatrix"/>, preconditioned with one multigrid cycle.</summary>
public sealed class ConjugateGradients
{
    /// <summary>Relative residual reached by default.</summary>
    public const double DefaultTolerance = 1e-11;

    /// <summary>Iterations after which a solve is given up by default: ten times what hard problems need.</summary>
    public const int DefaultMaximumIterations = 300;

    // Largest ratio of a cell's diagonal to its ground for grids in single precision. Rounding leaves 6e-8 of a residual's rough part in
    // the smooth one, which the matrix makes so much smaller.
    private const double LargestStiffnessForSingle = 1e6;

    // Of the largest residual on the way, what is left in the last one though it does not show there.
    private const double Rounding = 1e-15;

    private readonly FivePointMatrix _matrix;
    private readonly double _tolerance;
    private readonly int _maximumIterations;
    private readonly ThreadTeam _team;
    private readonly double[] _residual, _direction, _product, _ofRows, _history;
    private readonly double[][] _buffers;
    private readonly double[] _inverseWidths;
    private readonly Action<int> _rightHandSideNorm, _startResidual, _firstDirections, _directions, _dot, _update;
    private IPreconditioner? _single, _double, _preconditioner;
    private double[] _solution = [], _rightHandSide = [];
    private double _conjugation, _length, _scale;
    private bool _isFloating;

    /// <summary>A solver for a matrix.</summary>
    /// <param name="matrix">The matrix; its ground and factor may change before each <see cref="Prepare"/>.</param>
    /// <param name="tolerance">Stop at ‖b − A x‖ ≤ tolerance ‖b‖, both weighted with 1/V so that wide and narrow cells count alike.</param>
    /// <param name="maximumIterations">Give up after so many.</param>
    /// <param name="team">Who does the work; does not change a bit of the result. Null for the caller alone.</param>
    public ConjugateGradients(FivePointMatrix matrix, double tolerance = DefaultTolerance, int maximumIterations = DefaultMaximumIterations, ThreadTeam? team = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (!(tolerance > 0)) throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "a tolerance is positive");
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumIterations, 1);
        (_matrix, _tolerance, _maximumIterations) = (matrix, tolerance, maximumIterations);
        int n = matrix.Mesh.Cells;
        _team = team ?? ThreadTeam.Alone;
        (_residual, _direction, _product) = (new double[n], new double[n], new double[n]);
        (_ofRows, _history) = (new double[matrix.Rows], new double[maximumIterations + 1]);
        _buffers = [.. Enumerable.Range(0, _team.Size).Select(_ => new double[matrix.Columns])];
        _inverseWidths = [.. matrix.Mesh.X.Widths.ToArray().Select(h => 1 / h)];
        (_rightHandSideNorm, _startResidual, _firstDirections, _directions, _dot, _update) = (RightHandSideNorm, StartResidual, FirstDirections, Directions, Dot, Update);
    }

    /// <summary>Iterations of the last solve.</summary>
    public int LastIterations { get; private set; }

    /// <summary>Relative residual after the last solve.</summary>
    public double LastResidual { get; private set; }

    /// <summary>Prepares for the matrix as it is now.</summary>
    public void Prepare()
    {
        _isFloating = _matrix.IsFloating;
        (double largest, double stiffness) = DiagonalAndStiffness();
        _preconditioner = stiffness < LargestStiffnessForSingle
            ? _single ??= new VCycle<float>(_matrix, _team.Size)
            : _double ??= new VCycle<double>(_matrix, _team.Size);
        _preconditioner.Prepare(_matrix, largest);
    }

    /// <summary>Solves for one right-hand side.</summary>
    /// <param name="rightHandSide">b, one per cell. Where the matrix has no ground its values must add up to zero.</param>
    /// <param name="solution">Holds a first guess, which counts unless it is so far off that its rounding would show; receives x. Where the matrix has no ground, x is determined but for a constant.</param>
    /// <exception cref="InvalidOperationException"><see cref="Prepare"/> was not called.</exception>
    /// <exception cref="ConvergenceException">The tolerance was not reached.</exception>
    public void Solve(double[] rightHandSide, double[] solution)
    {
        if (_preconditioner is null) throw new InvalidOperationException("prepare the solver first");
        (_rightHandSide, _solution, _conjugation) = (rightHandSide, solution, 0);
        (LastIterations, LastResidual) = (0, 0);
        _team.Run(_rightHandSideNorm);
        double size = Math.Sqrt(SumOfRows()), squared = 0;
        if (size == 0)
        {
            solution.AsSpan().Clear();
            return;
        }

        // brings the right-hand side of a cell of average volume near 1
        _scale = double.IsFinite(size) ? double.ScaleB(1, -Math.ILogB(size * Math.Sqrt(_matrix.Mesh.Volumes[0] / _matrix.Mesh.Cells))) : 1;
        _team.Run(_startResidual);
        if (!(Math.Sqrt(SumOfRows()) <= Math.Max(1, _tolerance / Rounding) * size))
        {
            // As a step far too long to extrapolate over makes it. To descend from there would leave more than the tolerance of its rounding in the solution.
            solution.AsSpan().Clear();
            _team.Run(_startResidual);
        }

        for (; ; LastIterations++)
        {
            LastResidual = Math.Sqrt(SumOfRows()) / size;
            _history[LastIterations] = LastResidual;
            if (LastResidual <= _tolerance) break;
            if (LastIterations == _maximumIterations || !double.IsFinite(LastResidual))
                throw new ConvergenceException("conjugate gradients", LastIterations, LastResidual, _tolerance, _history[..(LastIterations + 1)]);

            if (_isFloating) Centre();
            _preconditioner.Apply(_team);
            _team.Run(_dot);
            double before = squared;
            squared = SumOfRows();
            _conjugation = LastIterations == 0 ? 0 : squared / before;
            _team.Run(_firstDirections);
            _team.Run(_directions);
            _length = squared / SumOfRows();
            _team.Run(_update);
        }
    }

    private Span<double> Row(double[] vector, int row) => vector.AsSpan(row * _matrix.Columns, _matrix.Columns);

    private double SumOfRows()
    {
        double sum = 0;
        foreach (double ofRow in _ofRows) sum += ofRow;
        return sum;
    }

    private void RightHandSideNorm(int member)
    {
        (int first, int end) = _team.Share(member, _matrix.Rows);
        for (int j = first; j < end; j++) _ofRows[j] = WeightedSquare(Row(_rightHandSide, j)) / WidthOfRow(j);
    }

    private void StartResidual(int member)
    {
        (int first, int end) = _team.Share(member, _matrix.Rows);
        for (int j = first; j < end; j++)
        {
            _matrix.MultiplyRow(j, _solution, _product);
            Span<double> r = Row(_residual, j), b = Row(_rightHandSide, j), q = Row(_product, j);
            for (int i = 0; i < r.Length; i++) r[i] = b[i] - q[i];
            _ofRows[j] = WeightedSquare(r) / WidthOfRow(j);
            _preconditioner!.SetResidual(member, j, r, _scale);
        }
    }

    // Without a ground, what rounding leaves of a constant in the residual must not reach the preconditioner, which would answer with an
    // enormous constant.
    private void Centre()
    {
        double mean = CompensatedSum.Of(_residual) / _residual.Length;
        for (int j = 0; j < _matrix.Rows; j++)
        {
            Span<double> r = Row(_residual, j);
            for (int i = 0; i < r.Length; i++) r[i] -= mean;
            _preconditioner!.SetResidual(0, j, r, _scale);
        }
    }

    private void Dot(int member)
    {
        Span<double> z = _buffers[member];
        (int first, int end) = _team.Share(member, _matrix.Rows);
        for (int j = first; j < end; j++)
        {
            _preconditioner!.GetCorrection(member, j, z, _scale);
            ReadOnlySpan<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(z), wideResidual = MemoryMarshal.Cast<double, Vector<double>>(Row(_residual, j))[..wide.Length];
            Vector<double> sum = Vector<double>.Zero;
            for (int k = 0; k < wide.Length; k++) sum += wide[k] * wideResidual[k];
            double dot = Vector.Sum(sum);
            for (int i = wide.Length * Vector<double>.Count; i < z.Length; i++) dot += z[i] * Row(_residual, j)[i];
            _ofRows[j] = dot;
        }
    }

    // A product needs the directions of the rows beside: a share's first and last are made before any share's products.
    private void FirstDirections(int member)
    {
        (int first, int end) = _team.Share(member, _matrix.Rows);
        if (first < end) Turn(member, first);
        if (first + 1 < end) Turn(member, end - 1);
    }

    private void Directions(int member)
    {
        (int first, int end) = _team.Share(member, _matrix.Rows);
        for (int j = first; j < end; j++)
        {
            if (j + 2 < end) Turn(member, j + 1);
            _ofRows[j] = _matrix.MultiplyRow(j, _direction, _product);
        }
    }

    private void Turn(int member, int row)
    {
        Span<double> z = _buffers[member], p = Row(_direction, row);
        _preconditioner!.GetCorrection(member, row, z, _scale);
        if (_conjugation == 0)
        {
            z.CopyTo(p);
            return;
        }

        Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(p);
        ReadOnlySpan<Vector<double>> wideCorrection = MemoryMarshal.Cast<double, Vector<double>>(z)[..wide.Length];
        for (int k = 0; k < wide.Length; k++) wide[k] = wideCorrection[k] + _conjugation * wide[k];
        for (int i = wide.Length * Vector<double>.Count; i < p.Length; i++) p[i] = z[i] + _conjugation * p[i];
    }

    private void Update(int member)
    {
        (int first, int end) = _team.Share(member, _matrix.Rows);
        double length = _length;
        for (int j = first; j < end; j++)
        {
            Span<double> x = Row(_solution, j), r = Row(_residual, j), p = Row(_direction, j), q = Row(_product, j);
            Span<Vector<double>> wideX = MemoryMarshal.Cast<double, Vector<double>>(x), wideR = MemoryMarshal.Cast<double, Vector<double>>(r)[..wideX.Length];
            ReadOnlySpan<Vector<double>> wideP = MemoryMarshal.Cast<double, Vector<double>>(p)[..wideX.Length], wideQ = MemoryMarshal.Cast<double, Vector<double>>(q)[..wideX.Length];
            for (int k = 0; k < wideX.Length; k++)
            {
                wideX[k] += length * wideP[k];
                wideR[k] -= length * wideQ[k];
            }

            for (int i = wideX.Length * Vector<double>.Count; i < x.Length; i++)
            {
                x[i] += length * p[i];
                r[i] -= length * q[i];
            }

            _ofRows[j] = WeightedSquare(r) / WidthOfRow(j);
            _preconditioner!.SetResidual(member, j, r, _scale);
        }
    }

    private double WeightedSquare(ReadOnlySpan<double> row)
    {
        ReadOnlySpan<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(row), weights = MemoryMarshal.Cast<double, Vector<double>>(_inverseWidths)[..wide.Length];
        Vector<double> sum = Vector<double>.Zero;
        for (int k = 0; k < wide.Length; k++) sum += wide[k] * wide[k] * weights[k];
        double square = Vector.Sum(sum);
        for (int i = wide.Length * Vector<double>.Count; i < row.Length; i++) square += row[i] * row[i] * _inverseWidths[i];
        return square;
    }

    private double WidthOfRow(int row) => _matrix.Mesh.Y is { } y ? y.Widths[row] : 1;

    // The stiffness is infinite where a cell has no ground.
    private (double Largest, double Stiffness) DiagonalAndStiffness()
    {
        double largest = 0, stiffness = 0;
        for (int j = 0; j < _matrix.Rows; j++)
        {
            ReadOnlySpan<double> east = _matrix.East(j), north = _matrix.North(j), south = _matrix.North(j > 0 ? j - 1 : _matrix.Rows - 1);
            for (int i = 0; i < east.Length; i++)
            {
                double faces = east[i] + (i > 0 ? east[i - 1] : 0) + north[i] + south[i];
                if (i == 0 || i == east.Length - 1) faces += _matrix.SeamX(j);
                double ground = _matrix.Ground[j * east.Length + i], diagonal = ground + _matrix.Scale * faces;
                (largest, stiffness) = (Math.Max(largest, diagonal), Math.Max(stiffness, diagonal / ground));
            }
        }

        return (largest, stiffness);
    }
}
