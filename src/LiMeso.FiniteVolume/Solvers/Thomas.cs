using LiMeso.FiniteVolume.Operators;

namespace LiMeso.FiniteVolume.Solvers;

// (C + σK) x = b with the tridiagonal K of one dimension and the capacities C = k V, eliminated from both ends towards the middle cell m, so that two
// independent recurrences run side by side (the processor waits for one while it works on the other).
// From the left, with k_i = σE_i the coupling of cells i and i + 1, and w_i = C_i + σB_i (capacity and boundary coefficient):
//     s_0 = w_0,   p_i = s_i + k_i,   l_i = k_i/p_i,   s_{i+1} = w_{i+1} + l_i s_i            (pivots p, links l)
// and mirrored from the right. Nothing is ever subtracted, so pivots are accurate to a few ulp at any step size: written as
// p_i = d_i − k²/p_{i−1}, the diagonal loses C against σE at large steps, and with it the conservation of mass.
// Solve:  y_i = b_i + l_{i−1} y_{i−1} inwards,  x_i = y_i/p_i + l_i x_{i+1} outwards.  4 loads and 2 stores a cell; latency-bound.

/// <summary>
/// The direct solver of one-dimensional meshes: Gaussian elimination of a tridiagonal matrix (Thomas), from both ends at once.
/// Factorises once per shift.
/// </summary>
public sealed class Thomas : ILinearSolver
{
    private readonly DiffusionOperator _operator;
    private readonly double[] _link, _inversePivot, _capacityAndBoundary;
    private double _shift = double.NaN;

    /// <summary>A solver for an operator.</summary>
    /// <param name="diffusion">A one-dimensional operator.</param>
    /// <exception cref="ArgumentException">The mesh has two dimensions, or is periodic.</exception>
    public Thomas(DiffusionOperator diffusion)
    {
        ArgumentNullException.ThrowIfNull(diffusion);
        if (diffusion.Mesh.Dimensions != 1 || diffusion.IsPeriodic)
            throw new ArgumentException("the tridiagonal solver serves one-dimensional meshes with two ends; choose multigrid", nameof(diffusion));
        _operator = diffusion;
        _link = new double[diffusion.Cells];
        _inversePivot = new double[diffusion.Cells];
        _capacityAndBoundary = new double[diffusion.Cells];
    }

    /// <inheritdoc/>
    public int LastIterations => 0;

    /// <inheritdoc/>
    public double LastResidual => 0;

    /// <inheritdoc/>
    public void Prepare(double shift)
    {
        if (shift == _shift) return;
        Span<double> w = _capacityAndBoundary;
        _operator.Capacities.CopyTo(w);
        _operator.AddBoundaryDiagonal(shift, w);
        Factorise(shift, w, _operator.East, _link, _inversePivot);
        _shift = shift;
    }

    /// <inheritdoc/>
    public void Solve(double[] rightHandSide, double[] solution) => Substitute(_link, _inversePivot, rightHandSide, solution);

    // The sum that arrives in the middle from the right leaves out w_m (and b_m), which the one from the left carries.
    private static void Factorise(double shift, ReadOnlySpan<double> w, ReadOnlySpan<double> east, Span<double> link, Span<double> inversePivot)
    {
        int n = w.Length, middle = n / 2, pairs = (n - 1) / 2;
        double sumLeft = w[0], sumRight = pairs == 0 ? 0 : w[n - 1];
        for (int left = 0, right = n - 1; left < pairs; left++, right--)
        {
            double couplingLeft = shift * east[left], couplingRight = shift * east[right - 1];
            double inverseLeft = 1 / (sumLeft + couplingLeft), inverseRight = 1 / (sumRight + couplingRight);
            (inversePivot[left], inversePivot[right]) = (inverseLeft, inverseRight);
            (link[left], link[right]) = (couplingLeft * inverseLeft, couplingRight * inverseRight);
            sumLeft = Math.FusedMultiplyAdd(link[left], sumLeft, w[left + 1]);
            sumRight = Math.FusedMultiplyAdd(link[right], sumRight, left + 1 < pairs ? w[right - 1] : 0);
        }

        if (pairs < middle)                                                      // even n: one more cell on the left
        {
            double coupling = shift * east[pairs];
            inversePivot[pairs] = 1 / (sumLeft + coupling);
            link[pairs] = coupling * inversePivot[pairs];
            sumLeft = Math.FusedMultiplyAdd(link[pairs], sumLeft, w[middle]);
        }

        inversePivot[middle] = 1 / (sumLeft + sumRight);
    }

    private static void Substitute(ReadOnlySpan<double> link, ReadOnlySpan<double> inversePivot, ReadOnlySpan<double> b, Span<double> x)
    {
        int n = b.Length, middle = n / 2, pairs = (n - 1) / 2;
        double yLeft = b[0], yRight = pairs == 0 ? 0 : b[n - 1];
        for (int left = 0, right = n - 1; left < pairs; left++, right--)
        {
            (x[left], x[right]) = (yLeft, yRight);
            yLeft = Math.FusedMultiplyAdd(link[left], yLeft, b[left + 1]);
            yRight = Math.FusedMultiplyAdd(link[right], yRight, left + 1 < pairs ? b[right - 1] : 0);
        }

        if (pairs < middle)
        {
            x[pairs] = yLeft;
            yLeft = Math.FusedMultiplyAdd(link[pairs], yLeft, b[middle]);
        }

        double xLeft = (yLeft + yRight) * inversePivot[middle], xRight = xLeft;
        x[middle] = xLeft;
        if (pairs < middle) x[pairs] = xLeft = Math.FusedMultiplyAdd(link[pairs], xLeft, x[pairs] * inversePivot[pairs]);
        for (int left = pairs - 1, right = n - pairs; left >= 0; left--, right++)
        {
            x[left] = xLeft = Math.FusedMultiplyAdd(link[left], xLeft, x[left] * inversePivot[left]);
            x[right] = xRight = Math.FusedMultiplyAdd(link[right], xRight, x[right] * inversePivot[right]);
        }
    }
}
