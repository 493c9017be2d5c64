using LiMeso.Transport;

namespace LiMeso.Cases.Kinds.PublishedValues.Quantities;

/// <summary>A computed value.</summary>
/// <param name="Value">In SI.</param>
/// <param name="Regime">Harrison's regime, where the value rests on an effective diffusivity over some time; otherwise null.</param>
internal readonly record struct ComputedValue(double Value, HarrisonRegime? Regime = null)
{
    /// <summary>A value without a time scale.</summary>
    /// <param name="value">In SI.</param>
    public static implicit operator ComputedValue(double value) => new(value);
}
