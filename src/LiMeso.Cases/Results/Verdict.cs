using System.Globalization;

namespace LiMeso.Cases.Results;

/// <summary>How a number compares with what was expected.</summary>
/// <param name="Expectation">What was expected.</param>
/// <param name="Found">What was found; null when the run has no such number.</param>
public sealed record Verdict(Expectation Expectation, double? Found)
{
    /// <summary>Whether it lies within the tolerance.</summary>
    public bool Holds => Found is { } found
        && Math.Abs(found - Expectation.Value) <= Math.Max(Expectation.Absolute, Expectation.Relative * Math.Abs(Expectation.Value));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Expectation.Path}: {Found?.ToString("R", CultureInfo.InvariantCulture) ?? "absent"}, expected {Expectation.Value:R} within {Expectation.Relative:g2} relative, {Expectation.Absolute:g2} absolute ({Expectation.Why})");
}
