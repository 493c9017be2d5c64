using LiMeso.Core;
using LiMeso.Core.Threading;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.Solvers.Multigrid;

namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>
/// Conjugate gradients for meshes whose legs do not meet at right angles, preconditioned with a multigrid cycle for the matrix that leaves
/// out what does not: triangle by triangle, the two differ by no more than the angles do, whatever the diffusivities.
/// </summary>
internal sealed class ElementGradients
{
    private readonly ElementMatrix _matrix;
    private readonly FivePointMatrix _fivePoint;
    private readonly VCycle<double> _cycle;
    private readonly double[] _correction, _direction, _product, _residual;

    /// <summary>A solver for a mesh.</summary>
    /// <param name="matrix">Its matrix.</param>
    public ElementGradients(ElementMatrix matrix)
    {
        (_matrix, _fivePoint) = (matrix, matrix.FivePoint());
        _cycle = new VCycle<double>(_fivePoint, 1);
        _cycle.Prepare(_fivePoint, 1);
        (_correction, _direction, _product, _residual) = (new double[matrix.Nodes], new double[matrix.Nodes], new double[matrix.Nodes], new double[matrix.Nodes]);
    }

    /// <summary>Finds the potential of least energy.</summary>
    /// <param name="potential">Holds a first guess, receives the fluctuation.</param>
    /// <param name="tolerance">Stop when what is left over at the nodes is so much smaller than for the mean gradient alone.</param>
    /// <exception cref="ConvergenceException">The tolerance was not reached.</exception>
    public void Solve(Potential potential, double tolerance)
    {
        List<double> history = [];
        double[] x = potential.Fluctuation, start = new double[_matrix.Nodes];
        _matrix.AddResidual(potential with { Fluctuation = new double[x.Length] }, start);
        double size = Norm(start), squared = 0;
        _residual.AsSpan().Clear();
        _matrix.AddResidual(potential, _residual);
        while (true)
        {
            double left = size == 0 ? 0 : Norm(_residual) / size;
            history.Add(left);
            if (left <= tolerance) return;
            if (history.Count > ConjugateGradients.DefaultMaximumIterations || !double.IsFinite(left))
                throw new ConvergenceException("conjugate gradients", history.Count - 1, left, tolerance, [.. history]);
            Precondition();
            double before = squared;
            squared = Dot(_residual, _correction);
            double conjugation = history.Count == 1 ? 0 : squared / before;
            for (int k = 0; k < x.Length; k++) _direction[k] = _correction[k] + conjugation * _direction[k];
            _product.AsSpan().Clear();
            _matrix.AddProduct(_direction, _product);
            double length = squared / Dot(_direction, _product);
            for (int k = 0; k < x.Length; k++)
            {
                x[k] += length * _direction[k];
                _residual[k] -= length * _product[k];
            }
        }
    }

    private void Precondition()
    {
        int n = _fivePoint.Columns;
        double mean = 0;
        foreach (double r in _residual) mean += r;
        mean /= _residual.Length;
        for (int k = 0; k < _residual.Length; k++) _residual[k] -= mean;
        for (int j = 0; j < _fivePoint.Rows; j++) _cycle.SetResidual(0, j, _residual.AsSpan(j * n, n), 1);
        _cycle.Apply(ThreadTeam.Alone);
        for (int j = 0; j < _fivePoint.Rows; j++) _cycle.GetCorrection(0, j, _correction.AsSpan(j * n, n), 1);
    }

    private static double Norm(ReadOnlySpan<double> x) => Math.Sqrt(Dot(x, x));

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int k = 0; k < x.Length; k++) sum += x[k] * y[k];
        return sum;
    }
}
