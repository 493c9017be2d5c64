using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Boundaries;

public class BoundaryDisplacementTests
{
    private const int Frames = 160, Lags = 20, Block = 28;
    private static readonly BoundaryDisplacementOptions _options = new(Lags, Block) { SlabThickness = 3.5 };
    private static readonly DiffusionCriteria _criteria = new(SyntheticBicrystal.FrameInterval, 5, 20);

    // 400 walkers, two directions, eight windows that do not overlap: 1.3 %; the medians of slabs of fifty atoms follow by 1 %.
    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    public void The_diffusivity_of_static_boundaries_is_found_whether_grains_ring_or_not(double ringing)
    {
        const double Exact = 0.1;
        BoundaryDiffusivity d = BoundaryDiffusivity.Of(Follow(new SyntheticBicrystal(1) { Diffusivity = (Exact, 0, Exact), Ringing = ringing }), _criteria);
        Assert.Equal(BoundaryMotion.Diffusive, d.Motion);
        Assert.Equal(1, d.InPlane.Value / Exact, 0.06);
        Assert.Equal(1.5, d.InPlane.Value / d.Total.Value, 0.03);    // nothing moves along the normal
        Assert.Equal(1, d.Directions[0].Value / Exact, 0.08);
        Assert.InRange(d.Directions[1].Value, -0.02 * Exact, 0.02 * Exact);
        Assert.InRange(Math.Abs(d.InPlane.Value - Exact), 0, 5 * d.InPlane.Error + 0.01 * Exact);
        Assert.InRange(Math.Abs(d.Control.Value), 0, 0.01 * Exact);
        Assert.Equal(d.Total.Value, 0.5 * (d.First.Value + d.Second.Value), 0.05 * Exact);
        Assert.Equal(1, d.Stayed, 0.05);                             // vibration alone takes atoms over the edge and back
        Assert.InRange(d.GrowthExponent, 0.9, 1.1);
        if (ringing > 0) Assert.True(Math.Abs(d.RawControl.Value) > 0.05 * Exact, "the grains ring so that it shows");
    }

    // An atom that leaves is still when it is outside; it counts with what it did before. Of walkers spread evenly between two faces that they do not come back from, the share
    // S(t) = Σ 8/(π²m²) exp(−m²π²Dt/w²), odd m, is still inside (Crank, Mathematics of Diffusion, 1975, eqn 4.18), so that MSD = 2D ∫S dt along the boundary.
    [Fact]
    public void An_atom_that_leaves_counts_with_what_it_does_outside()
    {
        const double D = 0.5, Width = 14;
        double[] along = new double[Lags];
        const int Walks = 12;
        for (ulong walk = 0; walk < Walks; walk++)
        {
            var crystal = new SyntheticBicrystal(40 + 10 * walk) { Diffusivity = (D, D, D), Width = Width, Vibration = 0 };
            var displacement = new BoundaryDisplacement(crystal.Count, new BoundaryDisplacementOptions(Lags, 1) { SlabThickness = 98 });    // one slab: nothing to follow the walkers
            for (int frame = 0; frame <= Lags; frame++) displacement.Add(crystal.Next(), new BoundaryPair(new(0.02, Width), new(0.52, Width)));
            Vector3[] curve = displacement.Curve([BoundaryGroup.First, BoundaryGroup.Second], block: 0);
            for (int k = 0; k < Lags; k++) along[k] += 0.5 * (curve[k].X + curve[k].Z) / Walks;
        }

        for (int k = 3; k < Lags; k += 4) Assert.Equal(1, along[k] / (2 * D * Inside(k + 1)), 0.04);    // 4800 walkers, two directions: 1.5 %; steps of 1/20 frame
        Assert.True(Inside(Lags) < 0.75 * Lags, "many have left");

        double Inside(double time) => Enumerable.Range(0, 200).Select(i => 2 * i + 1.0).Sum(m =>
        {
            double rate = m * m * Math.PI * Math.PI * D / (Width * Width);
            return 8 / (Math.PI * Math.PI * m * m) * (1 - Math.Exp(-rate * time)) / rate;
        });
    }

    // Boundaries that run away from their atoms at 0.1 Å/ps leave the share vt/w behind after t: MSD = 6D (t − vt²/2w).
    [Fact]
    public void Migrating_boundaries_take_their_regions_with_them()
    {
        const double D = 0.1, Speed = 0.098;
        var crystal = new SyntheticBicrystal(2) { Diffusivity = (D, 0, D), Migration = Speed / SyntheticBicrystal.Length };
        BoundaryDisplacement displacement = Follow(crystal);
        Vector3[] curve = displacement.Curve([BoundaryGroup.First, BoundaryGroup.Second]), control = displacement.Curve([BoundaryGroup.Far]);
        foreach (int lag in (int[])[8, 14, 20])
        {
            double left = Speed * lag / crystal.Width;
            Assert.Equal(1, (curve[lag - 1].X + curve[lag - 1].Z - control[lag - 1].X - control[lag - 1].Z) / (4 * D * lag * (1 - 0.5 * left)), 0.06);
            Assert.Equal(1 - left, displacement.Stayed()[lag - 1], 0.06);
        }
    }

    // What differs between boundaries that are equal by construction is an error that no block of time can show.
    [Fact]
    public void The_error_covers_the_difference_of_two_boundaries()
    {
        BoundaryDiffusivity d = BoundaryDiffusivity.Of(Follow(new SyntheticBicrystal(21) { Diffusivity = (0.1, 0, 0.1), SecondOverFirst = 0.5 }), _criteria);
        Assert.Equal(0.5, d.Second.Value / d.First.Value, 0.06);
        Assert.Equal(0.5 * (d.First.Value - d.Second.Value), d.Total.Error, 1e-12);
        Assert.InRange(d.InPlane.Error, 0.02, 0.03);                 // half of 0.1 − 0.05
        Assert.True(d.First.Error < 0.2 * d.Total.Error, "blocks alone do not see it");
    }

    // The spread of ten runs over the errors that they tell: one, within what ten runs of four or eight samples each can say.
    [Fact]
    public void Errors_are_as_large_as_they_say()
    {
        Estimate[] found = [.. Enumerable.Range(0, 10).Select(run => BoundaryDiffusivity.Of(Follow(new SyntheticBicrystal(100 + 10 * (ulong)run) { Diffusivity = (0.1, 0, 0.1) }), _criteria).InPlane)];
        double mean = found.Average(f => f.Value), spread = Math.Sqrt(found.Sum(f => Math.Pow(f.Value - mean, 2)) / (found.Length - 1));
        Assert.InRange(spread / Math.Sqrt(found.Average(f => f.Error * f.Error)), 0.5, 1.6);
    }

    [Fact]
    public void Too_little_displacement_gives_a_bound_and_no_verdict_of_diffusion()
    {
        const double Exact = 0.01;                                   // 1.2 Å² in 20 ps
        BoundaryDiffusivity d = BoundaryDiffusivity.Of(Follow(new SyntheticBicrystal(3) { Diffusivity = (Exact, Exact, Exact) }), _criteria);
        Assert.Equal(BoundaryMotion.TooLittle, d.Motion);
        Assert.InRange(d.UpperBound, 0.9 * Exact, 1.6 * Exact);
        BoundaryDiffusivity still = BoundaryDiffusivity.Of(Follow(new SyntheticBicrystal(3)), _criteria);
        Assert.Equal(BoundaryMotion.TooLittle, still.Motion);
        Assert.InRange(still.UpperBound, 0, 0.05 * Exact);
    }

    // atoms that are shaken about their sites by a lot, slowly; and atoms that fly, each its own way
    [Theory]
    [InlineData(true, BoundaryMotion.Slowing)]
    [InlineData(false, BoundaryMotion.Hastening)]
    public void Motion_that_is_no_diffusion_is_called_by_its_name(bool caged, BoundaryMotion expected)
    {
        var crystal = new SyntheticBicrystal(4);
        var displacement = new BoundaryDisplacement(crystal.Count, _options);
        double[] about = new double[3 * crystal.Count];
        for (int frame = 0; frame < Frames; frame++)
        {
            BoundaryPair there = crystal.Regions;
            AtomicSystem atoms = crystal.Next();
            for (int atom = 0; atom < crystal.Count; atom++)
            {
                double along = crystal.Lattice[3 * atom + 1] / SyntheticBicrystal.Length;
                if (!there.First.Contains(along, SyntheticBicrystal.Length) && !there.Second.Contains(along, SyntheticBicrystal.Length)) continue;
                (double x, _, double z) = CounterRandom.Normal(8, caged ? (ulong)frame : 0, (ulong)atom);
                about[3 * atom] = caged ? 0.8 * about[3 * atom] + 0.8 * x : 0.1 * x * frame;
                about[3 * atom + 2] = caged ? 0.8 * about[3 * atom + 2] + 0.8 * z : 0.1 * z * frame;
                atoms.Positions[3 * atom] += about[3 * atom];
                atoms.Positions[3 * atom + 2] += about[3 * atom + 2];
            }

            displacement.Add(atoms, there);
        }

        BoundaryDiffusivity found = BoundaryDiffusivity.Of(displacement, _criteria);
        Assert.Equal(expected, found.Motion);
        Assert.Equal(caged, double.IsFinite(found.UpperBound));      // what grows faster and faster is bounded by nothing
    }

    [Fact]
    public void Without_a_boundary_there_is_no_diffusivity()
    {
        var crystal = new SyntheticBicrystal(5);
        var displacement = new BoundaryDisplacement(crystal.Count, _options);
        for (int frame = 0; frame < 2 * Lags; frame++) displacement.Add(crystal.Next(), null);
        BoundaryDiffusivity d = BoundaryDiffusivity.Of(displacement, _criteria);
        Assert.Equal(BoundaryMotion.NoBoundary, d.Motion);
        Assert.True(double.IsNaN(d.Total.Value) && double.IsNaN(d.UpperBound));
    }

    // A twin that glides shears plane after plane, each as a whole and by chance: slabs of several planes take that for diffusion, layers do not.
    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    public void The_place_at_rest_bounds_what_atoms_do_where_planes_shear(double diffusivity)
    {
        var crystal = new SyntheticBicrystal(5) { Diffusivity = (diffusivity, diffusivity, diffusivity), Ringing = 1 };
        BoundaryPair there = crystal.Regions;
        var lattice = new AtomicSystem(crystal.Next().Box, crystal.Lattice, 6.94);
        BoundaryDisplacement inLayers = new(crystal.Count, _options with { Layers = SlabDrift.OfLayers(lattice, Axis.Y, 0.2, 8) }), inSlabs = new(crystal.Count, _options);
        double[] sheared = new double[56];                           // planes of 25 atoms, 1.75 Å apart
        for (int frame = 0; frame < Frames; frame++)
        {
            AtomicSystem atoms = crystal.Next();
            for (int plane = 0; plane < sheared.Length; plane++) sheared[plane] += 0.2 * CounterRandom.Normal(9, (ulong)frame, (ulong)plane).X;
            for (int atom = 0; atom < crystal.Count; atom++) atoms.Positions[3 * atom] += sheared[(int)Math.Round(crystal.Lattice[3 * atom + 1] / 1.75) % 56];
            inLayers.Add(atoms, there);
            inSlabs.Add(atoms, there);
        }

        BoundaryDiffusivity d = BoundaryDiffusivity.WithoutBoundary(inLayers, _criteria);
        Assert.Equal(BoundaryMotion.NoBoundary, d.Motion);
        Assert.InRange(d.UpperBound, 0.9 * diffusivity, 1.5 * diffusivity + 3e-4);
        Assert.Equal(6 * 20 * diffusivity, d.NetDisplacement, 0.15);
        Assert.InRange(Math.Abs(d.Control.Value), 0, 3e-4);
        Assert.True(double.IsNaN(d.Total.Value) && double.IsNaN(d.InPlane.Value) && double.IsNaN(d.Stayed));
        Assert.True(BoundaryDiffusivity.Of(inSlabs, _criteria).Control.Value > 3e-3, "slabs see the shear");
    }

    [Fact]
    public void Held_atoms_are_no_controls()
    {
        var crystal = new SyntheticBicrystal(6);
        AtomicSystem frame = crystal.Next();
        int[] far = new BoundaryPair(new(0, 14), new(0.5, 14)).Sort(frame, 15).Far;
        var displacement = new BoundaryDisplacement(crystal.Count, _options with { NoControl = far.ToHashSet() });
        for (int k = 0; k < 3; k++) displacement.Add(frame, new BoundaryPair(new(0, 14), new(0.5, 14)));
        Assert.True(far.Length > 100);
        Assert.True(double.IsNaN(displacement.Curve([BoundaryGroup.Far])[0].X));
        Assert.Equal(0, displacement.Curve([BoundaryGroup.First])[0].X);
    }

    [Fact]
    public void Gathering_resumes_to_the_same_bits()
    {
        var crystal = new SyntheticBicrystal(7) { Diffusivity = (0.1, 0.1, 0.1) };
        BoundaryDisplacement whole = new(crystal.Count, new(5, 7)), parts = new(crystal.Count, new(5, 7));
        for (int frame = 0; frame < 30; frame++)
        {
            BoundaryPair? there = frame % 11 == 4 ? null : crystal.Regions;
            AtomicSystem atoms = crystal.Next();
            if (frame is 2 or 17)
            {
                var state = new SavedState();
                parts.Save(state, "displacement");
                parts = new BoundaryDisplacement(crystal.Count, new(5, 7));
                parts.Restore(state, "displacement", atoms);
                Assert.Throws<StateMismatchException>(() => new BoundaryDisplacement(crystal.Count, new(19, 7)).Restore(state, "displacement", atoms));
            }

            whole.Add(atoms, there);
            parts.Add(atoms, there);
        }

        Assert.Equal(whole.CompleteBlocks, parts.CompleteBlocks);
        Assert.Equal(whole.Stayed(), parts.Stayed());
        foreach (bool raw in (bool[])[false, true]) Assert.Equal(whole.Curve([BoundaryGroup.First, BoundaryGroup.Far], raw), parts.Curve([BoundaryGroup.First, BoundaryGroup.Far], raw));
    }

    private static BoundaryDisplacement Follow(SyntheticBicrystal crystal)
    {
        var displacement = new BoundaryDisplacement(crystal.Count, _options);
        for (int frame = 0; frame < Frames; frame++)
        {
            BoundaryPair there = crystal.Regions;
            displacement.Add(crystal.Next(), there);
        }

        return displacement;
    }
}
