using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.LammpsData;
using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Atoms;

/// <summary>What a bicrystal is made from, how wide it becomes, and how it relaxes.</summary>
/// <param name="Boundary">The boundary to build; null where the structure is read.</param>
/// <param name="Structure">The structure to read; null where a boundary is built.</param>
/// <param name="Relaxation">How far it relaxes.</param>
/// <param name="CellIsFree">Whether all lengths of the box relax; else the one across the boundary alone.</param>
internal sealed record BicrystalRecipe(BoundarySettings? Boundary, BicrystalFile? Structure, RelaxationEffort Relaxation, bool CellIsFree)
{
    /// <summary>Lattice constant for estimates, before a potential has told its own, Å.</summary>
    public const double AboutLattice = 3.5;

    private const string StructureKey = "structure";

    /// <summary>A name for reports and tables.</summary>
    public string Name => Boundary?.Name ?? Structure!.Name;

    /// <summary>Least lengths of the cell along x and z, Å.</summary>
    public double MinimumWidth => Boundary?.MinimumWidth ?? Structure!.MinimumWidth;

    /// <summary>Reads the two sections of which one is given.</summary>
    /// <param name="s">Top level of the case file.</param>
    public static (BoundarySettings? Boundary, BicrystalFile? Structure) ReadSource(SectionReader s)
    {
        BoundarySettings? boundary = s.OptionalSection(BoundarySettings.Key, BoundarySettings.Description, BoundarySettings.Read);
        BicrystalFile? structure = s.OptionalSection(StructureKey, "A bicrystal from a file, instead of one that is built.", BicrystalFile.Read);
        s.Check(boundary is not null || structure is not null, BoundarySettings.Key, "there is no boundary", "Give the section 'boundary', or 'structure' with a file.");
        s.Check(boundary is null || structure is null || !(s.Has(BoundarySettings.Key) && s.Has(StructureKey)), StructureKey, "a boundary is built or read, not both", "Remove 'boundary' or 'structure'.");
        return (boundary, structure);
    }

    /// <summary>The atoms of the file, and its SHA-256; null and none where the boundary is built.</summary>
    /// <param name="paths">Finds the file.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public (AtomicSystem? Given, IReadOnlyDictionary<string, string> Hashes) Load(CasePaths paths)
    {
        if (Structure is not { } structure) return (null, new Dictionary<string, string>());
        string path = paths.Resolve(structure.File, structure.FileLocation);
        return (LammpsDataReader.Read(path, (true, true, true), structure.File), new Dictionary<string, string> { [structure.File] = InputHashes.OfFile(path) });
    }

    /// <summary>The atoms before they relax, as few as there can be.</summary>
    /// <param name="given">The atoms of the file; null to build.</param>
    /// <param name="latticeConstant">Å, where the settings have none.</param>
    /// <param name="mass">Mass of an atom, g/mol.</param>
    public AtomicSystem Smallest(AtomicSystem? given, double latticeConstant, double mass) =>
        given?.Copy() ?? Bicrystal.Build(Boundary!.Geometry, Boundary.Options(latticeConstant, mass) with { MinimumWidth = 0 }).System;

    /// <summary>Atoms of the cell that is as wide as it is to be; a number that may be too large for a whole one.</summary>
    /// <param name="smallest">See <see cref="Smallest"/>.</param>
    public double AtomsOf(AtomicSystem smallest)
    {
        (int x, int z) = Repetitions(smallest.Box);
        return (double)smallest.Count * x * z;
    }

    /// <summary>How often the smallest cell repeats along x and z until it is as wide as it is to be.</summary>
    /// <param name="smallest">Its box.</param>
    public (int X, int Z) Repetitions(SimulationBox smallest)
    {
        return (Times(smallest.Lengths.X), Times(smallest.Lengths.Z));

        int Times(double length) => Math.Max(1, (int)Math.Ceiling(MinimumWidth / length - 1e-9));
    }
}
