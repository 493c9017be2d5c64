using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Atomistics.Structures.LammpsData;
using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Atoms;

/// <summary>Where the atoms are at the start: a LAMMPS data file, a block of a crystal, or a slab of one between free surfaces.</summary>
/// <param name="File">A LAMMPS data file, or null.</param>
/// <param name="FileLocation">Where the file is written.</param>
/// <param name="Crystal">Name of a crystal structure.</param>
/// <param name="LatticeConstant">Of the crystal, Å.</param>
/// <param name="Cells">How often its cell repeats along x, y, z.</param>
/// <param name="Vacancies">Atoms left out, spread evenly over the block.</param>
/// <param name="Surface">Miller indices of a surface normal to z; null for none.</param>
/// <param name="Vacuum">Between a slab and its images, Å.</param>
/// <param name="Boundary">A letter a direction: p for periodic, f for free.</param>
internal sealed record StructureSettings(
    string? File, SourceLocation FileLocation, string Crystal, double LatticeConstant, (int X, int Y, int Z) Cells, int Vacancies, string? Surface, double Vacuum, string Boundary)
{
    private static readonly string[] _boundaries = [.. from x in "pf" from y in "pf" from z in "pf" select $"{x}{y}{z}"];

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static StructureSettings Read(SectionReader section)
    {
        string? file = section.OptionalText("file", "LAMMPS data file with the atoms, instead of a crystal.", "data.lmp");
        var settings = new StructureSettings(
            file, section.LocationOf("file"),
            section.Name("crystal", CrystalStructures.All.Names, "Crystal structure of a block.", "bcc"),
            MetalQuantities.Length(section.Quantity("lattice-constant", QuantityKind.Length, "Lattice constant of the crystal.", "3.55 A", limits: Limits.Between(1e-10, 2e-9))),
            section.SectionOrDefaults("cells", "How often the crystal's cell repeats.", ReadCells),
            section.WholeNumber("vacancies", "Atoms left out of the crystal, spread over the block.", 0, Limits.Between(0, 1000)),
            section.OptionalName("surface", SurfaceOrientations.All.Names, "Free surfaces normal to z: the crystal is turned so, and 'cells' counts its turned cells."),
            MetalQuantities.Length(section.Quantity("vacuum", QuantityKind.Length, "Width of the vacuum between a slab with surfaces and its images.", "25 A", limits: Limits.Between(0, 1e-7))),
            section.Name("boundary", _boundaries, "One letter a direction, x, y, z: p for periodic, f for free.", "ppp"));
        if (file is not null && section.Has("file"))
            section.RefuseUnused(["crystal", "lattice-constant", "cells", "vacancies", "surface", "vacuum"], "a structure from a file");
        else if (!section.Has("surface")) section.RefuseUnused(["vacuum"], "a structure without 'surface'");
        section.Check(settings.Surface is null || settings.Structure.IsCubic, "surface", $"a surface needs a cubic crystal, and {settings.Crystal} is none");
        section.Check(settings.Vacancies < settings.SiteCount, "vacancies", $"the block has {settings.SiteCount} sites");
        return settings;
    }

    /// <summary>Number of sites of the crystal.</summary>
    public int SiteCount => Turned.Sites.Count * Cells.X * Cells.Y * Cells.Z;

    private CrystalStructure Structure => CrystalStructures.All[Crystal];

    private CrystalStructure Turned => Surface is null || !Structure.IsCubic ? Structure : SurfaceOrientations.All[Surface].Turn(Structure);

    /// <summary>The atoms.</summary>
    /// <param name="paths">Finds the file.</param>
    /// <param name="mass">Mass of an atom of a crystal, g/mol; a file has its own.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public AtomicSystem Build(CasePaths paths, double mass)
    {
        (bool, bool, bool) periodic = (Boundary[0] == 'p', Boundary[1] == 'p', Boundary[2] == 'p');
        if (File is not null) return LammpsDataReader.Read(paths.Resolve(File, FileLocation), periodic, File);
        AtomicSystem system = Surface is null
            ? Structure.Build(LatticeConstant, Cells, mass)
            : SurfaceSlab.Build(Structure, LatticeConstant, SurfaceOrientations.All[Surface], (Cells.X, Cells.Y), Cells.Z * Turned.CellLengths(LatticeConstant).Z, Vacuum, mass);
        system.Box = system.Box with { Periodic = periodic };
        // from the last one on, so that the others keep their numbers
        for (int k = Vacancies - 1; k >= 0; k--) system = PointDefects.WithoutAtom(system, (int)((long)k * SiteCount / Vacancies));
        return system;
    }

    /// <summary>SHA-256 of the file, if there is one.</summary>
    /// <param name="paths">Finds the file.</param>
    public IReadOnlyDictionary<string, string> Hashes(CasePaths paths) =>
        File is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [File] = InputHashes.OfFile(paths.Resolve(File, FileLocation)) };

    private static (int X, int Y, int Z) ReadCells(SectionReader section)
    {
        var limits = Limits.Between(1, 1000);
        return (section.WholeNumber("x", "Along x.", 5, limits), section.WholeNumber("y", "Along y.", 5, limits), section.WholeNumber("z", "Along z.", 5, limits));
    }
}
