using System.Globalization;

namespace LiMeso.Core.Input;

/// <summary>The interval that a value must lie in.</summary>
/// <param name="Minimum">Lower end.</param>
/// <param name="Maximum">Upper end.</param>
/// <param name="Text">The condition in words: "greater than 0".</param>
/// <param name="OpenBelow">Whether the lower end itself is excluded.</param>
public sealed record Limits(double Minimum, double Maximum, string Text, bool OpenBelow = false)
{
    /// <summary>Any finite value.</summary>
    public static readonly Limits None = new(double.NegativeInfinity, double.PositiveInfinity, "any value");

    /// <summary>Greater than zero.</summary>
    public static readonly Limits Positive = new(0, double.PositiveInfinity, "greater than 0", OpenBelow: true);

    /// <summary>Zero or greater.</summary>
    public static readonly Limits NotNegative = new(0, double.PositiveInfinity, "0 or greater");

    /// <summary>Between two values, both included.</summary>
    /// <param name="minimum">Lower end.</param>
    /// <param name="maximum">Upper end.</param>
    public static Limits Between(double minimum, double maximum) =>
        new(minimum, maximum, string.Create(CultureInfo.InvariantCulture, $"between {minimum} and {maximum}"));

    /// <summary>At least a value.</summary>
    /// <param name="minimum">Lower end.</param>
    public static Limits AtLeast(double minimum) =>
        new(minimum, double.PositiveInfinity, string.Create(CultureInfo.InvariantCulture, $"{minimum} or greater"));

    /// <summary>The condition in words, with its ends written by a function: in a unit, for example. Words that were chosen by hand stay.</summary>
    /// <param name="write">Writes an end.</param>
    public string Describe(Func<double, string> write) =>
        this == Between(Minimum, Maximum) ? $"between {write(Minimum)} and {write(Maximum)}"
        : Minimum != 0 && this == AtLeast(Minimum) ? $"{write(Minimum)} or greater"
        : Text;

    /// <summary>Whether the value lies inside.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(double value) => (OpenBelow ? value > Minimum : value >= Minimum) && value <= Maximum;
}
