using LiMeso.Cases.Results;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.DiffusionLength;

/// <summary>A rest that is looked at by itself.</summary>
/// <param name="Label">A few words.</param>
/// <param name="GrainSize">m.</param>
/// <param name="GrainSizeLocation">Where that is written.</param>
/// <param name="Time">s.</param>
internal sealed record Rest(string Label, double GrainSize, SourceLocation GrainSizeLocation, double Time)
{
    /// <summary>Its part of result names.</summary>
    public string Key => ResultKey.Of(Label);
}
