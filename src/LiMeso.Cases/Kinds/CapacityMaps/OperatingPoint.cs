using LiMeso.Cases.Results;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.CapacityMaps;

/// <summary>A place on the maps that is looked at by itself.</summary>
/// <param name="Label">A few words.</param>
/// <param name="GrainSize">m.</param>
/// <param name="GrainSizeLocation">Where that is written.</param>
/// <param name="CurrentDensity">A/m².</param>
internal sealed record OperatingPoint(string Label, double GrainSize, SourceLocation GrainSizeLocation, double CurrentDensity)
{
    /// <summary>Its part of result names.</summary>
    public string Key => ResultKey.Of(Label);
}
