using LiMeso.Core.Units;
using LiMeso.Transport;

namespace LiMeso.Cases.Kinds.PublishedValues.Quantities;

/// <summary>A quantity that a publication may state and LiMeso can compute.</summary>
/// <param name="Kind">What it is, and so which units its published value may have.</param>
/// <param name="Needs">The arguments it needs.</param>
/// <param name="Takes">The arguments it may be given besides.</param>
/// <param name="Compute">Computes it, in SI.</param>
internal sealed record PublishedQuantity(
    QuantityKind Kind, IReadOnlyList<string> Needs, IReadOnlyList<string> Takes, Func<QuantityContext, ClaimArguments, ComputedValue> Compute);

/// <summary>A computed value.</summary>
/// <param name="Value">In SI.</param>
/// <param name="Regime">Harrison's regime, where the value rests on an effective diffusivity over some time; otherwise null.</param>
internal readonly record struct ComputedValue(double Value, HarrisonRegime? Regime = null)
{
    /// <summary>A value without a time scale.</summary>
    /// <param name="value">In SI.</param>
    public static implicit operator ComputedValue(double value) => new(value);
}
