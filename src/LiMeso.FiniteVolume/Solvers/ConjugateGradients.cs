using LiMeso.Core;
using LiMeso.FiniteVolume.Operators;

namespace LiMeso.FiniteVolume.Solvers;

// A = V + σK is a symmetric M-matrix on a five-point stencil. Preconditioner: modified incomplete Cholesky without fill
// (Gustafsson, BIT 18 (1978) 142), M = (D + L) D⁻¹ (D + Lᵀ) with L the lower part of A and the diagonal chosen so that M and A
// have the same row sums:   d_p = a_pp − e_{p−1}(e_{p−1} + n_{p−1})/d_{p−1} − n_{p−w}(n_{p−w} + e_{p−w})/d_{p−w},
// e = σ East, n = σ North. In the limit of strong coupling along one direction (graded meshes) it becomes the exact factor.

/// <summary>
/// Conjugate gradients with a modified incomplete Cholesky preconditioner: the plain iterative solver, for one or two
/// dimensions. Ends with a correction by a constant that makes the residuals add up to zero, so mass is conserved at any tolerance.
/// </summary>
public sealed class ConjugateGradients : ILinearSolver
{
    /// <summary>Relative residual reached by default.</summary>
    public const double DefaultTolerance = 1e-11;

    private readonly DiffusionOperator _operator;
    private readonly double _tolerance;
    private readonly int _maximumIterations;
    private readonly double[] _diagonal, _east, _north, _inversePivot, _residual, _direction, _product, _preconditioned, _history;
    private double _shift = double.NaN, _totalOfOnes;

    /// <summary>A solver for an operator.</summary>
    /// <param name="diffusion">The operator.</param>
    /// <param name="tolerance">Stop at ‖b − A x‖ ≤ tolerance ‖b‖, both weighted with 1/V so that wide and narrow cells count alike.</param>
    /// <param name="maximumIterations">Give up after so many.</param>
    public ConjugateGradients(DiffusionOperator diffusion, double tolerance = DefaultTolerance, int maximumIterations = 10_000)
    {
        ArgumentNullException.ThrowIfNull(diffusion);
        if (!(tolerance > 0)) throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "a tolerance is positive");
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumIterations, 1);
        (_operator, _tolerance, _maximumIterations) = (diffusion, tolerance, maximumIterations);
        int n = diffusion.Cells;
        (_diagonal, _east, _north) = (new double[n], new double[n], new double[diffusion.North.Length]);
        (_inversePivot, _residual, _direction, _product, _preconditioned) = (new double[n], new double[n], new double[n], new double[n], new double[n]);
        _history = new double[maximumIterations + 1];
    }

    /// <inheritdoc/>
    public int LastIterations { get; private set; }

    /// <inheritdoc/>
    public double LastResidual { get; private set; }

    /// <inheritdoc/>
    public void Prepare(double shift)
    {
        if (shift == _shift) return;
        ReadOnlySpan<double> volumes = _operator.Volumes, east = _operator.East, north = _operator.North;
        int n = volumes.Length, w = _operator.Mesh.CellsX;
        for (int p = 0; p < n; p++) _east[p] = shift * east[p];
        for (int p = 0; p < north.Length; p++) _north[p] = shift * north[p];

        volumes.CopyTo(_diagonal);
        _operator.AddBoundaryDiagonal(shift, _diagonal);
        _totalOfOnes = 0;
        for (int p = 0; p < n; p++) _totalOfOnes += _diagonal[p];               // the row sums of A, so 1ᵀ A 1

        for (int p = 0; p < n; p++)
        {
            _diagonal[p] += _east[p] + (p >= 1 ? _east[p - 1] : 0);
            if (north.Length != 0) _diagonal[p] += _north[p] + (p >= w ? _north[p - w] : 0);
            double pivot = _diagonal[p];
            if (p >= 1) pivot -= _east[p - 1] * (_east[p - 1] + NorthOf(p - 1)) * _inversePivot[p - 1];
            if (p >= w && north.Length != 0) pivot -= _north[p - w] * (_north[p - w] + _east[p - w]) * _inversePivot[p - w];
            _inversePivot[p] = 1 / pivot;
        }

        _shift = shift;
    }

    /// <inheritdoc/>
    public void Solve(ReadOnlySpan<double> rightHandSide, Span<double> solution)
    {
        ReadOnlySpan<double> volumes = _operator.Volumes;
        _operator.Apply(_shift, solution, _residual);
        for (int p = 0; p < solution.Length; p++) _residual[p] = rightHandSide[p] - _residual[p];
        double size = WeightedNorm(rightHandSide, volumes), squared = 0;
        for (LastIterations = 0; ; LastIterations++)
        {
            LastResidual = size == 0 ? 0 : WeightedNorm(_residual, volumes) / size;
            _history[LastIterations] = LastResidual;
            if (LastResidual <= _tolerance) break;
            if (LastIterations == _maximumIterations || !double.IsFinite(LastResidual))
                throw new ConvergenceException("conjugate gradients", LastIterations, LastResidual, _tolerance, _history[..(LastIterations + 1)]);

            Precondition(_residual, _preconditioned);
            double before = squared;
            squared = Dot(_residual, _preconditioned);
            double conjugation = LastIterations == 0 ? 0 : squared / before;
            for (int p = 0; p < solution.Length; p++) _direction[p] = _preconditioned[p] + conjugation * _direction[p];
            _operator.Apply(_shift, _direction, _product);
            double length = squared / Dot(_direction, _product);
            for (int p = 0; p < solution.Length; p++)
            {
                solution[p] += length * _direction[p];
                _residual[p] -= length * _product[p];
            }
        }

        BalanceWithAConstant(rightHandSide, solution);
    }

    // Inner fluxes cancel in the sum of all residuals: Σ(b − A x) = Σ (b − (V + σB) x), B the boundary coefficients.
    // The constant c = Σ(b − A x) / (1ᵀA1) added to x makes the sum vanish; being the Galerkin correction for a constant, it never
    // raises the error in the A-norm.
    private void BalanceWithAConstant(ReadOnlySpan<double> b, Span<double> x)
    {
        _operator.Volumes.CopyTo(_product);
        _operator.AddBoundaryDiagonal(_shift, _product);
        double sum = 0, compensation = 0;
        for (int p = 0; p < x.Length; p++)
        {
            double term = b[p] - _product[p] * x[p], next = sum + term;
            compensation += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }

        double constant = (sum + compensation) / _totalOfOnes;
        for (int p = 0; p < x.Length; p++) x[p] += constant;
    }

    private void Precondition(ReadOnlySpan<double> residual, Span<double> result)
    {
        int n = residual.Length, w = _operator.Mesh.CellsX;
        bool rows = _north.Length != 0;
        double previous = 0;
        for (int p = 0; p < n; p++)
        {
            double sum = residual[p];
            if (p >= 1) sum += _east[p - 1] * previous;
            if (rows && p >= w) sum += _north[p - w] * result[p - w];
            result[p] = previous = sum * _inversePivot[p];
        }

        for (int p = n - 1; p >= 0; p--)
        {
            double sum = p + 1 < n ? _east[p] * result[p + 1] : 0;
            if (rows && p + w < n) sum += _north[p] * result[p + w];
            result[p] += sum * _inversePivot[p];
        }
    }

    private double NorthOf(int p) => _north.Length == 0 ? 0 : _north[p];

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int p = 0; p < a.Length; p++) sum += a[p] * b[p];
        return sum;
    }

    private static double WeightedNorm(ReadOnlySpan<double> a, ReadOnlySpan<double> volumes)
    {
        double sum = 0;
        for (int p = 0; p < a.Length; p++) sum += a[p] * a[p] / volumes[p];
        return Math.Sqrt(sum);
    }
}
