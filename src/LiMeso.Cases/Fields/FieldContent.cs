using LiMeso.FiniteVolume;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Cases.Fields;

/// <summary>What the snapshots of a run hold besides concentration and diffusivity.</summary>
/// <param name="Problem">The problem in a line, for readers of the files.</param>
/// <param name="Scalars">Single numbers of each snapshot.</param>
internal sealed record FieldContent(string Problem, IReadOnlyList<FieldScalar> Scalars);

/// <summary>A number of each snapshot.</summary>
/// <param name="Description">Name and unit.</param>
/// <param name="Value">The number, from the field.</param>
internal sealed record FieldScalar(FieldDescription Description, FieldFunction Value);

/// <summary>A number that follows from a field.</summary>
/// <param name="field">The field.</param>
internal delegate double FieldFunction(in FieldView field);
