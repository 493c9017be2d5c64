namespace LiMeso.FiniteVolume.TimeFunctions;

/// <summary>The same value at all times.</summary>
/// <param name="value">The value.</param>
public sealed class ConstantInTime(double value) : ITimeFunction
{
    /// <inheritdoc/>
    public double Value(double time, Limit limit) => value;

    /// <inheritdoc/>
    public double NextBreak(double time) => double.PositiveInfinity;
}
