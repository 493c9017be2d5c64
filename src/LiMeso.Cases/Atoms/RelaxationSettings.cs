using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Atoms;

/// <summary>How structures relax.</summary>
/// <param name="ForceTolerance">Largest force component that may remain, eV/Å.</param>
/// <param name="MaxEvaluations">Evaluations after which a structure is left as it is.</param>
internal sealed record RelaxationSettings(double ForceTolerance, int MaxEvaluations)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static RelaxationSettings Read(SectionReader section) => Read(section, "1e-3 eV/angstrom");

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="forceTolerance">Tolerance where the section has none.</param>
    public static RelaxationSettings Read(SectionReader section, string forceTolerance) => new(
        QuantityKind.Force.In(section.Quantity("force-tolerance", QuantityKind.Force, "Largest force component that may remain.", forceTolerance), "eV/angstrom"),
        section.WholeNumber("max-evaluations", "Evaluations of the potential after which the structure is left as it is.", 3000, Limits.Between(1, 1_000_000)));
}
