using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>What a label of an image means.</summary>
/// <param name="Label">The label.</param>
/// <param name="Diffusivity">Diffusivity where the image has it, m²/s.</param>
/// <param name="Name">What the phase is.</param>
internal sealed record PhaseSettings(int Label, double Diffusivity, string Name)
{
    /// <summary>Reads the section.</summary>
    /// <param name="s">The section.</param>
    public static PhaseSettings Read(SectionReader s)
    {
        int label = s.WholeNumber("label", "Number that the image has where this phase lies.", limits: Limits.Between(int.MinValue, int.MaxValue));
        double diffusivity = s.Quantity("diffusivity", QuantityKind.Diffusivity, "How fast lithium diffuses there.");
        return new PhaseSettings(label, diffusivity, s.OptionalText("name", "What the phase is, for the report.", "grain boundaries") ?? FormattableString.Invariant($"label {label}"));
    }
}
