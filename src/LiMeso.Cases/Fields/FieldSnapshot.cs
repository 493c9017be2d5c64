namespace LiMeso.Cases.Fields;

/// <summary>A field at one time.</summary>
/// <param name="Time">s.</param>
/// <param name="Concentration">Per cell, x fastest, mol/m³.</param>
public sealed record FieldSnapshot(double Time, double[] Concentration);
