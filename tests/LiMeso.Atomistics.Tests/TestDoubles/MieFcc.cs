using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.TestDoubles;

/// <summary>Closed answers for the fcc crystal of <see cref="MiePotential"/>.</summary>
internal static class MieFcc
{
    // Σ (r₁/r)ⁿ over the fcc lattice, summed directly out to 30 cube edges.
    public const double A12 = 12.131880196544575, A24 = 12.001510824939707;

    public static readonly MiePotential Potential = new();

    public static double LatticeConstant => Math.Sqrt(2) * Potential.Sigma * Math.Pow(2 * A24 / A12, 1.0 / 12);

    public static double EnergyPerAtom => -Potential.Epsilon * A12 * A12 / (2 * A24);

    /// <summary>B = V E″(V) = 32 |E|/V, GPa.</summary>
    public static double BulkModulus => 32 * -EnergyPerAtom / (Math.Pow(LatticeConstant, 3) / 4) * MetalUnits.Pressure * 1e-4;

    public static AtomicSystem Crystal(int cells, double stretch = 1) =>
        CrystalStructures.FaceCentredCubic.Build(stretch * LatticeConstant, (cells, cells, cells), 6.94);

    public static IForceEvaluator Evaluator() => Potential.CreateEvaluator(new EvaluatorOptions());

    public static void Rattle(AtomicSystem system, double amplitude, int seed = 1)
    {
        var random = new Random(seed);
        for (int k = 0; k < system.Positions.Length; k++) system.Positions[k] += amplitude * (2 * random.NextDouble() - 1);
    }
}
