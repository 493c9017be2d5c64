namespace LiMeso.Atomistics.Structures.Crystals;

/// <summary>Arithmetic of whole numbers.</summary>
internal static class WholeNumbers
{
    /// <summary>Greatest common divisor; 0 of zeros alone.</summary>
    public static long GreatestCommonDivisor(params ReadOnlySpan<long> numbers)
    {
        long common = 0;
        foreach (long number in numbers) common = GreatestCommonDivisor(common, number);
        return common;
    }

    /// <summary>Remainder in [0, modulus).</summary>
    /// <param name="number">Any number.</param>
    /// <param name="modulus">Positive.</param>
    public static long Modulo(long number, long modulus)
    {
        long remainder = number % modulus;
        return remainder < 0 ? remainder + modulus : remainder;
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return Math.Abs(a);
    }
}
