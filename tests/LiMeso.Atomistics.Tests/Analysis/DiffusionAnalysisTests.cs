using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Analysis;

public class DiffusionAnalysisTests
{
    private const int Atoms = 40, Frames = 300, Lags = 25, Block = 60;

    [Fact]
    public void Moving_origins_give_what_a_sum_over_all_stored_frames_gives()
    {
        double[][] walk = Walk(Atoms, Frames, 1, drift: 0.05);
        var msd = new MeanSquaredDisplacement(Atoms, Lags, Block);
        foreach (double[] frame in walk) msd.Add(frame);
        Assert.Equal(Frames, msd.Frames);
        Assert.Equal(4, msd.CompleteBlocks);                         // origins 0 … 239 and 25 frames after; the fifth block would need frame 324
        foreach (int lag in (int[])[1, 7, Lags])
        {
            Vector3 whole = Direct(walk, lag, 0, Frames - lag), second = Direct(walk, lag, Block, 2 * Block);
            AssertClose(whole, msd.At(lag));
            AssertClose(second, msd.At(lag, 1));
            Assert.Equal(whole.X + whole.Y + whole.Z, msd.Curve()[lag - 1], 1e-10);
        }
    }

    [Fact]
    public void A_drift_of_all_atoms_is_no_displacement_unless_wanted()
    {
        var still = new MeanSquaredDisplacement(2, 5, 10);
        var moving = new MeanSquaredDisplacement(2, 5, 10, removeDrift: false);
        for (int k = 0; k < 20; k++)
        {
            double[] frame = [k, 0, 0, 3 + k, 2 * k, 0];             // together along x, apart along y
            still.Add(frame);
            moving.Add(frame);
        }

        Assert.Equal(new Vector3(0, 25, 0), still.At(5));            // ±k about the mean
        Assert.Equal(new Vector3(25, 50, 0), moving.At(5));
    }

    [Fact]
    public void Gathering_resumes_to_the_same_bits()
    {
        double[][] walk = Walk(Atoms, Frames, 2);
        var whole = new MeanSquaredDisplacement(Atoms, Lags, Block);
        var parts = new MeanSquaredDisplacement(Atoms, Lags, Block);
        for (int k = 0; k < Frames; k++)
        {
            if (k is 3 or 26 or 111)
            {
                var state = new SavedState();
                parts.Save(state, "msd");
                parts = new MeanSquaredDisplacement(Atoms, Lags, Block);
                parts.Restore(state, "msd");
            }

            whole.Add(walk[k]);
            parts.Add(walk[k]);
        }

        Assert.Equal(whole.Curve(), parts.Curve());
        Assert.Equal(whole.CompleteBlocks, parts.CompleteBlocks);
        var other = new SavedState();
        whole.Save(other, "msd");
        Assert.Throws<StateMismatchException>(() => new MeanSquaredDisplacement(Atoms, Lags + 1, Block).Restore(other, "msd"));
    }

    // steps of variance s² in each direction every frame: D = s²/(2 Δt); over 40 walks the error bars must be of the right size
    [Fact]
    public void The_slope_of_random_walks_is_their_diffusivity_within_its_error_bar()
    {
        const double Interval = 0.1, Exact = 1 / (2 * Interval) * (1 - 1.0 / Atoms);    // the drift taken out holds one part in n
        double squares = 0;
        const int Walks = 40;
        for (ulong seed = 0; seed < Walks; seed++)
        {
            var msd = new MeanSquaredDisplacement(Atoms, 10, 60);
            foreach (double[] frame in Walk(Atoms, 610, 100 + seed)) msd.Add(frame);
            Estimate d = EinsteinFit.Fit(msd, Interval, 0.1, 1.0);
            squares += Math.Pow((d.Value - Exact) / d.Error, 2) / Walks;
        }

        // Student's t with 9 degrees of freedom has variance 9/7; its mean over 40 has a standard deviation of 0.4
        Assert.InRange(squares, 0.5, 2.5);
    }

    [Fact]
    public void Vibration_shifts_the_line_but_not_its_slope()
    {
        var msd = new MeanSquaredDisplacement(Atoms, 10, 100);
        var still = new MeanSquaredDisplacement(Atoms, 10, 100);
        double[][] walk = Walk(Atoms, 2000, 5);
        for (int k = 0; k < walk.Length; k++)
        {
            still.Add(walk[k]);
            double[] shaken = [.. walk[k]];
            for (int i = 0; i < shaken.Length; i++) shaken[i] += 2 * CounterRandom.Normal(77, (ulong)k, (ulong)i).X;
            msd.Add(shaken);
        }

        Assert.Equal(3 * 2 * 4 * (1 - 1.0 / Atoms), msd.Curve()[0] - still.Curve()[0], 0.2);    // twice the variance in each direction, less what the drift holds
        Assert.Equal(EinsteinFit.Fit(still, 1, 1, 10).Value, EinsteinFit.Fit(msd, 1, 1, 10).Value, 0.01);
        Assert.Throws<ArgumentException>(() => EinsteinFit.Fit(msd, 1, 3.2, 4.1));
    }

    // 400 K and 350 K rows of a LAMMPS run of 249 atoms: 7.40e-7 and 5.15e-7 cm2/s become 1.69e-9 and 2.24e-10 with 0.40 eV
    [Theory]
    [InlineData(400, 7.40e-7, 1.69e-9)]
    [InlineData(350, 5.15e-7, 2.24e-10)]
    public void A_cell_with_one_vacancy_is_scaled_to_equilibrium(double temperature, double cell, double scaled) =>
        Assert.Equal(1, VacancyDiffusion.Scale(cell, 1.0 / 250, 0.40, temperature) / scaled, 0.005);

    // One atom goes round a chain of nearest-neighbour hops, through a face of the box, while all vibrate and drift.
    [Fact]
    public void Hops_between_sites_are_counted_through_vibration_and_drift()
    {
        AtomicSystem system = PointDefects.WithoutAtom(CrystalStructures.BodyCentredCubic.Build(3.5, (3, 3, 3), 6.94), 0);
        double[] start = [.. system.Positions];
        var sites = new SiteTrajectory(system, CrystalStructures.BodyCentredCubic, (3, 3, 3));
        double[] first = sites.Sites.ToArray();
        Assert.Equal((54, 1, 0), (sites.SiteCount, sites.Empty, sites.Crowded));
        Vector3[] path = [new(0.5, 0.5, 0.5), new(1, 1, 0), new(1.5, 0.5, 0.5), new(2, 1, 0), new(2.5, 1.5, 0.5), new(3, 2, 1)];    // beyond the box of three cells
        Vector3 drift = default, origin = new(start[0], start[1], start[2]);
        for (int step = 0; step < path.Length; step++)
        {
            for (int frame = 0; frame <= 10; frame++)
            {
                drift += new Vector3(0.03, -0.02, 0.01);
                // the last frames of each hop stay; before, the atom crosses half-way and turns back once
                double[] progress = [0, 0.3, 0.55, 0.4, 0.2, 0.5, 0.7, 0.9, 1, 1, 1];
                for (int atom = 0; atom < system.Count; atom++)
                {
                    (double x, double y, double z) = CounterRandom.Normal(9, (ulong)(11 * step + frame), (ulong)atom);
                    var here = new Vector3(start[3 * atom], start[3 * atom + 1], start[3 * atom + 2]);
                    if (atom == 0) here = origin + 3.5 * ((step == 0 ? default : path[step - 1]) + progress[frame] * (path[step] - (step == 0 ? default : path[step - 1])));
                    (here + drift + 0.12 * new Vector3(x, y, z)).CopyTo(system.Positions.AsSpan(3 * atom));
                }

                sites.Follow(system);
            }

            Assert.Equal(step + 1, sites.Hops);
            for (int axis = 0; axis < 3; axis++)
                Assert.Equal(3.5 * (axis == 0 ? path[step].X : axis == 1 ? path[step].Y : path[step].Z), sites.Sites[axis] - first[axis], 1e-9);
        }

        Assert.Equal(first[3..], sites.Sites[3..].ToArray());
    }

    private static double[][] Walk(int atoms, int frames, ulong seed, double drift = 0)
    {
        double[][] walk = new double[frames][];
        double[] now = new double[3 * atoms];
        for (int k = 0; k < frames; k++)
        {
            for (int atom = 0; atom < atoms; atom++)
            {
                (double x, double y, double z) = CounterRandom.Normal(seed, (ulong)k, (ulong)atom);
                now[3 * atom] += x + drift;
                now[3 * atom + 1] += y;
                now[3 * atom + 2] += z;
            }

            walk[k] = [.. now];
        }

        return walk;
    }

    private static Vector3 Direct(double[][] walk, int lag, int from, int to)
    {
        Vector3 sum = default;
        for (int origin = from; origin < to; origin++)
        {
            for (int axis = 0; axis < 3; axis++)
            {
                double[] d = [.. Enumerable.Range(0, Atoms).Select(a => walk[origin + lag][3 * a + axis] - walk[origin][3 * a + axis])];
                double mean = d.Average(), square = d.Average(u => (u - mean) * (u - mean)) / (to - from);
                sum += axis switch { 0 => new(square, 0, 0), 1 => new(0, square, 0), _ => new(0, 0, square) };
            }
        }

        return sum;
    }

    private static void AssertClose(Vector3 exact, Vector3 found) => Assert.InRange((exact - found).Length / exact.Length, 0, 1e-12);
}
