using System.Runtime.CompilerServices;

namespace LiMeso.Depletion;

/// <summary>Argument checks that also reject NaN and infinity.</summary>
internal static class Require
{
    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(name, value, "A positive finite number is needed.");
    }

    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(name, value, "A finite number is needed.");
    }

    public static void SameLength(int expected, int actual, [CallerArgumentExpression(nameof(actual))] string name = "")
    {
        if (expected != actual) throw new ArgumentException($"{actual} elements where {expected} are needed.", name);
    }
}
