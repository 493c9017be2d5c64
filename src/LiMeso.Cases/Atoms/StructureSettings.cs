using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Atomistics.Structures.LammpsData;
using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Atoms;

/// <summary>Where the atoms are at the start: a LAMMPS data file, or a block of a crystal.</summary>
/// <param name="File">A LAMMPS data file, or null.</param>
/// <param name="FileLocation">Where the file is written.</param>
/// <param name="Crystal">Name of a crystal structure.</param>
/// <param name="LatticeConstant">Of the crystal, Å.</param>
/// <param name="Cells">How often its cell repeats along x, y, z.</param>
/// <param name="Vacancies">Atoms left out, spread evenly over the block.</param>
internal sealed record StructureSettings(string? File, SourceLocation FileLocation, string Crystal, double LatticeConstant, (int X, int Y, int Z) Cells, int Vacancies)
{
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
            section.WholeNumber("vacancies", "Atoms left out of the crystal, spread over the block.", 0, Limits.Between(0, 1000)));
        if (file is not null && section.Has("file")) section.RefuseUnused(["crystal", "lattice-constant", "cells", "vacancies"], "a structure from a file");
        section.Check(settings.Vacancies < settings.SiteCount, "vacancies", $"the block has {settings.SiteCount} sites");
        return settings;
    }

    /// <summary>Number of sites of the crystal.</summary>
    public int SiteCount => CrystalStructures.All[Crystal].Sites.Count * Cells.X * Cells.Y * Cells.Z;

    /// <summary>The atoms.</summary>
    /// <param name="paths">Finds the file.</param>
    /// <param name="mass">Mass of an atom of a crystal, g/mol; a file has its own.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public AtomicSystem Build(CasePaths paths, double mass)
    {
        if (File is not null) return LammpsDataReader.Read(paths.Resolve(File, FileLocation), shownAs: File);
        AtomicSystem system = CrystalStructures.All[Crystal].Build(LatticeConstant, Cells, mass);
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
