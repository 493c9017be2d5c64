using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Boundaries;

public class BoundaryTrackerTests
{
    // Peaks of 25 meV, noise of 35 meV an atom as at 300 K, 40 frames an interval. Fifty atoms a slab of 3.5 Å: 0.8 meV, 3 % of a peak; its middle is then known to some 0.2 Å, its width to some 0.6 Å.
    private const double Height = 0.025, Noise = 0.035;
    private const int Frames = 40, Slabs = 28;

    [Theory]
    [InlineData(0.02, 0.52, 9)]
    [InlineData(0.97, 0.45, 12)]
    [InlineData(0.30, 0.81, 19)]
    public void Boundaries_are_found_where_they_are_as_wide_as_they_are(double first, double second, double width)
    {
        var tracker = new BoundaryTracker(Slabs);
        BoundaryPair there = new(new(first, width), new(second, width));
        Fill(tracker, 1, there);
        BoundaryFit fit = tracker.EndInterval();
        Assert.Equal(TrackingFailure.None, fit.Failure);
        BoundaryRegion[] found = [.. new[] { fit.First.Region, fit.Second.Region }.OrderBy(r => there.First.Distance(r.Centre, SyntheticBicrystal.Length))];
        Assert.InRange(there.First.Distance(found[0].Centre, SyntheticBicrystal.Length), 0, 0.8);
        Assert.InRange(there.Second.Distance(found[1].Centre, SyntheticBicrystal.Length), 0, 0.8);
        Assert.All(found, r => Assert.InRange(r.Width, width - 2, width + 2));
        Assert.Equal(-1.61, fit.Baseline, 0.001);
        Assert.Equal(Height, fit.First.Height, 0.004);
    }

    [Fact]
    public void A_boundary_is_followed_through_the_face_of_the_cell()
    {
        var tracker = new BoundaryTracker(Slabs);
        for (int interval = 0; interval < 12; interval++)
        {
            // in from 0.1 backwards through 0, the other one forwards: 25 Å and 20 Å
            BoundaryPair there = new(new(0.1 - 0.0217 * interval, 11), new(0.45 + 0.0172 * interval, 11));
            Fill(tracker, (ulong)interval, there);
            BoundaryFit fit = tracker.EndInterval();
            Assert.Equal(TrackingFailure.None, fit.Failure);
            Assert.InRange(there.First.Distance(fit.First.Centre, SyntheticBicrystal.Length), 0, 1);
            Assert.InRange(there.Second.Distance(fit.Second.Centre, SyntheticBicrystal.Length), 0, 1);
        }
    }

    [Theory]
    [InlineData(0, 0, 0.5, TrackingFailure.NoPeak)]
    [InlineData(0.025, 0, 0.5, TrackingFailure.OnePeak)]
    [InlineData(0.025, 0.025, 0.12, TrackingFailure.Merged)]        // 10 Å apart, 14 Å wide
    public void A_boundary_that_is_not_there_is_not_found_and_the_reason_has_a_name(double first, double second, double distance, TrackingFailure reason)
    {
        var tracker = new BoundaryTracker(Slabs);
        Fill(tracker, 1, new(new(0.2, 14), new(0.2 + distance, 14)), first, second);
        BoundaryFit fit = tracker.EndInterval();
        Assert.Equal(reason, fit.Failure);
        Assert.Null(fit.Regions);
    }

    // 10 Å in the middle of both grains, as much lower as the boundaries are higher
    [Fact]
    public void Held_atoms_make_no_boundary_wider()
    {
        BoundaryPair there = new(new(0, 14), new(0.5, 14)), middles = new(new(0.25, 10), new(0.75, 10));
        var crystal = new SyntheticBicrystal(20);
        AtomicSystem lattice = crystal.Next();
        HashSet<int> held = [.. Enumerable.Range(0, crystal.Count).Where(atom => crystal.Lattice[3 * atom + 1] / SyntheticBicrystal.Length is var u && (middles.First.Contains(u, SyntheticBicrystal.Length) || middles.Second.Contains(u, SyntheticBicrystal.Length)))];
        BoundaryTracker with = new(Slabs), without = new(Slabs, held);
        for (int frame = 0; frame < Frames; frame++)
        {
            double[] energies = crystal.Energies(lattice, Height, Noise, there);
            foreach (int atom in held) energies[atom] -= Height;
            with.Add(lattice, energies);
            without.Add(lattice, energies);
            lattice = crystal.Next();
        }

        Assert.True(with.EndInterval().First.Width > 17);
        Assert.InRange(without.EndInterval().First.Width, 12, 16);
    }

    [Fact]
    public void Following_resumes_to_the_same_bits()
    {
        BoundaryTracker whole = new(Slabs), parts = new(Slabs);
        BoundaryPair there = new(new(0.02, 12), new(0.52, 12));
        for (int interval = 0; interval < 3; interval++)
        {
            Fill(whole, (ulong)interval, there);
            Fill(parts, (ulong)interval, there);
            if (interval == 1)
            {
                var state = new SavedState();
                parts.Save(state, "tracker");
                parts = new BoundaryTracker(Slabs);
                parts.Restore(state, "tracker");
                Assert.Equal(whole.LastProfile!.Means(), parts.LastProfile!.Means());
            }

            Assert.Equal(whole.EndInterval(), parts.EndInterval());
        }

        Assert.Equal(whole.Fits, parts.Fits);
        Assert.Throws<InvalidOperationException>(parts.EndInterval);
    }

    private static void Fill(BoundaryTracker tracker, ulong seed, BoundaryPair there, double height = Height, double? second = null)
    {
        var crystal = new SyntheticBicrystal(100 * seed);
        for (int frame = 0; frame < Frames; frame++)
        {
            AtomicSystem atoms = crystal.Next();
            tracker.Add(atoms, crystal.Energies(atoms, height, Noise, there, second));
        }
    }
}
