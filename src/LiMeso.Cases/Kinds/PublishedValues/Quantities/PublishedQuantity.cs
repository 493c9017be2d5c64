using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.PublishedValues.Quantities;

/// <summary>A quantity that a publication may state and LiMeso can compute.</summary>
/// <param name="Kind">What it is, and so which units its published value may have.</param>
/// <param name="Needs">The arguments it needs.</param>
/// <param name="Takes">The arguments it may be given besides.</param>
/// <param name="Compute">Computes it, in SI.</param>
internal sealed record PublishedQuantity(
    QuantityKind Kind, IReadOnlyList<string> Needs, IReadOnlyList<string> Takes, Func<QuantityContext, ClaimArguments, ComputedValue> Compute);
