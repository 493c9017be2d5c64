using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>A key under which the value of a condition can be written.</summary>
/// <param name="Name">The key.</param>
/// <param name="Quantity">What is written.</param>
/// <param name="Unit">Unit of the condition's value that it gives.</param>
/// <param name="Factor">From the SI value written to that unit.</param>
/// <param name="Limits">Values allowed.</param>
/// <param name="Description">One sentence.</param>
internal sealed record ConditionValue(string Name, QuantityKind Quantity, string Unit, double Factor, Limits Limits, string Description);
