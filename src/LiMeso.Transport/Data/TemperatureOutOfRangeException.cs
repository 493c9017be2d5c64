namespace LiMeso.Transport.Data;

/// <summary>A value was asked for at a temperature its data do not cover, and extrapolation was not asked for or is not possible.</summary>
public sealed class TemperatureOutOfRangeException : Exception
{
    private TemperatureOutOfRangeException(string message, double temperature, TemperatureRange range)
        : base(message) => (Temperature, Range) = (temperature, range);

    /// <summary>The temperature asked for, K.</summary>
    public double Temperature { get; }

    /// <summary>The temperatures covered.</summary>
    public TemperatureRange Range { get; }

    internal static TemperatureOutOfRangeException NotAsked(string what, double temperature, TemperatureRange range) => new(
        FormattableString.Invariant($"{what} is known for {range}; {temperature:g6} K is outside. Ask for extrapolation to go there; the result is then marked as extrapolated."), temperature, range);

    internal static TemperatureOutOfRangeException NotPossible(string what, double temperature, TemperatureRange range) => new(
        FormattableString.Invariant($"{what} is known for {range}, which gives no slope to extrapolate to {temperature:g6} K."), temperature, range);
}
