namespace LiMeso.Transport.Data;

/// <summary>An interval of temperature, both ends included.</summary>
/// <param name="From">Lower end, K.</param>
/// <param name="To">Upper end, K.</param>
public readonly record struct TemperatureRange(double From, double To)
{
    /// <summary>Whether the temperature lies inside.</summary>
    /// <param name="temperature">K.</param>
    public bool Contains(double temperature) => temperature >= From && temperature <= To;

    /// <summary>"250 K to 400 K", or the one temperature there is.</summary>
    public override string ToString() => From == To ? FormattableString.Invariant($"{From:g6} K only") : FormattableString.Invariant($"{From:g6} K to {To:g6} K");
}
