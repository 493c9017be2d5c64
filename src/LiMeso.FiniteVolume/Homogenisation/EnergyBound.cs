using LiMeso.Core;
using LiMeso.Core.Threading;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.FiniteVolume.Homogenisation;

// Dirichlet's principle: n · D n is the least mean of D(x) |∇u|² of all potentials u with the mean gradient n. The mean of any such u is
// an upper bound, however it was found; that of the dual medium bounds D⁻¹ turned by 90°, so it is a lower bound V/det V of D.

/// <summary>An upper bound of an effective diffusivity, with the potentials that it comes from.</summary>
/// <param name="Tensor">n · Tensor n ≥ n · D n for every n, m²/s.</param>
/// <param name="Along">The potentials whose mean gradients are the unit vectors along x and y.</param>
public sealed record EnergyBound(SymmetricTensor Tensor, (Potential X, Potential Y) Along)
{
    // The error of the energy is the square of that of the potential.
    private const double SolverTolerance = 1e-8;

    // On meshes that are graded very strongly, rounding ends the descent of residuals before. Any potential gives a bound, and the width of
    // the bounds says how good it is.
    private const double GoodEnough = 1e-3;

    // Several times what a mesh takes where rounding does not matter.
    private const int MaximumIterations = 100;

    // Far more than what is lost in adding up the energies.
    private const double Rounding = 1e-12;

    /// <summary>The bound that a mesh gives.</summary>
    /// <param name="elements">The mesh.</param>
    /// <param name="threads">Threads to use; they do not change a bit of the result.</param>
    /// <exception cref="ConvergenceException">The potentials were not found.</exception>
    public static EnergyBound Find(PeriodicElements elements, int threads)
    {
        ArgumentNullException.ThrowIfNull(elements);
        var finite = new ElementMatrix(elements, finite: true);
        int nodes = finite.Nodes;
        Potential x = new(new Offset(1, 0), new double[nodes]), y = new(new Offset(0, 1), new double[nodes]);
        if (elements.AreRectangles) SolveByFivePoints(finite, threads, x, y);
        else SolveByElements(finite, x, y);
        foreach (Potential potential in (Potential[])[x, y]) elements.Flatten(potential.Gradient, potential.Fluctuation);
        var exact = new ElementMatrix(elements, finite: false);
        return new EnergyBound(new SymmetricTensor(exact.Energy(x, x), exact.Energy(x, y), exact.Energy(y, y)).Times(1 + Rounding), (x, y));
    }

    private static void SolveByFivePoints(ElementMatrix matrix, int threads, params ReadOnlySpan<Potential> potentials)
    {
        FivePointMatrix fivePoint = matrix.FivePoint();
        fivePoint.Ground[0] = fivePoint.East(0)[0] + fivePoint.North(0)[0];       // sets the potential's free constant: no current flows there
        using ThreadTeam team = FieldTeam.For(matrix.Nodes, threads);
        var solver = new ConjugateGradients(fivePoint, SolverTolerance, MaximumIterations, team);
        solver.Prepare();
        foreach (Potential potential in potentials)
        {
            var rightHandSide = new double[matrix.Nodes];
            matrix.AddResidual(potential, rightHandSide);
            try
            {
                solver.Solve(rightHandSide, potential.Fluctuation);
            }
            catch (ConvergenceException) when (solver.LastResidual <= GoodEnough)
            {
            }
        }
    }

    private static void SolveByElements(ElementMatrix matrix, params ReadOnlySpan<Potential> potentials)
    {
        var solver = new ElementGradients(matrix);
        foreach (Potential potential in potentials) solver.Solve(potential, SolverTolerance);
    }
}
