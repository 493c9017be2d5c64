using LiMeso.Atomistics.Minimisation;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.MdRun;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.Storage.Atoms;

namespace LiMeso.Cases.Kinds.Relaxation;

/// <summary>The input of an <c>md-relax</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Structure">Where the atoms are.</param>
/// <param name="Potential">How they act on each other.</param>
/// <param name="Method">Name of the minimiser.</param>
/// <param name="Relaxation">How the structure relaxes; frozen components are found when the atoms are known.</param>
/// <param name="Box">Name of the freedom of the box.</param>
/// <param name="BoxLocation">Where that is written.</param>
/// <param name="Frozen">What does not relax.</param>
/// <param name="Threads">Threads that evaluate forces.</param>
/// <param name="Trajectory">Forms in which the atoms before and after are written.</param>
/// <param name="CheckpointInterval">Wall time between checkpoints, s.</param>
internal sealed record MdRelaxSettings(
    CaseHeader Header, StructureSettings Structure, PotentialSettings Potential, string Method, RelaxationOptions Relaxation, string Box, SourceLocation BoxLocation,
    IReadOnlyList<FrozenRegion> Frozen, int Threads, IReadOnlyList<string> Trajectory, double CheckpointInterval) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "md-relax";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static MdRelaxSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        StructureSettings structure = s.SectionOrDefaults("structure", "Where the atoms are at the start: a file, or a block of a crystal.", StructureSettings.Read);
        PotentialSettings potential = s.SectionOrDefaults(PotentialSettings.Key, PotentialSettings.Description, PotentialSettings.Read);
        string method = s.Name("minimiser", Minimisers.All.Names, "The method.", "fire");
        string box = s.Name("box", BoxFreedom.All.Names, "What of the box is free: nothing, one length, the three lengths, or lengths and tilts.", "fixed");
        var relaxation = new RelaxationOptions
        {
            Minimiser = Minimisers.All[method],
            Box = BoxFreedom.All[box],
            Pressure = MetalQuantities.Pressure(s.Quantity("pressure", QuantityKind.Pressure, "Pressure on the free parts of the box.", "0 bar", limits: Limits.None)),
            ForceTolerance = QuantityKind.Force.In(s.Quantity("force-tolerance", QuantityKind.Force, "Largest component of a force that may remain.", "1e-5 eV/angstrom"), "eV/angstrom"),
            StressTolerance = MetalQuantities.Pressure(s.Quantity("stress-tolerance", QuantityKind.Pressure, "Largest difference from the pressure that may remain.", "1 bar")),
            MaxEvaluations = s.WholeNumber("max-evaluations", "Evaluations of the potential before the relaxation counts as failed.", 20_000),
        };
        if (box == "fixed") s.RefuseUnused(["pressure", "stress-tolerance"], "'box: fixed'");
        return new MdRelaxSettings(
            header, structure, potential, method, relaxation, box, s.LocationOf("box"),
            s.Sections("frozen", "Slabs of atoms of which some components do not relax.", FrozenRegion.Read, required: false),
            s.WholeNumber("threads", "Threads that evaluate forces. The last bits depend on their number.", 1, Limits.Between(1, 256)),
            [.. s.Names("trajectory", [.. TrajectoryFormats.All.Names, StageSettings.None], "Forms in which the atoms before and after are written, or none.", "[extxyz, vtk]")
                .Where(f => f != StageSettings.None).Distinct()],
            s.Quantity("checkpoint-interval", QuantityKind.Time, "Wall time between checkpoints.", "60 s"));
    }
}
