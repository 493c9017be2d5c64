using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>The rotations that take a cube to itself, as permutations of its axes with signs.</summary>
internal static class CubicSymmetry
{
    /// <summary>The 24 rotations: rows of whole numbers.</summary>
    public static IReadOnlyList<int[,]> Rotations { get; } = [.. All()];

    /// <summary>Whether the plane with a normal is a mirror plane of the cube: one of {100} or {110}.</summary>
    /// <param name="normal">The normal.</param>
    public static bool IsMirror(LatticeDirection normal)
    {
        LatticeDirection n = normal.Primitive;
        int[] sizes = [Math.Abs(n.U), Math.Abs(n.V), Math.Abs(n.W)];
        Array.Sort(sizes);
        return sizes is [0, 0, 1] or [0, 1, 1];
    }

    /// <summary>The smallest angle among all rotations S R with S a symmetry of the cube, rad.</summary>
    /// <param name="rotation">R.</param>
    public static double SmallestAngle(RotationMatrix rotation) => Rotations.Min(s =>
    {
        long trace = 0;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++) trace += s[i, j] * rotation[j, i];
        }

        return Math.Acos(Math.Clamp(0.5 * ((double)trace / rotation.Denominator - 1), -1, 1));
    });

    /// <summary>Whether R₁ = S R₂ with a symmetry S of the cube: the same two lattices.</summary>
    public static bool AreEquivalent(RotationMatrix first, RotationMatrix second) =>
        first.Denominator == second.Denominator && Rotations.Any(s => Enumerable.Range(0, 9).All(k =>
        {
            (int i, int j) = (k / 3, k % 3);
            return first[i, j] == s[i, 0] * second[0, j] + s[i, 1] * second[1, j] + s[i, 2] * second[2, j];
        }));

    private static IEnumerable<int[,]> All()
    {
        int[][] permutations = [[0, 1, 2], [1, 2, 0], [2, 0, 1], [0, 2, 1], [2, 1, 0], [1, 0, 2]];
        for (int p = 0; p < permutations.Length; p++)
        {
            int parity = p < 3 ? 1 : -1;
            foreach ((int a, int b) in ((int, int)[])[(1, 1), (1, -1), (-1, 1), (-1, -1)])
            {
                int[,] s = new int[3, 3];
                (s[0, permutations[p][0]], s[1, permutations[p][1]], s[2, permutations[p][2]]) = (a, b, parity * a * b);
                yield return s;
            }
        }
    }
}
