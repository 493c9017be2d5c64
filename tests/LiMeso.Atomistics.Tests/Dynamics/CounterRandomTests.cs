using LiMeso.Atomistics.Dynamics;

namespace LiMeso.Atomistics.Tests.Dynamics;

public class CounterRandomTests
{
    // the known answers that the authors publish with their library (Random123, kat_vectors)
    [Theory]
    [InlineData(0, 0, 0, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x299f31d0a4093822, 0x85a308d3243f6a88, 0x0370734413198a2e, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void The_bits_are_those_of_Philox_4x32_10(ulong seed, ulong first, ulong second, uint a, uint b, uint c, uint d) =>
        Assert.Equal((a, b, c, d), CounterRandom.Bits(seed, first, second));

    // 300 000 draws: each bound is four standard errors of its moment
    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        const int Draws = 100_000;
        double[] moments = new double[5];
        double mixed = 0;
        for (ulong i = 0; i < Draws; i++)
        {
            (double x, double y, double z) = CounterRandom.Normal(7, 3, i);
            mixed += (x * y + y * z + z * x) / (3 * Draws);
            foreach (double value in (double[])[x, y, z])
            {
                for (int k = 1; k <= 4; k++) moments[k] += Math.Pow(value, k) / (3 * Draws);
            }
        }

        double error = 4 / Math.Sqrt(3 * Draws);
        Assert.Equal(0, moments[1], error);
        Assert.Equal(1, moments[2], error * Math.Sqrt(2));
        Assert.Equal(0, moments[3], error * Math.Sqrt(15));
        Assert.Equal(3, moments[4], error * Math.Sqrt(96));
        Assert.Equal(0, mixed, error);
    }
}
