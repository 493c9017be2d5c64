using LiMeso.Atomistics.Boundaries;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Atoms;

/// <summary>The section that says how far structures relax.</summary>
internal static class RelaxationSection
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static RelaxationEffort Read(SectionReader section) => Read(section, "1e-3 eV/angstrom");

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="forceTolerance">Tolerance where the section has none.</param>
    public static RelaxationEffort Read(SectionReader section, string forceTolerance) => new(
        QuantityKind.Force.In(section.Quantity("force-tolerance", QuantityKind.Force, "Largest force component that may remain.", forceTolerance), "eV/angstrom"),
        section.WholeNumber("max-evaluations", "Evaluations of the potential after which the structure is left as it is.", 3000, Limits.Between(1, 1_000_000)));
}
