using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>The mesh: an axis, or two.</summary>
/// <param name="X">The first axis.</param>
/// <param name="Y">The second; null in one dimension.</param>
internal sealed record MeshSettings(AxisSettings X, AxisSettings? Y)
{
    /// <summary>Reads the section.</summary>
    /// <param name="s">The section.</param>
    public static MeshSettings Read(SectionReader s) => new(
        s.Section("x", "The axis between the sides xMin and xMax.", AxisSettings.Read),
        s.OptionalSection("y", "The axis between the sides yMin and yMax; leave it out for one dimension.", AxisSettings.Read));
}
