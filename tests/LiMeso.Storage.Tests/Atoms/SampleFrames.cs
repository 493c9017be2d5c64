using LiMeso.Storage.Atoms;

namespace LiMeso.Storage.Tests.Atoms;

/// <summary>A few atoms in a sheared box that changes, with numbers that need all their digits.</summary>
internal static class SampleFrames
{
    public const int Atoms = 5;

    public static readonly int[] Ids = [3, 1, 7, 8, 20];

    public static AtomFrame Frame(int k) => new()
    {
        Step = 50 * k,
        Time = 0.05 * k,
        Cell = new AtomCell([0.5, -1, 0.25], [7 + k / 3.0, 0, 0, 1 / 3.0, 8, 0, -0.7, 0.3, 9.1], [true, true, false]),
        Element = "Li",
        Ids = Ids,
        Positions = Numbers(k, 3 * Atoms),
        Velocities = Numbers(k + 10, 3 * Atoms),
        Fields = [new AtomField("energy", "eV", Numbers(k + 20, Atoms)), new AtomField("centrosymmetry", "A^2", Numbers(k + 30, Atoms))],
    };

    public static double[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 20 * random.NextDouble() - 5)];
    }
}
