using FsCheck.Fluent;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.Tests;

namespace LiMeso.FiniteVolume.Tests.Solvers;

public class ThomasTests
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

    [Fact]
    public void The_tridiagonal_solver_refuses_two_dimensions() => Assert.Throws<ArgumentException>(() => new Thomas(new DiffusionOperator(new DiffusionProblem(new RectilinearMesh(Axis.Uniform(1, 3), Axis.Uniform(1, 3)), new UniformDiffusivity(1), 1))));

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
