using LiMeso.Atomistics.Dynamics;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.Storage.Atoms;

namespace LiMeso.Cases.Kinds.MdRun;

/// <summary>The input of an <c>md-run</c> case. Times are in ps, lengths in Å.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Structure">Where the atoms are.</param>
/// <param name="Potential">How they act on each other.</param>
/// <param name="TimeStep">ps.</param>
/// <param name="Seed">Of velocities and noise.</param>
/// <param name="StartTemperature">Of the velocities at the start, K; null for those of the file, or the first stage's temperature.</param>
/// <param name="Threads">Threads that evaluate forces.</param>
/// <param name="Frozen">What does not move.</param>
/// <param name="Stages">The stages.</param>
/// <param name="Output">What to write.</param>
/// <param name="Analysis">What to find in the last stage; null for nothing.</param>
internal sealed record MdRunSettings(
    CaseHeader Header, StructureSettings Structure, PotentialSettings Potential, double TimeStep, int Seed, double? StartTemperature, int Threads,
    IReadOnlyList<FrozenSlab> Frozen, IReadOnlyList<StageSettings> Stages, MdOutput Output, MdAnalysis? Analysis) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "md-run";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static MdRunSettings Read(SectionReader s)
    {
        var settings = new MdRunSettings(
            CaseHeader.Read(s, Kind),
            s.SectionOrDefaults("structure", "Where the atoms are at the start: a file, or a block of a crystal.", StructureSettings.Read),
            s.SectionOrDefaults(PotentialSettings.Key, PotentialSettings.Description, PotentialSettings.Read),
            MetalQuantities.Time(s.Quantity("time-step", QuantityKind.Time, "Time step: 1 fs where energy is to be kept, 2 fs under a thermostat.", "2 fs", limits: Limits.Between(1e-18, 1e-13))),
            s.WholeNumber("seed", "Seed of velocities and noise: same seed, same run.", 1, Limits.Between(0, int.MaxValue)),
            s.OptionalQuantity("start-temperature", QuantityKind.Temperature, "Temperature of the velocities at the start; by default the velocities of the file, or the temperature of the first stage.", "600 K", Limits.Between(0, 1e5)),
            s.WholeNumber("threads", "Threads that evaluate forces. The last bits depend on their number.", 1, Limits.Between(1, 256)),
            s.Sections("frozen", "Slabs of atoms that do not move along the slab's normal.", FrozenSlab.Read, required: false),
            s.Sections("stages", "What is done to the atoms, one after the other.", StageSettings.Read),
            s.SectionOrDefaults("output", "What the run writes.", MdOutput.Read),
            s.OptionalSection("analysis", "What to find in the last stage.", MdAnalysis.Read));
        s.Check(settings.Stages.Count > 0, "stages", "there is no stage");
        if (settings.Stages.FirstOrDefault(stage => settings.Every(stage.Duration) < settings.Every(settings.Output.ThermoInterval)) is { } brief)
            s.Check(false, "stages", $"stage '{brief.Name}' is shorter than 'thermo-interval': there would be nothing to average");
        return settings;
    }

    /// <summary>Steps between two looks.</summary>
    /// <param name="interval">ps.</param>
    public int Every(double interval) => MetalQuantities.Steps(interval, TimeStep);
}

/// <summary>A slab of atoms that do not move along its normal.</summary>
/// <param name="Axis">The normal.</param>
/// <param name="Centre">Middle of the slab, as a fraction of the box.</param>
/// <param name="Width">Å.</param>
internal sealed record FrozenSlab(Axis Axis, double Centre, double Width)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static FrozenSlab Read(SectionReader section) => new(
        Enum.Parse<Axis>(section.Name("direction", ["x", "y", "z"], "Direction along which the atoms do not move: the slab's normal."), ignoreCase: true),
        section.Quantity("centre", QuantityKind.Number, "Where the middle of the slab is, as a fraction of the box.", example: "0.25", limits: Limits.Between(0, 1)),
        MetalQuantities.Length(section.Quantity("width", QuantityKind.Length, "Thickness of the slab.", example: "10 A")));
}

/// <summary>What a run writes.</summary>
/// <param name="ThermoInterval">ps between two lines of the log of temperature, energy and pressure.</param>
/// <param name="Trajectory">Forms in which frames are kept.</param>
/// <param name="TrajectoryInterval">ps between two frames.</param>
/// <param name="CheckpointInterval">Wall time between checkpoints, s.</param>
/// <param name="CheckpointSteps">Steps between checkpoints, in addition; 0 for none.</param>
internal sealed record MdOutput(double ThermoInterval, IReadOnlyList<string> Trajectory, double TrajectoryInterval, double CheckpointInterval, int CheckpointSteps)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static MdOutput Read(SectionReader section) => new(
        MetalQuantities.Time(section.Quantity("thermo-interval", QuantityKind.Time, "Time between two lines of thermo.csv: temperature, energies, pressure, box.", "0.02 ps")),
        [.. section.Names("trajectory", [.. TrajectoryFormats.All.Names, StageSettings.None], "Forms in which frames of all atoms are kept, or none.", "[extxyz, vtk]").Where(f => f != StageSettings.None).Distinct()],
        MetalQuantities.Time(section.Quantity("trajectory-interval", QuantityKind.Time, "Time between two frames.", "0.5 ps")),
        section.Quantity("checkpoint-interval", QuantityKind.Time, "Wall time between checkpoints.", "60 s"),
        section.WholeNumber("checkpoint-steps", "Steps between checkpoints, in addition to the interval; 0 for none.", 0, Limits.Between(0, 1_000_000_000)));
}

/// <summary>What to find in the last stage.</summary>
/// <param name="Interval">ps between two frames that are looked at.</param>
/// <param name="LongestTime">Longest time of the mean squared displacement, ps.</param>
/// <param name="FarthestDistance">Where the pair distribution ends, Å.</param>
internal sealed record MdAnalysis(double Interval, double LongestTime, double FarthestDistance)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static MdAnalysis Read(SectionReader section)
    {
        var analysis = new MdAnalysis(
            MetalQuantities.Time(section.Quantity("interval", QuantityKind.Time, "Time between two frames that are looked at.", "0.02 ps")),
            MetalQuantities.Time(section.Quantity("longest-time", QuantityKind.Time, "Longest time of the mean squared displacement.", "0.2 ps")),
            MetalQuantities.Length(section.Quantity("farthest-distance", QuantityKind.Length, "Where the pair distribution ends.", "8 A", limits: Limits.Between(1e-10, 5e-9))));
        section.Check(analysis.LongestTime >= 2 * analysis.Interval, "longest-time", "the longest time holds fewer than two intervals");
        return analysis;
    }
}
