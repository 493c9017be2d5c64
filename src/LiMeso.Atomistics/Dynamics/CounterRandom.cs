namespace LiMeso.Atomistics.Dynamics;

/// <summary>
/// Random numbers that are a function of a seed and of what they are for (a step, an atom), not of what was drawn before: nothing needs to be saved to continue a run,
/// and the order in which atoms are visited does not matter.
/// </summary>
/// <remarks>Philox 4×32 with ten rounds: Salmon, Moraes, Dror &amp; Shaw, SC '11 (2011), article 16.</remarks>
public static class CounterRandom
{
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57, Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;

    /// <summary>128 random bits.</summary>
    /// <param name="seed">Key.</param>
    /// <param name="first">First half of the counter: say, a step.</param>
    /// <param name="second">Second half of the counter: say, an atom.</param>
    public static (uint A, uint B, uint C, uint D) Bits(ulong seed, ulong first, ulong second)
    {
        uint a = (uint)first, b = (uint)(first >> 32), c = (uint)second, d = (uint)(second >> 32);
        uint key0 = (uint)seed, key1 = (uint)(seed >> 32);
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = (ulong)Multiplier0 * a, p1 = (ulong)Multiplier1 * c;
            (a, b, c, d) = ((uint)(p1 >> 32) ^ b ^ key0, (uint)p1, (uint)(p0 >> 32) ^ d ^ key1, (uint)p0);
            key0 += Weyl0;
            key1 += Weyl1;
        }

        return (a, b, c, d);
    }

    /// <summary>Three numbers of the normal distribution with mean 0 and variance 1, by Box and Muller's transformation. Uniform numbers of 32 bits end its tail at 6.7.</summary>
    /// <param name="seed">Key.</param>
    /// <param name="first">First half of the counter.</param>
    /// <param name="second">Second half of the counter.</param>
    public static (double X, double Y, double Z) Normal(ulong seed, ulong first, ulong second)
    {
        (uint a, uint b, uint c, uint d) = Bits(seed, first, second);
        double near = Math.Sqrt(-2 * Math.Log(Unit(a))), far = Math.Sqrt(-2 * Math.Log(Unit(c)));
        (double sine, double cosine) = Math.SinCos(Math.Tau * Unit(b));
        return (near * cosine, near * sine, far * Math.Cos(Math.Tau * Unit(d)));
    }

    /// <summary>A seed for one of several uses of the same seed, such as the stages of a run.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="use">Which use.</param>
    public static ulong Derive(ulong seed, ulong use)
    {
        (uint a, uint b, _, _) = Bits(seed, ulong.MaxValue, use);
        return a | (ulong)b << 32;
    }

    // the middle of one of 2^32 equal parts of (0, 1): never 0, so that its logarithm exists
    private static double Unit(uint bits) => (bits + 0.5) * (1.0 / 4294967296);
}
