using FsCheck.Fluent;
using LiMeso.Core;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.Tests;

namespace LiMeso.FiniteVolume.Tests.Solvers;

public class LinearSolverTests
{
    // Every size, so that the meeting point of the two eliminations is tried at even and odd counts. The matrix is an M-matrix
    // factorised without subtraction: its solution is right to a few ulp per cell, here 1e-13 for up to 40 cells, at any step size.
    [Fact]
    public void Thomas_inverts_the_operator_at_any_step_size() =>
        Prop.ForAll(
            Gen.Choose(2, 40).ToArbitrary(),
            Gen.Choose(-8, 8).ToArbitrary(),
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            (cells, exponent, seed) =>
            {
                DiffusionOperator diffusion = RandomLine(cells, seed);
                double shift = Math.Pow(10, exponent);
                var solver = new Thomas(diffusion);
                double[] b = Positive(cells, seed + 1), x = new double[cells];
                solver.Prepare(shift);
                solver.Solve(b, x);
                double[] exact = Dense(diffusion, shift, b);
                return x.Zip(exact, (found, right) => Math.Abs(found / right - 1)).Max() < 1e-13;
            }).HoldsForRandomCases();

    [Fact]
    public void Preparing_for_another_shift_replaces_the_factors()
    {
        DiffusionOperator diffusion = RandomLine(11, 3);
        double[] b = Positive(11, 4), once = new double[11], again = new double[11];
        var solver = new Thomas(diffusion);
        solver.Prepare(0.1);
        solver.Solve(b, once);
        solver.Prepare(7);
        solver.Solve(b, again);
        Assert.NotEqual(once, again);
        solver.Prepare(0.1);
        solver.Solve(b, again);
        Assert.Equal(once, again);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1)]
    [InlineData(1e4)]
    public void Conjugate_gradients_reach_their_tolerance_with_residuals_that_add_up_to_zero(double shift)
    {
        DiffusionOperator diffusion = Plane(30, 20);
        double[] b = Positive(600, 5), x = new double[600], product = new double[600];
        var solver = new ConjugateGradients(diffusion, tolerance: 1e-6);
        solver.Prepare(shift);
        solver.Solve(b, x);
        diffusion.Apply(shift, x, product);

        Assert.InRange(solver.LastIterations, 1, 100);
        Assert.InRange(solver.LastResidual, 0, 1e-6);
        Assert.InRange((b.Sum() - product.Sum()) / b.Sum(), -1e-13, 1e-13);         // rounding, not the tolerance
    }

    // The incomplete factor of a tridiagonal matrix is complete: one iteration, and one for rounding.
    [Fact]
    public void In_one_dimension_the_preconditioner_is_the_exact_inverse()
    {
        DiffusionOperator diffusion = RandomLine(200, 9);
        double[] b = Positive(200, 6), x = new double[200];
        var solver = new ConjugateGradients(diffusion);
        solver.Prepare(5);
        solver.Solve(b, x);
        Assert.InRange(solver.LastIterations, 1, 2);
    }

    [Fact]
    public void Giving_up_is_a_named_error_with_the_residual_history()
    {
        var solver = new ConjugateGradients(Plane(30, 20), 1e-12, maximumIterations: 3);
        solver.Prepare(100);
        var failure = Assert.Throws<ConvergenceException>(() => solver.Solve(Positive(600, 5), new double[600]));
        Assert.Equal(4, failure.ResidualHistory.Count);
        Assert.Equal(failure.LastResidual, failure.ResidualHistory[^1]);
        Assert.Equal(1, failure.ResidualHistory[0], 1e-15);                         // from a guess of zero
    }

    [Fact]
    public void The_tridiagonal_solver_refuses_two_dimensions() => Assert.Throws<ArgumentException>(() => new Thomas(Plane(3, 3)));

    private static DiffusionOperator RandomLine(int cells, int seed)
    {
        var random = new Random(seed);
        double[] nodes = new double[cells + 1];
        for (int i = 0; i < cells; i++) nodes[i + 1] = nodes[i] + Math.Pow(10, -3 * random.NextDouble());
        var mesh = new RectilinearMesh(Axis.FromNodes(nodes));
        double[] d = [.. Enumerable.Range(0, cells).Select(_ => Math.Pow(10, 4 * random.NextDouble() - 2))];
        BoundaryCondition film = BoundaryCondition.Robin(random.NextDouble(), new ConstantInTime(0));
        return new DiffusionOperator(new DiffusionProblem(mesh, new CellwiseDiffusivity(d), 1) { [Side.XMax] = film });
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

    // Gaussian elimination of the full matrix in decimal arithmetic (28 digits), built column by column from the operator's own product.
    private static double[] Dense(DiffusionOperator diffusion, double shift, double[] b)
    {
        int n = b.Length;
        var a = new decimal[n, n + 1];
        double[] unit = new double[n], column = new double[n], boundary = new double[n];
        diffusion.AddBoundaryDiagonal(1, boundary);
        for (int i = 0; i < n; i++)
        {
            decimal left = i > 0 ? (decimal)shift * (decimal)diffusion.East[i - 1] : 0, right = (decimal)shift * (decimal)diffusion.East[i];
            a[i, i] = (decimal)diffusion.Volumes[i] + (decimal)shift * (decimal)boundary[i] + left + right;
            if (i > 0) a[i, i - 1] = -left;
            if (i + 1 < n) a[i, i + 1] = -right;
            a[i, n] = (decimal)b[i];
        }

        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                if (a[i, k] == 0) continue;
                decimal factor = a[i, k] / a[k, k];
                for (int j = k; j <= n; j++) a[i, j] -= factor * a[k, j];
            }
        }

        double[] x = new double[n];
        var exact = new decimal[n];
        for (int i = n - 1; i >= 0; i--)
        {
            decimal sum = a[i, n];
            for (int j = i + 1; j < n; j++) sum -= a[i, j] * exact[j];
            exact[i] = sum / a[i, i];
            x[i] = (double)exact[i];
        }

        return x;
    }
}
