namespace LiMeso.Storage.Snapshots;

/// <summary>A cell field that does not change in time.</summary>
/// <param name="Description">Name and unit.</param>
/// <param name="Values">One value a cell, x fastest.</param>
public sealed record ConstantField(FieldDescription Description, double[] Values);
