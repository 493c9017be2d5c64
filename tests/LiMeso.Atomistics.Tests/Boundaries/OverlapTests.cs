using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Boundaries;

public class OverlapTests
{
    private static readonly BicrystalOptions _options = new(3.487567, 6.94) { Separation = 20 };

    [Theory]
    [InlineData("GB07")]
    [InlineData("GB45")]
    [InlineData("GB53")]                        // leans
    public void No_pair_stays_nearer_than_the_threshold_and_the_boundaries_lose_the_same_atoms(string id)
    {
        SearchSpace space = SpaceOf(id, 1);
        foreach (BoundaryCandidate candidate in space.Candidates(distinctTranslations: true))
        {
            AtomicSystem left = space.Build(candidate);
            int all = Bicrystal.Build(space.Geometry, _options).System.Count;
            Assert.Equal(all - 2 * candidate.Removed, left.Count);
            double nearest = double.PositiveInfinity;
            for (int i = 0; i < left.Count; i++)
            {
                for (int j = 0; j < i; j++) nearest = Math.Min(nearest, PeriodicImages.Shortest(left.Box, left.Position(i) - left.Position(j)).Length);
            }

            // the largest of the thresholds that the candidate stands for
            double largest = candidate.Threshold + 0.4 * (candidate.Models - 1);
            Assert.True(nearest >= largest - 1e-6, $"{candidate}: {nearest}");
        }
    }

    [Theory]
    [InlineData("GB07")]
    [InlineData("GB45")]
    [InlineData("GB53")]                        // leans
    public void What_is_left_of_one_boundary_is_carried_onto_what_is_left_of_the_other(string id)
    {
        BoundaryGeometry geometry = BoundaryCatalogue.Find(id)!.Geometry;
        var grid = new TranslationGrid(geometry, 3, 2);
        int most = 0;
        for (int point = 0; point < grid.Count; point++)
        {
            var bicrystal = Bicrystal.Build(geometry, _options with { Shift = grid.Shift(point) });
            // farther than any atom that is left out, and not as far as the other boundary
            const double Compared = 8;
            var isometry = BoundaryIsometry.Find(bicrystal, Compared)!;
            AtomicSystem all = bicrystal.System;
            int[] near = [.. Enumerable.Range(0, all.Count).Where(i => Math.Abs(all.Box.ToFraction(all.Position(i)).Y - 0.5) * 2 * bicrystal.Separation <= Compared)];
            var removal = new OverlapRemoval(bicrystal, isometry, 2.6, 1, (ulong)point);
            for (int removed = 0; removed <= removal.Removed(2.6); removed++)
            {
                HashSet<int> left = [.. removal.Remaining(removed).Ids];
                Assert.Equal(removed, near.Count(i => !left.Contains(all.Ids[i])));
                Assert.Equal(all.Count - 2 * removed, left.Count);
                Assert.All(near, i => Assert.Equal(left.Contains(all.Ids[i]), left.Contains(all.Ids[isometry.MateOf(i)])));
                most = Math.Max(most, removed);
            }
        }

        Assert.True(most > 1);
    }

    [Fact]
    public void Larger_thresholds_leave_out_more_and_the_seed_decides_which()
    {
        SearchSpace one = SpaceOf("GB45", 1), again = SpaceOf("GB45", 1), other = SpaceOf("GB45", 2);
        IReadOnlyList<BoundaryCandidate> candidates = one.Candidates(distinctTranslations: true);
        Assert.Equal(candidates, again.Candidates(distinctTranslations: true));
        Assert.Equal(one.AllModels / one.Grid.Count * one.Grid.Distinct.Count, candidates.Sum(c => c.Models));
        foreach (IGrouping<int, BoundaryCandidate> point in candidates.GroupBy(c => c.Point))
        {
            int[][] kept = [.. point.OrderBy(c => c.Threshold).Select(c => one.Build(c).Ids)];
            Assert.All(kept.Zip(kept.Skip(1)), pair => Assert.ProperSuperset(pair.Second.ToHashSet(), pair.First.ToHashSet()));
        }

        Assert.All(candidates, c => Assert.Equal(one.Build(c).Positions, again.Build(c).Positions));
        Assert.Contains(candidates, c => c.Removed > 0 && !one.Build(c).Ids.SequenceEqual(other.Build(c).Ids));
    }

    private static SearchSpace SpaceOf(string id, ulong seed)
    {
        BoundaryGeometry geometry = BoundaryCatalogue.Find(id)!.Geometry;
        return new SearchSpace(geometry, _options, new TranslationGrid(geometry, 3, 2), [1.0, 1.4, 1.8, 2.2, 2.6], seed);
    }
}
