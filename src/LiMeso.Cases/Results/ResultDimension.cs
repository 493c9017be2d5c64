namespace LiMeso.Cases.Results;

/// <summary>One dimension of a <see cref="ResultArray"/>. Arrays that share a dimension's name lie on the same axis.</summary>
/// <param name="Name">Name of the axis: "time".</param>
/// <param name="Length">Number of values along it.</param>
public readonly record struct ResultDimension(string Name, int Length);
