using FsCheck.Fluent;
using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Tests;

namespace LiMeso.Atomistics.Tests.Analysis;

public class StructureAnalysisTests
{
    [Fact]
    public void Neighbours_are_those_that_a_search_of_all_images_finds()
    {
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            double[] u = [.. Enumerable.Range(0, 60).Select(k => CounterRandom.Bits((ulong)seed, 0, (ulong)k).A / 4294967296.0)];
            bool Periodic(int k) => u[k] > 0.3;
            var box = new SimulationBox(new(1, -2, 3), new(3 + 9 * u[0], 3 + 9 * u[1], 3 + 9 * u[2]), 3 * u[3] - 1.5, 3 * u[4] - 1.5, 3 * u[5] - 1.5, (Periodic(6), Periodic(7), Periodic(8)));
            double[] positions = [.. Enumerable.Range(0, 15).SelectMany(a => new[] { box.Origin.X, box.Origin.Y, box.Origin.Z }.Select((o, k) => o + 18 * u[12 + 3 * a + k] - 4))];
            var system = new AtomicSystem(box, positions, 1);
            const double Cutoff = 4;
            var cells = new NeighbourCells(system, Cutoff);
            var found = new List<Vector3>();
            return Enumerable.Range(0, system.Count).All(atom =>
            {
                cells.Find(atom, found);
                double[] expected = [.. AllImages(system, atom, Cutoff).Order()], got = [.. found.Select(v => v.Length).Order()];
                return expected.Length == got.Length && expected.Zip(got).All(p => Math.Abs(p.First - p.Second) < 1e-9);
            });
        }).HoldsForRandomCases(60);
    }

    [Fact]
    public void A_crystal_has_its_neighbours_where_its_pair_distribution_has_its_peaks()
    {
        AtomicSystem bcc = CrystalStructures.BodyCentredCubic.Build(3.5, (4, 4, 4), 6.94);
        var g = new PairDistribution(6.0, 120);
        g.Add(bcc);
        g.Add(bcc);
        double density = bcc.Count / bcc.Box.Volume;
        (double Distance, double Count)[] peaks =
            [.. g.Distances().Zip(g.Values(), (r, v) => (r, Count: v * density * 4 * Math.PI / 3 * (Math.Pow(r + 0.025, 3) - Math.Pow(r - 0.025, 3)))).Where(p => p.Count > 1e-9)];
        Assert.Equal([3.5 * Math.Sqrt(0.75), 3.5, 3.5 * Math.Sqrt(2), 3.5 * Math.Sqrt(2.75)], peaks.Select(p => p.Distance), (a, b) => Math.Abs(a - b) <= 0.026);
        Assert.Equal([8.0, 6, 12, 24], peaks.Select(p => p.Count), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    // 2 000 atoms: some 200 000 pairs beyond 2 Å, so that 40 parts have errors of 2 % and less
    [Fact]
    public void Atoms_thrown_at_random_have_a_pair_distribution_of_one()
    {
        double[] positions = [.. Enumerable.Range(0, 6000).Select(k => 30 * (CounterRandom.Bits(3, 0, (ulong)k).A / 4294967296.0))];
        var g = new PairDistribution(9, 40);
        g.Add(new AtomicSystem(SimulationBox.Orthogonal(30, 30, 30), positions, 1));
        foreach ((double r, double value) in g.Distances().Zip(g.Values()).Where(p => p.First > 2)) Assert.Equal(1, value, 0.08);
    }

    [Fact]
    public void Centrosymmetry_vanishes_in_a_strained_crystal_and_tells_a_displaced_neighbour()
    {
        AtomicSystem bcc = CrystalStructures.BodyCentredCubic.Build(3.5, (3, 4, 5), 6.94);
        new Deformation(1.02, 0.99, 1.01, 0.03, -0.02, 0.01).ApplyTo(bcc);
        Assert.All(Centrosymmetry.Of(bcc, Centrosymmetry.BccNeighbours, 5), value => Assert.InRange(value, 0, 1e-24));

        var shift = new Vector3(0.1, -0.2, 0.05);
        (bcc.Position(0) + shift).CopyTo(bcc.Positions);
        double[] values = Centrosymmetry.Of(bcc, Centrosymmetry.BccNeighbours, 5);
        double square = Vector3.Dot(shift, shift);
        // the atom itself sees all four pairs of opposite neighbours displaced by −2 δ, each of its eight neighbours sees one displaced by δ
        Assert.Equal(4 * 4 * square, values[0], 1e-12);
        Assert.Equal(8, values.Skip(1).Count(v => Math.Abs(v - square) < 1e-12));
        Assert.Equal(bcc.Count - 9, values.Skip(1).Count(v => v < 1e-24));
    }

    [Fact]
    public void An_energy_profile_shows_where_atoms_are_strained()
    {
        AtomicSystem bcc = CrystalStructures.BodyCentredCubic.Build(3.5, (2, 5, 2), 6.94);
        double[] energies = [.. Enumerable.Range(0, bcc.Count).Select(a => bcc.Positions[3 * a + 1] is > 6 and < 10 ? -1.5 : -1.65)];
        var profile = new EnergyProfile(Axis.Y, 5);
        for (int a = 0; a < bcc.Count; a++) bcc.Positions[3 * a + 1] += 0.5 - 2 * 17.5;      // off the slabs' faces, and whole boxes away
        profile.Add(bcc, energies);
        // slabs of one cell each; 7 and 8.75 Å lie in the third
        Assert.Equal([-1.65, -1.65, -1.5, -1.65, -1.65], profile.Means(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.1, 0.3, 0.5, 0.7, 0.9], profile.Centres(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    private static IEnumerable<double> AllImages(AtomicSystem system, int atom, double cutoff)
    {
        SimulationBox box = system.Box;
        for (int other = 0; other < system.Count; other++)
        {
            Vector3 direct = PeriodicImages.Wrap(box, system.Position(other)).Inside - PeriodicImages.Wrap(box, system.Position(atom)).Inside;
            foreach (int a in Images(box.Periodic.A))
            {
                foreach (int b in Images(box.Periodic.B))
                {
                    foreach (int c in Images(box.Periodic.C))
                    {
                        double distance = (direct + PeriodicImages.Shift(box, new ImageFlags(a, b, c))).Length;
                        if (distance <= cutoff && (other != atom || (a, b, c) != (0, 0, 0))) yield return distance;
                    }
                }
            }
        }

        static int[] Images(bool periodic) => periodic ? [-4, -3, -2, -1, 0, 1, 2, 3, 4] : [0];
    }
}
