using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Analysis;

public class SlabDriftTests
{
    // two grains of 31.5 Å along y between boundaries at 0 and 1/2, 1296 atoms; 18 slabs of 72 atoms
    private static readonly AtomicSystem _grains = CrystalStructures.BodyCentredCubic.Build(3.5, (6, 18, 6), 6.94);

    [Fact]
    public void Slabs_that_move_as_wholes_are_at_rest_afterwards()
    {
        var slabs = new SlabDrift(_grains, Axis.Y, 3.6);
        Assert.Equal(18, slabs.Count);                               // 63 Å over 3.6 Å is 17.5
        double[] moved = new double[3 * _grains.Count];
        for (int slab = 0; slab < slabs.Count; slab++)
        {
            foreach (int atom in slabs.AtomsOf(slab))
            {
                Assert.InRange(_grains.Position(atom).Y, 3.5 * slab - 1e-9, 3.5 * (slab + 1));
                (moved[3 * atom], moved[3 * atom + 1], moved[3 * atom + 2]) = (slab, -0.1 * slab * slab, 0.5);
            }
        }

        slabs.Remove(moved);
        Assert.All(moved, d => Assert.Equal(0, d));
    }

    [Fact]
    public void Atoms_that_hop_keep_their_hops()
    {
        var slabs = new SlabDrift(_grains, Axis.Y, 3.5);
        double[] moved = new double[3 * _grains.Count];
        for (int atom = 0; atom < _grains.Count; atom++) moved[3 * atom] = 0.7;
        int[] hopping = [.. slabs.AtomsOf(4)[..35]];                 // just fewer than half of 72, all the same way
        foreach (int atom in hopping) moved[3 * atom] += 3;
        slabs.Remove(moved);
        for (int atom = 0; atom < _grains.Count; atom++) Assert.Equal(hopping.Contains(atom) ? 3 : 0, moved[3 * atom], 1e-12);
    }

    // Walkers of 1e-6 cm²/s = 0.01 Å²/ps in the boundaries while the grains shear to and fro by 0.8 Å, over 10 ps, 60 origins. Errors: 0.6 % from the number of walkers,
    // −0.6 % by what the medians follow, +1 % by the shear within a slab.
    [Fact]
    public void The_diffusivity_of_a_boundary_between_ringing_grains_is_found()
    {
        const double Diffusivity = 0.01, Time = 10, Amplitude = 0.8;
        const int Origins = 60;
        bool[] walks = [.. Enumerable.Range(0, _grains.Count).Select(atom => Distance(atom) < 5)], far = [.. Enumerable.Range(0, _grains.Count).Select(atom => Distance(atom) > 10)];
        var slabs = new SlabDrift(_grains, Axis.Y, 4);
        (double Walkers, double Far) raw = default, relative = default;
        for (int origin = 0; origin < Origins; origin++)
        {
            double[] moved = new double[3 * _grains.Count];
            double swing = 2 * Amplitude * Math.Sin(origin);         // from one side to the other at most
            for (int atom = 0; atom < _grains.Count; atom++)
            {
                moved[3 * atom] = swing * Math.Cos(2 * Math.PI * _grains.Position(atom).Y / _grains.Box.Lengths.Y - Math.PI / 4);
                if (!walks[atom]) continue;
                (double x, double y, double z) = CounterRandom.Normal(7, (ulong)origin, (ulong)atom);
                double step = Math.Sqrt(2 * Diffusivity * Time);
                (moved[3 * atom], moved[3 * atom + 1], moved[3 * atom + 2]) = (moved[3 * atom] + step * x, step * y, step * z);
            }

            raw = (raw.Walkers + Found(moved, walks) / Origins, raw.Far + Found(moved, far) / Origins);
            slabs.Remove(moved);
            relative = (relative.Walkers + Found(moved, walks) / Origins, relative.Far + Found(moved, far) / Origins);
        }

        Assert.True(raw.Walkers > 1.5 * Diffusivity && raw.Far > 0.5 * Diffusivity);
        Assert.Equal(1, relative.Walkers / Diffusivity, 0.03);
        Assert.InRange(relative.Far, 0, 0.02 * Diffusivity);

        double Found(double[] moved, bool[] chosen) =>
            Enumerable.Range(0, _grains.Count).Where(a => chosen[a]).Average(a => moved[3 * a] * moved[3 * a] + moved[3 * a + 1] * moved[3 * a + 1] + moved[3 * a + 2] * moved[3 * a + 2]) / (6 * Time);
    }

    // planes of 36 atoms, one of them on a face of the box, whose atoms relaxation has moved a little to either side
    [Theory]
    [InlineData(8, 36)]
    [InlineData(36, 36)]
    [InlineData(40, 72)]
    [InlineData(1000, 1296)]
    [InlineData(2000, 1296)]
    public void Layers_are_whole_planes_that_hold_enough_atoms(int least, int size)
    {
        double[] positions = [.. _grains.Positions];
        for (int atom = 0; atom < _grains.Count; atom++) positions[3 * atom + 1] += 0.02 * Math.Sin(atom);
        var layers = SlabDrift.OfLayers(new AtomicSystem(_grains.Box, positions, 6.94), Axis.Y, 0.2, least);
        Assert.Equal(1296 / size, layers.Count);
        for (int k = 0; k < layers.Count; k++)
        {
            int[] planes = [.. layers.AtomsOf(k).ToArray().Select(atom => (int)Math.Round(_grains.Position(atom).Y / 1.75)).Distinct()];
            Assert.Equal((size, size / 36), (layers.AtomsOf(k).Length, planes.Length));
        }
    }

    [Fact]
    public void What_has_no_planes_is_one_layer()
    {
        double[] positions = [.. Enumerable.Range(0, 300).Select(k => k % 3 == 1 ? 0.21 * k / 3 : 1.0)];
        Assert.Equal(1, SlabDrift.OfLayers(new AtomicSystem(SimulationBox.Orthogonal(9, 21, 9), positions, 6.94), Axis.Y, 0.3, 10).Count);
    }

    [Fact]
    public void Atoms_beyond_a_free_face_belong_to_the_outermost_slab()
    {
        var box = SimulationBox.Orthogonal(10, 10, 10) with { Periodic = (true, false, true) };
        double[] positions = [1, -2, 1, 1, 1, 1, 1, 12, 1, 1, 22, 1];
        var free = new SlabDrift(new AtomicSystem(box, positions, 1), Axis.Y, 5);
        Assert.Equal([0, 1], free.AtomsOf(0).ToArray());
        Assert.Equal([2, 3], free.AtomsOf(1).ToArray());
        var repeating = new SlabDrift(new AtomicSystem(box with { Periodic = (true, true, true) }, positions, 1), Axis.Y, 5);
        Assert.Equal([1, 2, 3], repeating.AtomsOf(0).ToArray());
        Assert.Throws<ArgumentException>(() => free.Remove(new double[3]));
    }

    // from the nearer boundary, Å
    private static double Distance(int atom)
    {
        double boundaries = _grains.Position(atom).Y / (0.5 * _grains.Box.Lengths.Y);
        return 0.5 * _grains.Box.Lengths.Y * Math.Abs(boundaries - Math.Round(boundaries));
    }
}
