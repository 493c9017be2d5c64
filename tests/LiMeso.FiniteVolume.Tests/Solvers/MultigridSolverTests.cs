using LiMeso.Core;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.FiniteVolume.Tests.Solvers;

public class MultigridSolverTests
{
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1)]
    [InlineData(1e4)]
    public void It_reaches_its_tolerance_with_residuals_that_add_up_to_zero(double shift)
    {
        DiffusionOperator diffusion = Plane(30, 20);
        double[] b = Positive(600, 5), x = new double[600], product = new double[600];
        var solver = new MultigridSolver(diffusion, tolerance: 1e-6);
        solver.Prepare(shift);
        solver.Solve(b, x);
        diffusion.Apply(shift, x, product);

        Assert.InRange(solver.LastIterations, 1, 12);
        Assert.InRange(solver.LastResidual, 0, 1e-6);
        Assert.InRange((b.Sum() - product.Sum()) / b.Sum(), -1e-13, 1e-13);         // rounding, not the tolerance
    }

    [Fact]
    public void Preparing_for_another_shift_replaces_the_grids()
    {
        double[] b = Positive(600, 4), once = new double[600], again = new double[600], other = new double[600];
        var solver = new MultigridSolver(Plane(30, 20));
        solver.Prepare(0.1);
        solver.Solve(b, once);
        solver.Prepare(7);
        solver.Solve(b, other);
        Assert.NotEqual(once, other);
        solver.Prepare(0.1);
        solver.Solve(b, again);
        Assert.Equal(once, again);
    }

    [Fact]
    public void Giving_up_is_a_named_error_with_the_residual_history()
    {
        var solver = new MultigridSolver(Plane(30, 20), 1e-14, maximumIterations: 3);
        solver.Prepare(100);
        var failure = Assert.Throws<ConvergenceException>(() => solver.Solve(Positive(600, 5), new double[600]));
        Assert.Equal(4, failure.ResidualHistory.Count);
        Assert.Equal(failure.LastResidual, failure.ResidualHistory[^1]);
        Assert.Equal(1, failure.ResidualHistory[0], 1e-15);                         // from a guess of zero
    }

    private static DiffusionOperator Plane(int nx, int ny)
    {
        var mesh = new RectilinearMesh(Axis.Geometric(1, nx, 20), Axis.Uniform(1, ny));
        var random = new Random(1);
        double[] d = [.. Enumerable.Range(0, mesh.Cells).Select(_ => Math.Pow(10, 2 * random.NextDouble() - 1))];
        return new DiffusionOperator(new DiffusionProblem(mesh, new CellwiseDiffusivity(d), 1) { [Side.YMin] = BoundaryCondition.FixedValue(1) });
    }

    private static double[] Positive(int n, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, n).Select(_ => 0.1 + random.NextDouble())];
    }
}
