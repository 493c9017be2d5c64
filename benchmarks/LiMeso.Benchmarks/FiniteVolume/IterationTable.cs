using System.Globalization;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.Benchmarks.FiniteVolume;

/// <summary>
/// The table of iterations in fv-vs-peers: conjugate gradients with multigrid from a guess of zero to 1e-8 on the unit square, diffusivities 1 and
/// 10⁶, right-hand side random. First a step so long that D t = 1, then the steady problem with nothing but closed sides. Arguments: cells a side.
/// </summary>
internal static class IterationTable
{
    private const double Fast = 1e6, Tolerance = 1e-8;
    private const int Spacing = 16, Offset = 5;

    private static readonly Problem[] _problems =
    [
        new("uniform"),
        new("widths over a factor 100 along x") { ExpansionX = 100 },
        new("widths over a factor 100 in both directions") { ExpansionX = 100, ExpansionY = 100 },
        new("widths over a factor 10⁴ in both directions") { ExpansionX = 1e4, ExpansionY = 1e4 },
        new("Dₓ = 10⁶ Dᵧ") { AnisotropyX = Fast },
        new("Dᵧ = 10⁶ Dₓ") { AnisotropyY = Fast },
        new("fast columns a cell wide, every 16th, along y") { IsFast = (i, _, _) => OnLine(i) },
        new("the same along x") { IsFast = (_, j, _) => OnLine(j) },
        new("fast boundaries a cell wide around grains of 15 × 15") { IsFast = (i, j, _) => OnLine(i) || OnLine(j) },
        new("slow boundaries around such grains") { IsFast = (i, j, _) => !OnLine(i) && !OnLine(j) },
        new("checkerboard of 8 × 8 squares") { IsFast = (i, j, n) => (8 * i / n + 8 * j / n) % 2 == 0 },
        new("a fast disc") { IsFast = (i, j, n) => Math.Pow((i + 0.5) / n - 0.5, 2) + Math.Pow((j + 0.5) / n - 0.5, 2) < 0.09 },
        new("the network on widths over 1000 and 100") { IsFast = (i, j, _) => OnLine(i) || OnLine(j), ExpansionX = 1000, ExpansionY = 100 },
        new("cells of random diffusivity over six orders") { IsRandom = true },
    ];

    public static int Run(string[] args)
    {
        int[] sizes = [.. args.Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        Console.WriteLine($"{"problem",-56}{string.Concat(sizes.Select(n => $"{n,6}"))}   steady{string.Concat(sizes.Select(n => $"{n,6}"))}");
        foreach (Problem problem in _problems)
            Console.WriteLine($"{problem.Name,-56}{string.Concat(sizes.Select(n => $"{Iterations(problem, n, isSteady: false),6}"))}         {string.Concat(sizes.Select(n => $"{Iterations(problem, n, isSteady: true),6}"))}");
        return 0;
    }

    private static bool OnLine(int k) => k % Spacing == Offset;

    private static int Iterations(Problem problem, int n, bool isSteady)
    {
        var mesh = new RectilinearMesh(Axis.Geometric(1, n, problem.ExpansionX), Axis.Geometric(1, n, problem.ExpansionY));
        var random = new Random(3);
        double[] d = [.. Enumerable.Range(0, mesh.Cells).Select(p => problem.IsRandom ? Math.Pow(Fast, random.NextDouble()) : problem.IsFast(p % n, p / n, n) ? Fast : 1)];
        var matrix = new FivePointMatrix(
            mesh, FaceConductances.AlongX(mesh, [.. d.Select(v => v * problem.AnisotropyX)]), FaceConductances.AlongY(mesh, [.. d.Select(v => v * problem.AnisotropyY)]), [], []);
        if (!isSteady) mesh.Volumes.CopyTo(matrix.Ground);

        double[] b = [.. mesh.Volumes.ToArray().Select(volume => volume * (random.NextDouble() - 0.5))];
        double excess = b.Sum() / mesh.Volumes.ToArray().Sum();                   // closed sides: what comes in must go out
        for (int p = 0; p < b.Length; p++) b[p] -= excess * mesh.Volumes[p];
        var solver = new ConjugateGradients(matrix, Tolerance);
        solver.Prepare();
        solver.Solve(b, new double[b.Length]);
        return solver.LastIterations;
    }

    private sealed record Problem(string Name)
    {
        public double ExpansionX { get; init; } = 1;

        public double ExpansionY { get; init; } = 1;

        public double AnisotropyX { get; init; } = 1;

        public double AnisotropyY { get; init; } = 1;

        public bool IsRandom { get; init; }

        public Func<int, int, int, bool> IsFast { get; init; } = (_, _, _) => false;
    }
}
