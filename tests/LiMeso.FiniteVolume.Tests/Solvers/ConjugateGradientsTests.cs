using LiMeso.Core.Threading;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.FiniteVolume.Tests.Solvers;

public class ConjugateGradientsTests
{
    private const double Contrast = 1e6;

    public static MatrixTheoryData<string, int, bool, bool> Problems => new(
        ["uniform", "graded", "anisotropic x", "anisotropic y", "columns", "layers", "network", "grains", "inclusion"], [64, 128], [false, true], [false, true]);

    // Iterations from a guess of zero to 1e-8, with and without a ground, in closed and open directions. Without: a steady problem, which
    // is where rounding in the coarse grids would show. What is allowed is two more than the worst of 64² to 512² cells.
    [Theory]
    [MemberData(nameof(Problems))]
    public void The_number_of_iterations_depends_on_neither_size_nor_grading_nor_contrast(string problem, int cells, bool periodicX, bool periodicY)
    {
        foreach (double step in new[] { 1e-4, 1, double.PositiveInfinity })
        {
            FivePointMatrix matrix = Matrix(problem, cells, cells, periodicX, periodicY, step);
            double[] b = RightHandSide(matrix.Mesh), x = new double[b.Length];
            var solver = new ConjugateGradients(matrix, 1e-8);
            solver.Prepare();
            solver.Solve(b, x);
            Assert.InRange(solver.LastIterations, 1, problem is "uniform" or "graded" or "anisotropic x" or "anisotropic y" ? 8 : 14);
        }
    }

    // Odd numbers at every halving, few columns, few rows, one row: the solution must satisfy the equations, face by face.
    [Theory]
    [InlineData(97, 33)]
    [InlineData(50, 2)]
    [InlineData(9, 40)]
    [InlineData(3, 5)]
    [InlineData(2, 2)]
    [InlineData(131, 1)]
    public void Whatever_the_shape_of_the_mesh_the_equations_hold(int columns, int rows)
    {
        foreach ((bool periodicX, bool periodicY) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            FivePointMatrix matrix = Matrix("network", columns, rows, periodicX, periodicY, 1);
            double[] b = RightHandSide(matrix.Mesh), x = new double[b.Length];
            var solver = new ConjugateGradients(matrix, 1e-10);
            solver.Prepare();
            solver.Solve(b, x);
            double[] product = Product(matrix, x, periodicX, periodicY);
            double size = b.Max(Math.Abs);
            for (int p = 0; p < b.Length; p++) Assert.InRange(product[p] - b[p], -1e-8 * size, 1e-8 * size);
        }
    }

    [Theory]
    [InlineData("uniform")]
    [InlineData("network")]                                                      // grids in double
    public void The_number_of_threads_does_not_change_a_bit(string problem)
    {
        double[] Solution(int threads)
        {
            FivePointMatrix matrix = Matrix(problem, 300, 210, false, true, problem == "network" ? 1 : 1e-2);
            double[] b = RightHandSide(matrix.Mesh), x = new double[b.Length];
            using var team = new ThreadTeam(threads);
            var solver = new ConjugateGradients(matrix, 1e-8, team: team);
            solver.Prepare();
            solver.Solve(b, x);
            return x;
        }

        double[] alone = Solution(1);
        Assert.Equal(alone, Solution(2));
        Assert.Equal(alone, Solution(3));
    }

    // A factor of the whole matrix is a matter of units: single or double precision must not hang on it. With powers of two no bit may differ.
    [Theory]
    [InlineData("network", 1)]
    [InlineData("uniform", 1e-2)]
    public void The_unit_of_the_matrix_does_not_matter(string problem, double step)
    {
        double[] Solution(int power, out int iterations)
        {
            FivePointMatrix matrix = Matrix(problem, 96, 80, false, false, step);
            matrix.Scale = double.ScaleB(matrix.Scale, power);
            double[] b = RightHandSide(matrix.Mesh), x = new double[b.Length];
            for (int p = 0; p < b.Length; p++) (matrix.Ground[p], b[p]) = (double.ScaleB(matrix.Ground[p], power), double.ScaleB(b[p], power));
            var solver = new ConjugateGradients(matrix, 1e-10);
            solver.Prepare();
            solver.Solve(b, x);
            iterations = solver.LastIterations;
            return x;
        }

        double[] solution = Solution(0, out int needed);
        foreach (int power in new[] { -40, 40 })
        {
            Assert.Equal(solution, Solution(power, out int iterations));
            Assert.Equal(needed, iterations);
        }
    }

    // Extrapolated over a step that is far too long, say. What counts is that nothing of its size is left in the rounding.
    [Theory]
    [InlineData(1e9)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void A_guess_that_is_far_too_large_does_no_harm(double size)
    {
        FivePointMatrix matrix = Matrix("network", 60, 40, false, false, 1);
        double[] b = RightHandSide(matrix.Mesh), x = new double[b.Length], fromGuess = [.. b.Select((_, p) => p % 3 == 0 ? size : -size)];
        var solver = new ConjugateGradients(matrix, 1e-10);
        solver.Prepare();
        solver.Solve(b, x);
        solver.Solve(b, fromGuess);
        Assert.Equal(x, fromGuess);
    }

    // div(D grad χ) = −dD/dx: with D in layers across x, χ makes the flux D (1 + χ′) the same everywhere.
    [Fact]
    public void A_periodic_cell_problem_has_the_flux_of_conductors_in_series()
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, 24), Axis.Uniform(1, 16));
        double[] d = [.. Enumerable.Range(0, mesh.Cells).Select(p => p % 24 < 6 ? 1000.0 : 1)], east = FaceConductances.AlongX(mesh, d), seam = FaceConductances.SeamX(mesh, d);
        var matrix = new FivePointMatrix(mesh, east, FaceConductances.AlongY(mesh, d), seam, FaceConductances.SeamY(mesh, d));
        double[] b = new double[mesh.Cells], x = new double[mesh.Cells];
        for (int p = 0; p < b.Length; p++)
        {
            (int i, int j) = (p % 24, p / 24);
            b[p] = ((i < 23 ? east[p] : seam[j]) - (i > 0 ? east[p - 1] : seam[j])) / 24;
        }

        Assert.True(matrix.IsFloating);
        var solver = new ConjugateGradients(matrix, 1e-12);
        solver.Prepare();
        solver.Solve(b, x);
        for (int p = 0; p < b.Length; p++)
        {
            double next = p % 24 < 23 ? x[p + 1] : x[p - 23], conductance = p % 24 < 23 ? east[p] : seam[p / 24];
            Assert.Equal(1 / (0.25 / 1000 + 0.75), 16 * conductance * (1.0 / 24 + next - x[p]), 1e-9);
        }
    }

    private static FivePointMatrix Matrix(string problem, int columns, int rows, bool periodicX, bool periodicY, double step)
    {
        Axis Of(int cells) => problem == "graded" && cells > 2 ? Axis.Geometric(1, cells, 1e4, Refinement.BothEnds) : Axis.Uniform(1, cells);
        var mesh = new RectilinearMesh(Of(columns), rows == 1 ? null : Of(rows));
        double[] dx = [.. Enumerable.Range(0, mesh.Cells).Select(p => Diffusivity(problem, p % columns, p / columns, columns, rows))], dy = [.. dx];
        if (problem == "anisotropic x") dx.AsSpan().Fill(Contrast);
        if (problem == "anisotropic y") dy.AsSpan().Fill(Contrast);
        var matrix = new FivePointMatrix(
            mesh, FaceConductances.AlongX(mesh, dx), FaceConductances.AlongY(mesh, dy), periodicX ? FaceConductances.SeamX(mesh, dx) : [], periodicY && rows > 1 ? FaceConductances.SeamY(mesh, dy) : []);
        if (double.IsInfinity(step)) return matrix;
        mesh.Volumes.CopyTo(matrix.Ground);
        matrix.Scale = step;
        return matrix;
    }

    private static double Diffusivity(string problem, int i, int j, int columns, int rows) => problem switch
    {
        "columns" => j % 16 == 5 ? Contrast : 1,
        "layers" => i % 16 == 5 ? Contrast : 1,
        "network" => i % 16 == 5 || j % 16 == 5 ? Contrast : 1,
        "grains" => i % 16 == 5 || j % 16 == 5 ? 1 : Contrast,
        "inclusion" => Math.Pow((i + 0.5) / columns - 0.5, 2) + Math.Pow((j + 0.5) / rows - 0.5, 2) < 0.09 ? Contrast : 1,
        _ => 1,
    };

    private static double[] RightHandSide(RectilinearMesh mesh)
    {
        var random = new Random(3);
        double[] b = [.. mesh.Volumes.ToArray().Select(volume => volume * (random.NextDouble() - 0.5))];
        double excess = b.Sum() / mesh.Volumes.ToArray().Sum();
        for (int p = 0; p < b.Length; p++) b[p] -= excess * mesh.Volumes[p];
        return b;
    }

    // The twin of the kernels, one face after another.
    private static double[] Product(FivePointMatrix matrix, double[] x, bool periodicX, bool periodicY)
    {
        int columns = matrix.Columns, rows = matrix.Rows;
        double[] product = [.. x.Select((value, p) => matrix.Ground[p] * value)];
        for (int j = 0; j < rows; j++)
        {
            for (int i = 0; i < columns; i++)
            {
                if (i + 1 < columns) Join(matrix.East(j)[i], j * columns + i, j * columns + i + 1);
                else if (periodicX) Join(matrix.SeamX(j), j * columns + i, j * columns);
                if (j + 1 < rows || (periodicY && rows > 1)) Join(matrix.North(j)[i], j * columns + i, (j + 1) % rows * columns + i);
            }
        }

        return product;

        void Join(double conductance, int p, int q)
        {
            double flow = matrix.Scale * conductance * (x[p] - x[q]);
            product[p] += flow;
            product[q] -= flow;
        }
    }
}
