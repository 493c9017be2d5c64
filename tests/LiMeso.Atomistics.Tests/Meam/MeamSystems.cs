using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Meam.Kernel;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Simd;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>Systems and evaluations that the tests of MEAM share.</summary>
internal static class MeamSystems
{
    public static MeamParameters Lithium { get; } = ((MeamPotential)InteratomicPotentials.All[InteratomicPotentials.Default]).Parameters;

    /// <summary>bcc cells with every coordinate moved at random.</summary>
    public static AtomicSystem Rattled(int cells, double rms, int seed, double edge = 3.55)
    {
        var random = new Random(seed);
        var positions = new List<double>();
        for (int n = 0; n < cells * cells * cells; n++)
        {
            foreach (double corner in (double[])[0, 0.5])
                foreach (int c in (int[])[n % cells, n / cells % cells, n / (cells * cells)]) positions.Add(edge * (c + corner) + rms * Gauss(random));
        }

        return new AtomicSystem(SimulationBox.Orthogonal(cells * edge, cells * edge, cells * edge), [.. positions], 6.94);
    }

    public static AtomicSystem Copy(AtomicSystem system) => new(system.Box, [.. system.Positions], system.Mass);

    /// <summary>Evaluates with lanes of that width, or with the processor's widest; skips the test where the processor has no such lanes.</summary>
    public static Interactions Evaluate(AtomicSystem system, MeamParameters? potential = null, int? width = null, EvaluatorOptions? options = null)
    {
        RequireLanes(width ?? 1);
        using MeamEvaluator evaluator = width is { } lanes ? new(potential ?? Lithium, options ?? new EvaluatorOptions(), lanes) : new(potential ?? Lithium, options ?? new EvaluatorOptions());
        var result = new Interactions(system.Count);
        evaluator.Evaluate(system, result);
        return result;
    }

    public static void RequireLanes(int width) =>
        Assert.SkipUnless(width == 1 || (width == 4 && Lanes4.IsSupported) || (width == 8 && Lanes8.IsSupported), $"the processor has no lanes of {width}");

    public static double Worst(double[] a, double[] b) => a.Zip(b).Max(p => Math.Abs(p.First - p.Second));

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
