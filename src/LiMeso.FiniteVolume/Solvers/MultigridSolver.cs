using LiMeso.Core;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Operators;

namespace LiMeso.FiniteVolume.Solvers;

/// <summary>
/// The iterative solver, for one or two dimensions: <see cref="ConjugateGradients"/> with a multigrid preconditioner. The number of
/// iterations hardly depends on the number of cells, on grading or on jumps of the diffusivity. Ends with a correction by a constant
/// that makes the residuals add up to zero, so mass is conserved at any tolerance.
/// </summary>
public sealed class MultigridSolver : ILinearSolver
{
    private readonly DiffusionOperator _operator;
    private readonly FivePointMatrix _matrix;
    private readonly ConjugateGradients _gradients;
    private readonly CompensatedSum[] _ofRows;
    private readonly Action<int> _imbalance, _add;
    private double[] _rightHandSide = [], _solution = [];
    private double _shift = double.NaN, _totalGround, _constant;

    /// <summary>A solver for an operator.</summary>
    /// <param name="diffusion">The operator.</param>
    /// <param name="tolerance">Stop at ‖b − A x‖ ≤ tolerance ‖b‖, both weighted with 1/V so that wide and narrow cells count alike.</param>
    /// <param name="maximumIterations">Give up after so many.</param>
    public MultigridSolver(
        DiffusionOperator diffusion, double tolerance = ConjugateGradients.DefaultTolerance, int maximumIterations = ConjugateGradients.DefaultMaximumIterations)
    {
        ArgumentNullException.ThrowIfNull(diffusion);
        (_operator, _matrix) = (diffusion, diffusion.NewMatrix());
        _gradients = new ConjugateGradients(_matrix, tolerance, maximumIterations, diffusion.Team);
        _ofRows = new CompensatedSum[_matrix.Rows];
        (_imbalance, _add) = (Imbalance, Add);
    }

    /// <inheritdoc/>
    public int LastIterations => _gradients.LastIterations;

    /// <inheritdoc/>
    public double LastResidual => _gradients.LastResidual;

    /// <inheritdoc/>
    public void Prepare(double shift)
    {
        if (shift == _shift) return;
        _operator.Capacities.CopyTo(_matrix.Ground);
        _operator.AddBoundaryDiagonal(shift, _matrix.Ground);
        _matrix.Scale = shift;
        var total = default(CompensatedSum);
        foreach (double ground in _matrix.Ground) total.Add(ground);
        _totalGround = total.Value;                                              // the sum of all elements of the matrix, 1ᵀ A 1
        _gradients.Prepare();
        _shift = shift;
    }

    /// <inheritdoc/>
    public void Solve(double[] rightHandSide, double[] solution)
    {
        _gradients.Solve(rightHandSide, solution);

        // What flows between cells cancels in the sum of all residuals: Σ (b − A x) = Σ (b − G x), G the ground. The constant
        // c = Σ (b − G x)/ΣG added to x makes it vanish. Being the Galerkin correction for a constant, it never raises the error in the A-norm.
        (_rightHandSide, _solution) = (rightHandSide, solution);
        _operator.Team.Run(_imbalance);
        var sum = default(CompensatedSum);
        foreach (CompensatedSum ofRow in _ofRows)
        {
            sum.Add(ofRow.Parts.Sum);
            sum.Add(ofRow.Parts.Lost);
        }

        _constant = sum.Value / _totalGround;
        if (_constant != 0) _operator.Team.Run(_add);
    }

    private void Imbalance(int member)
    {
        int columns = _matrix.Columns;
        (int first, int end) = _operator.Team.Share(member, _matrix.Rows);
        for (int j = first; j < end; j++)
        {
            var sum = new CompensatedSum(-CompensatedSum.Dot(_matrix.Ground.AsSpan(j * columns, columns), _solution.AsSpan(j * columns, columns)), 0);
            sum.Add(CompensatedSum.Of(_rightHandSide.AsSpan(j * columns, columns)));
            _ofRows[j] = sum;
        }
    }

    private void Add(int member)
    {
        int columns = _matrix.Columns;
        (int first, int end) = _operator.Team.Share(member, _matrix.Rows);
        FieldArithmetic.AddToAll(_constant, _solution.AsSpan(first * columns, (end - first) * columns));
    }
}
