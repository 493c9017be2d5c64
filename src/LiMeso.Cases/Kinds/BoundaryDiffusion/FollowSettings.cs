using LiMeso.Atomistics.Boundaries;
using LiMeso.Cases.Atoms;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>How the atoms of a boundary are followed.</summary>
/// <param name="Temperatures">K, increasing.</param>
/// <param name="Seeds">Runs at each temperature, with different velocities.</param>
/// <param name="FrozenWidth">Thickness of the two slabs that do not move along y, Å; 0 for none.</param>
/// <param name="Vacancies">Atoms taken out of each boundary after search and annealing, before equilibration.</param>
/// <param name="Equilibration">At constant pressure, ps; the box is averaged over its second half.</param>
/// <param name="Settling">At constant volume, before atoms are followed, ps.</param>
/// <param name="Production">How long they are followed, ps.</param>
/// <param name="LongestProduction">How long they are followed at most, while they have moved too little, ps.</param>
/// <param name="Tracking">How boundaries are found.</param>
/// <param name="Sampling">How displacements become diffusivities.</param>
internal sealed record FollowSettings(
    IReadOnlyList<double> Temperatures, int Seeds, double FrozenWidth, int Vacancies, double Equilibration, double Settling, double Production, double LongestProduction, TrackingSettings Tracking, DisplacementSettings Sampling)
{
    /// <summary>Key of the section.</summary>
    public const string Key = "diffusion";

    /// <summary>Keys of the section that say how many runs there are, and how far they go: what a run does does not depend on them.</summary>
    public static readonly IReadOnlyList<string> KeysOfExtent = [TemperaturesKey, SeedsKey, LongestKey];

    private const string TemperaturesKey = "temperatures", SeedsKey = "seeds", LongestKey = "longest-production";

    /// <summary>Middles of the frozen slabs, as fractions of the box along y.</summary>
    public static readonly IReadOnlyList<double> FrozenAt = [0.25, 0.75];

    /// <summary>Steps between two looks at energies, looks between two frames and between two fits: whole numbers next to the times wanted.</summary>
    /// <param name="timeStep">ps.</param>
    public (int StepsPerSample, int SamplesPerFrame, int SamplesPerFit) Rhythm(double timeStep)
    {
        int steps = MetalQuantities.Steps(Tracking.Sample, timeStep);
        return (steps, MetalQuantities.Steps(Sampling.Interval, steps * timeStep), MetalQuantities.Steps(Tracking.Interval, steps * timeStep));
    }

    /// <summary>Whether two frames, at least, lie on the line through the displacement.</summary>
    /// <param name="timeStep">ps.</param>
    public bool HasLine(double timeStep)
    {
        (int steps, int samples, _) = Rhythm(timeStep);
        double frame = steps * samples * timeStep;
        return Math.Floor(Sampling.FitTo / frame + 1e-9) > Math.Max(1, Math.Ceiling(Sampling.FitFrom / frame - 1e-9));
    }

    /// <summary>
    /// The runs one after the other in which atoms are followed, each twice as long as the one before and with a line twice as far, up to the longest. One begins only when atoms moved too little in the one before.
    /// </summary>
    public IReadOnlyList<FollowSettings> Phases
    {
        get
        {
            List<FollowSettings> phases = [this];
            while (2 * phases[^1].Production <= LongestProduction * (1 + 1e-9)) phases.Add(phases[^1] with { Production = 2 * phases[^1].Production, Sampling = phases[^1].Sampling.Doubled });
            return phases;
        }
    }

    /// <summary>ps of a run in all, at most.</summary>
    public double Duration => Equilibration + Settling + Phases.Sum(phase => phase.Production);

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static FollowSettings Read(SectionReader section)
    {
        double production = MetalQuantities.Time(section.Quantity("production", QuantityKind.Time, "How long atoms are followed. 5 ns in the source.", "200 ps"));
        double? longest = section.OptionalQuantity(
            LongestKey, QuantityKind.Time,
            "While atoms have moved less than 'least-displacement' they are followed again for twice the time, with a line twice as far, up to this time; as long as 'production' when left out.", example: "5 ns");
        var settings = new FollowSettings(
            [.. section.Quantities(TemperaturesKey, QuantityKind.Temperature, "Temperatures.", "[250 K, 300 K, 350 K, 400 K]", limits: Limits.Between(1, 1e5)).Distinct().Order()],
            section.WholeNumber(SeedsKey, "Runs at each temperature, with different velocities.", 3, Limits.Between(1, 1000)),
            MetalQuantities.Length(section.Quantity("frozen-width", QuantityKind.Length, "Thickness of the slabs in the middle of both grains whose atoms do not move along y, so that boundaries stay apart; 0 for none.", "10 A", limits: Limits.Between(0, 1e-7))),
            section.WholeNumber("vacancies", "Atoms taken out of each boundary before equilibration, by chance, other ones for each seed: what does an added vacancy do?", 0, Limits.Between(0, 10_000)),
            MetalQuantities.Time(section.Quantity("equilibration", QuantityKind.Time, "Time at constant pressure; the box is averaged over its second half. 5 ns in the source.", "20 ps")),
            MetalQuantities.Time(section.Quantity("settling", QuantityKind.Time, "Time at constant volume before atoms are followed. 1 ns in the source.", "5 ps")),
            production,
            longest is { } most ? MetalQuantities.Time(most) : production,
            section.SectionOrDefaults("tracking", "How boundaries are found.", TrackingSettings.Read),
            section.SectionOrDefaults("sampling", "How displacements become diffusivities.", DisplacementSettings.Read));
        // runs are told apart by the temperature in their names, to so many digits
        section.Check(settings.Temperatures.Zip(settings.Temperatures.Skip(1)).All(pair => pair.Second - pair.First >= 0.001), TemperaturesKey, "two temperatures are closer than 0.001 K", "Leave one of them out.");
        section.Check(settings.LongestProduction >= settings.Production, LongestKey, "the longest time is shorter than 'production'", "Give a longer time, or leave it out.");
        section.Check(settings.Production >= settings.Tracking.Interval, "production", FormattableString.Invariant($"atoms are followed for less than one tracking interval, {settings.Tracking.Interval:0.####} ps"), "Give a longer time, or a shorter 'interval' of 'tracking'.");
        section.Check(settings.Production >= settings.Sampling.FitTo + settings.Sampling.Interval, "production", FormattableString.Invariant($"atoms are followed for less time than the line through their displacement needs, {settings.Sampling.FitTo + settings.Sampling.Interval:0.####} ps: 'fit-to' and one 'interval' of 'sampling'"), "Give a longer time, or a shorter 'fit-to'.");
        return settings;
    }
}

/// <summary>How boundaries are found.</summary>
/// <param name="Interval">ps over which a profile is averaged.</param>
/// <param name="Sample">ps between two looks at energies.</param>
/// <param name="Bins">Slabs along y.</param>
internal sealed record TrackingSettings(double Interval, double Sample, int Bins)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static TrackingSettings Read(SectionReader section)
    {
        var settings = new TrackingSettings(
            MetalQuantities.Time(section.Quantity("interval", QuantityKind.Time, "Time over which an energy profile is averaged before boundaries are fitted to it. 0.1 ns in the source.", "5 ps")),
            MetalQuantities.Time(section.Quantity("sample", QuantityKind.Time, "Time between two looks at energies.", "0.1 ps")),
            section.WholeNumber("bins", "Slabs along y: 100, or 50 for small cells.", 50, Limits.Between(16, 1000)));
        section.Check(settings.Interval >= settings.Sample, "interval", FormattableString.Invariant($"an interval holds less than one sample, {settings.Sample:0.####} ps"), "Give a longer time, or a shorter 'sample'.");
        return settings;
    }
}

/// <summary>How displacements become diffusivities.</summary>
/// <param name="Interval">ps between two frames.</param>
/// <param name="FitFrom">First time of the straight line, ps.</param>
/// <param name="FitTo">Last time, ps.</param>
/// <param name="Blocks">Blocks of time origins, for the error, at most.</param>
/// <param name="LeastDisplacement">What boundary atoms must move within the last time, net of vibration, Å².</param>
/// <param name="FarFrom">Distance from both boundaries from which atoms are controls, Å.</param>
internal sealed record DisplacementSettings(double Interval, double FitFrom, double FitTo, int Blocks, double LeastDisplacement, double FarFrom)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static DisplacementSettings Read(SectionReader section)
    {
        return new DisplacementSettings(
            MetalQuantities.Time(section.Quantity("interval", QuantityKind.Time, "Time between two frames.", "0.5 ps")),
            MetalQuantities.Time(section.Quantity("fit-from", QuantityKind.Time, "First time of the straight line through the mean squared displacement.", "10 ps")),
            MetalQuantities.Time(section.Quantity("fit-to", QuantityKind.Time, "Last time of the line. 1 ns in the source.", "40 ps")),
            section.WholeNumber("blocks", "Blocks of time origins, for the error, at most: each is as long as the line, or longer, so that they are independent.", 4, Limits.Between(2, 1000)),
            section.Quantity("least-displacement", QuantityKind.Number, "Mean squared displacement, net of vibration, that atoms must reach within the last time for a diffusivity, in square angstrom.", "3", limits: Limits.Between(0, 1e6)),
            MetalQuantities.Length(section.Quantity("far-from", QuantityKind.Length, "Distance from the middle of both boundaries from which atoms are controls.", "15 A", limits: Limits.Between(1e-10, 1e-7))));
    }

    /// <summary>The same for a run twice as long.</summary>
    public DisplacementSettings Doubled => this with { Interval = 2 * Interval, FitFrom = 2 * FitFrom, FitTo = 2 * FitTo };

    /// <summary>Where to fit, how to judge.</summary>
    /// <param name="frameInterval">Time between frames, whole steps, ps.</param>
    public DiffusionCriteria Criteria(double frameInterval) => new(frameInterval, FitFrom, FitTo) { LeastDisplacement = LeastDisplacement };
}
