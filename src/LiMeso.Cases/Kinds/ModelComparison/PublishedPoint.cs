using LiMeso.Cases.Results;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.ModelComparison;

/// <summary>A published diffusivity of a polycrystal.</summary>
/// <param name="Label">A few words.</param>
/// <param name="Temperature">K.</param>
/// <param name="GrainSize">m.</param>
/// <param name="GrainSizeLocation">Where that is written.</param>
/// <param name="Diffusivity">m²/s.</param>
/// <param name="Measured">Measured, or computed by the authors.</param>
/// <param name="Citation">Where it is published.</param>
internal sealed record PublishedPoint(string Label, double Temperature, double GrainSize, SourceLocation GrainSizeLocation, double Diffusivity, bool Measured, string Citation)
{
    /// <summary>Its part of result names.</summary>
    public string Key => ResultKey.Of(Label);
}
