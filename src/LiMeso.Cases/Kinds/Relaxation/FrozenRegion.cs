using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.Relaxation;

/// <summary>A slab of atoms of which some Cartesian components do not relax.</summary>
/// <param name="Normal">Normal of the slab.</param>
/// <param name="Centre">Middle of the slab, as a fraction of the box.</param>
/// <param name="Width">Å.</param>
/// <param name="Components">Components that stay.</param>
internal sealed record FrozenRegion(Axis Normal, double Centre, double Width, IReadOnlyList<Axis> Components)
{
    private static readonly string[] _axes = ["x", "y", "z"];

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static FrozenRegion Read(SectionReader section) => new(
        AxisOf(section.Name("direction", _axes, "Normal of the slab.")),
        section.Quantity("centre", QuantityKind.Number, "Where the middle of the slab is, as a fraction of the box.", example: "0.25", limits: Limits.Between(0, 1)),
        MetalQuantities.Length(section.Quantity("width", QuantityKind.Length, "Thickness of the slab.", example: "10 A")),
        [.. section.Names("components", _axes, "Components of the positions that stay as they are, within the box.", "[x, y, z]").Distinct().Select(AxisOf)]);

    /// <summary>Marks the components.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="frozen">3 n marks.</param>
    /// <returns>Number of atoms in the slab.</returns>
    public int Mark(AtomicSystem system, bool[] frozen)
    {
        IReadOnlyList<int> atoms = FrozenComponent.Slab(system, Normal, Centre, Width).Atoms;
        foreach (int atom in atoms)
        {
            foreach (Axis component in Components) frozen[3 * atom + (int)component] = true;
        }

        return atoms.Count;
    }

    private static Axis AxisOf(string name) => Enum.Parse<Axis>(name, ignoreCase: true);
}
