using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Atoms;

/// <summary>A bicrystal from a file.</summary>
/// <param name="Name">What the boundary is called.</param>
/// <param name="File">A LAMMPS data file.</param>
/// <param name="FileLocation">Where that is written.</param>
/// <param name="MinimumWidth">Least lengths along x and z, Å: the cell repeats until they are reached.</param>
internal sealed record BicrystalFile(string Name, string File, SourceLocation FileLocation, double MinimumWidth)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static BicrystalFile Read(SectionReader section) => new(
        section.Text("name", "What the boundary is called, in reports and tables.", example: "Σ5(310)"),
        section.Text("file", "LAMMPS data file of a periodic bicrystal with boundaries normal to y, at fractions 0 and 1/2 of the box.", example: "relaxed.lmp"),
        section.LocationOf("file"),
        MetalQuantities.Length(section.Quantity("min-width", QuantityKind.Length, "Least lengths of the cell along the boundary: it repeats until they are reached.", "0 A", limits: Limits.Between(0, 1e-6))));
}
