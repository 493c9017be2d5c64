using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Analysis;

public class HopCountingTests
{
    // Relative variance of the slope, times hops, of walks by a program of its own (C, 1500 to 8000 walks, 1.5 to 3 %) with the line from lag 30 to 150. The variance of 1000 walks here has an error of 4.5 %.
    [Theory]
    [InlineData(5, 0.04, 4001, 1.574)]
    [InlineData(5, 0.18, 4001, 1.822)]
    [InlineData(10, 0.07, 1001, 1.919)]
    [InlineData(3, 0.2, 2001, 2.230)]                            // so small a cell that an atom meets the vacancy again by chance
    public void The_variance_that_hops_leave_agrees_with_walks_by_another_program(int cells, double hopsPerFrame, int frames, double variance)
    {
        double hops = hopsPerFrame * (frames - 1), found = HopCounting.RelativeError(CrystalStructures.BodyCentredCubic, cells, hops, frames, 30, 150);
        Assert.InRange(found * found * hops / variance, 1 - 3 * 0.054, 1 + 3 * 0.054);
    }

    [Fact]
    public void Four_times_the_hops_in_four_times_the_time_halve_the_error()
    {
        double once = HopCounting.RelativeError(CrystalStructures.BodyCentredCubic, 4, 200, 1001, 4, 20), more = HopCounting.RelativeError(CrystalStructures.BodyCentredCubic, 4, 800, 4001, 4, 20);
        Assert.InRange(once / more, 2 * (1 - 3 * 0.032), 2 * (1 + 3 * 0.032));           // two standard deviations of 1000 walks
    }

    [Fact]
    public void Without_hops_there_is_no_error_to_tell() => Assert.True(double.IsNaN(HopCounting.RelativeError(CrystalStructures.BodyCentredCubic, 4, 0, 100, 2, 10)));

    // A vacancy hops 50 times, through a crystal of 249 atoms whose diffusivity is known: the correlation factor of bcc is 0.7272 (K. Compaan, Y. Haven, Trans. Faraday Soc. 52 (1956) 786).
    [Fact]
    public void One_standard_error_holds_the_truth_in_two_walks_of_three_where_blocks_of_time_promise_too_much()
    {
        const int Walks = 2000, Cells = 5, Frames = 101, From = 8, To = 24;
        const double HopsPerFrame = 0.5, HopSquare = 3, Correlation = 0.7272;
        double exact = Correlation * HopsPerFrame * HopSquare / 6 / (2 * Cells * Cells * Cells - 1);
        var relative = new Dictionary<int, double>();
        int held = 0, heldByBlocks = 0;
        var random = new Random(20231);
        for (int k = 0; k < Walks; k++)
        {
            var msd = new MeanSquaredDisplacement(2 * Cells * Cells * Cells - 1, To, (Frames - To) / 5, removeDrift: false);
            int hops = Walk(msd, Cells, Frames, HopsPerFrame, random);
            if (!relative.TryGetValue(hops, out double error)) relative.Add(hops, error = HopCounting.RelativeError(CrystalStructures.BodyCentredCubic, Cells, hops, Frames, From, To));
            Estimate found = EinsteinFit.Fit(msd, 1, From, To);
            if (Math.Abs(found.Value - exact) <= error * found.Value) held++;
            if (Math.Abs(found.Value - exact) <= found.Error) heldByBlocks++;
        }

        const double Nominal = 0.6827;
        double tolerance = 3 * Math.Sqrt(Nominal * (1 - Nominal) / Walks);
        Assert.InRange((double)held / Walks, Nominal - tolerance, Nominal + tolerance);
        Assert.True((double)heldByBlocks / Walks < Nominal - 2 * tolerance, $"blocks hold it in {heldByBlocks} of {Walks}");
    }

    // Sites have three even or three odd coordinates, in half lattice constants; atoms are numbered by the sites that they start from.
    private static int Walk(MeanSquaredDisplacement msd, int cells, int frames, double hopsPerFrame, Random random)
    {
        int edge = 2 * cells, hops = 0;
        var occupants = new Dictionary<(int, int, int), int>();
        for (int x = 0; x < edge; x++)
            for (int y = x % 2; y < edge; y += 2)
                for (int z = x % 2; z < edge; z += 2)
                    if ((x, y, z) != (0, 0, 0)) occupants.Add((x, y, z), occupants.Count);
        double[] positions = new double[3 * occupants.Count];
        (int X, int Y, int Z) vacancy = (0, 0, 0);
        double next = Wait();
        for (int frame = 0; frame < frames; frame++)
        {
            for (; next < frame; next += Wait(), hops++)
            {
                (int dx, int dy, int dz) = (2 * random.Next(2) - 1, 2 * random.Next(2) - 1, 2 * random.Next(2) - 1);
                (int, int, int) from = ((vacancy.X + dx + edge) % edge, (vacancy.Y + dy + edge) % edge, (vacancy.Z + dz + edge) % edge);
                occupants.Remove(from, out int atom);
                occupants.Add(vacancy, atom);
                vacancy = from;
                (positions[3 * atom], positions[3 * atom + 1], positions[3 * atom + 2]) = (positions[3 * atom] - dx, positions[3 * atom + 1] - dy, positions[3 * atom + 2] - dz);
            }

            msd.Add(positions);
        }

        return hops;

        double Wait() => -Math.Log(1 - random.NextDouble()) / hopsPerFrame;
    }
}
