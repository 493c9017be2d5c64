using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Structures;

public class RepetitionTests
{
    [Fact]
    public void A_repeated_cell_is_the_larger_crystal()
    {
        AtomicSystem small = CrystalStructures.BodyCentredCubic.Build(3.5, (2, 1, 1), 6.94), large = CrystalStructures.BodyCentredCubic.Build(3.5, (4, 3, 2), 6.94);
        small.Velocities[4] = 7;
        AtomicSystem repeated = Repetition.Of(small, (2, 3, 2));
        Assert.Equal(large.Box, repeated.Box);
        Assert.Equal(Sorted(large), Sorted(repeated));
        Assert.Equal(12, repeated.Velocities.Count(v => v == 7));
        Assert.Equal(large.Count, repeated.Ids.Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => Repetition.Of(small, (1, 0, 1)));
    }

    [Fact]
    public void A_cell_that_leans_leans_as_often_as_it_repeats()
    {
        var small = new AtomicSystem(SimulationBox.Orthogonal(3, 4, 5) with { Xy = 0.3, Xz = -0.2, Yz = 0.1 }, [0.5, 0.5, 0.5], 1);
        AtomicSystem repeated = Repetition.Of(small, (1, 2, 3));
        Assert.Equal((0.6, -0.6, 0.3), (repeated.Box.Xy, repeated.Box.Xz, repeated.Box.Yz), EqualityComparer<(double, double, double)>.Create((a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) + Math.Abs(a.Item3 - b.Item3) < 1e-12));
        Assert.Equal(6 * small.Box.Volume, repeated.Box.Volume, 1e-9);
        Assert.Equal(new Vector3(0.5 - 2 * 0.2 + 0.3, 0.5 + 4 + 2 * 0.1, 0.5 + 10), repeated.Position(5));
    }

    // alone in a block, an atom has no neighbour within 8 Å; the others have each other
    [Fact]
    public void A_pair_distribution_of_some_atoms_has_only_their_neighbours()
    {
        var system = new AtomicSystem(SimulationBox.Orthogonal(40, 40, 40), [5, 5, 5, 20, 20, 20, 23, 20, 20], 1);
        PairDistribution alone = new(8, 16), pair = new(8, 16);
        alone.Add(system, [0]);
        pair.Add(system, [1, 2]);
        Assert.All(alone.Values(), g => Assert.Equal(0, g));
        Assert.Equal([6], Enumerable.Range(0, 16).Where(k => pair.Values()[k] > 0));
    }

    private static (double, double, double)[] Sorted(AtomicSystem system) =>
        [.. Enumerable.Range(0, system.Count).Select(system.Position).Select(r => (Math.Round(r.X, 9), Math.Round(r.Y, 9), Math.Round(r.Z, 9))).Order()];
}
