using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>The input of a <c>bulk-diffusion</c> case. Times are in ps, lengths in Å, energies in eV, pressures in bar.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Potential">How the atoms act on each other.</param>
/// <param name="LatticeConstant">Of the crystal as it is set up, Å; the barostat finds its own.</param>
/// <param name="Temperatures">K, increasing.</param>
/// <param name="Seeds">Runs at each temperature and size, with different velocities.</param>
/// <param name="Sizes">Cells, and how long each is followed.</param>
/// <param name="TimeStep">ps.</param>
/// <param name="Pressure">bar.</param>
/// <param name="Equilibration">At constant pressure, ps; the box is averaged over its second half.</param>
/// <param name="Settling">At constant volume, before atoms are followed, ps.</param>
/// <param name="Sampling">When atoms are looked at.</param>
/// <param name="Formation">Vacancy formation energies.</param>
/// <param name="Source">What the result is compared with, and where grain boundaries come from.</param>
/// <param name="CheckpointInterval">Wall time between checkpoints of a run, s.</param>
internal sealed record BulkDiffusionSettings(
    CaseHeader Header, PotentialSettings Potential, double LatticeConstant, IReadOnlyList<double> Temperatures, int Seeds, IReadOnlyList<CellSize> Sizes,
    double TimeStep, double Pressure, double Equilibration, double Settling, Sampling Sampling, FormationSettings Formation, SourceSettings Source, double CheckpointInterval) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "bulk-diffusion";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static BulkDiffusionSettings Read(SectionReader s)
    {
        IReadOnlyList<double> written = [];
        var settings = new BulkDiffusionSettings(
            CaseHeader.Read(s, Kind),
            s.SectionOrDefaults(PotentialSettings.Key, PotentialSettings.Description, PotentialSettings.Read),
            MetalQuantities.Length(s.Quantity("lattice-constant", QuantityKind.Length, "Lattice constant of the bcc crystal as it is set up; the barostat finds its own.", "3.55 A", limits: Limits.Between(1e-10, 2e-9))),
            [.. (written = s.Quantities("temperatures", QuantityKind.Temperature, "Temperatures, two at least for an activation energy.", "[250 K, 300 K, 350 K, 400 K]", limits: Limits.Between(1, 1e5))).Distinct().Order()],
            s.WholeNumber("seeds", "Runs at each temperature and size, with different velocities.", 3, Limits.Between(1, 1000)),
            s.Sections("sizes", "Cells with one vacancy, and how long each is followed.", CellSize.Read),
            MetalQuantities.Time(s.Quantity("time-step", QuantityKind.Time, "Time step.", "2 fs", limits: Limits.Between(1e-18, 1e-13))),
            MetalQuantities.Pressure(s.Quantity("pressure", QuantityKind.Pressure, "Pressure of the equilibration.", "1 bar", limits: Limits.Between(-1e11, 1e12))),
            MetalQuantities.Time(s.Quantity("equilibration", QuantityKind.Time, "Time at constant pressure; the box is averaged over its second half.", "10 ps")),
            MetalQuantities.Time(s.Quantity("settling", QuantityKind.Time, "Time at constant volume before atoms are followed.", "2 ps")),
            s.SectionOrDefaults("sampling", "When atoms are looked at, and which part of their displacement is used.", Sampling.Read),
            s.SectionOrDefaults("formation-energy", "Energy to form a vacancy, by which the diffusivity is scaled to equilibrium.", FormationSettings.Read),
            s.SectionOrDefaults("source", "What the result is compared with.", SourceSettings.Read),
            s.Quantity("checkpoint-interval", QuantityKind.Time, "Wall time between checkpoints of a run.", "60 s"));
        s.Check(settings.Sizes.Count > 0, "sizes", "there is no size");
        s.Check(settings.Sizes.Select(z => z.Cells).Distinct().Count() == settings.Sizes.Count, "sizes", "two sizes have the same number of cells");
        s.Check(settings.Sizes.All(z => z.Production.Count == 1 || z.Production.Count == written.Count), "sizes", $"'production' is one time for all temperatures, or one for each of the {written.Count}");
        return settings with { Sizes = [.. settings.Sizes.Select(z => z.InOrderOf(written))] };
    }

    /// <summary>The independent runs: the longest first, so that none is left over at the end.</summary>
    public IReadOnlyList<VacancyItem> Items =>
    [
        .. from size in Sizes
           from k in Enumerable.Range(0, Temperatures.Count)
           from seed in Enumerable.Range(1, Seeds)
           orderby size.Sites * size.Production[k] descending
           select new VacancyItem(Temperatures[k], size, size.Production[k], seed),
    ];
}

/// <summary>A cell of bcc crystal with one vacancy.</summary>
/// <param name="Cells">Cube cells along each edge.</param>
/// <param name="Production">How long it is followed at each temperature, ps.</param>
internal sealed record CellSize(int Cells, IReadOnlyList<double> Production)
{
    /// <summary>Lattice sites; there is one atom less.</summary>
    public int Sites => 2 * Cells * Cells * Cells;

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static CellSize Read(SectionReader section) => new(
        section.WholeNumber("cells", "Cube cells along each edge, of two sites each.", limits: Limits.Between(2, 100)),
        [.. section.Quantities("production", QuantityKind.Time, "How long atoms are followed: one time for all temperatures, or one for each, in their order.", example: "1 ns").Select(MetalQuantities.Time)]);

    /// <summary>The same, with a time for each temperature in increasing order, each once.</summary>
    /// <param name="temperatures">In the order of writing.</param>
    public CellSize InOrderOf(IReadOnlyList<double> temperatures) => this with
    {
        Production = [.. temperatures.Select((t, k) => (Temperature: t, Time: Production.Count == 1 ? Production[0] : Production[k])).DistinctBy(p => p.Temperature).OrderBy(p => p.Temperature).Select(p => p.Time)],
    };
}

/// <summary>When atoms are looked at.</summary>
/// <param name="Interval">ps between two frames.</param>
/// <param name="FitFrom">First time of the straight line through the mean squared displacement, ps.</param>
/// <param name="FitTo">Last time, ps.</param>
/// <param name="Blocks">Blocks of time origins, for the error.</param>
internal sealed record Sampling(double Interval, double FitFrom, double FitTo, int Blocks)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static Sampling Read(SectionReader section)
    {
        var sampling = new Sampling(
            MetalQuantities.Time(section.Quantity("interval", QuantityKind.Time, "Time between two frames: shorter than the time between hops.", "0.1 ps")),
            MetalQuantities.Time(section.Quantity("fit-from", QuantityKind.Time, "First time of the straight line through the mean squared displacement: beyond vibrations and returns of the vacancy.", "3 ps")),
            MetalQuantities.Time(section.Quantity("fit-to", QuantityKind.Time, "Last time of the line.", "15 ps")),
            section.WholeNumber("blocks", "Blocks of time origins, for the error.", 5, Limits.Between(2, 1000)));
        section.Check(sampling.FitTo >= sampling.FitFrom + sampling.Interval, "fit-to", "the line needs two frames");
        return sampling;
    }
}

/// <summary>Vacancy formation energies.</summary>
/// <param name="Given">eV; null to compute it.</param>
/// <param name="Cells">Cube cells of the block in which it is computed.</param>
/// <param name="Published">That of the source, eV.</param>
internal sealed record FormationSettings(double? Given, int Cells, double Published)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static FormationSettings Read(SectionReader section)
    {
        double? given = section.OptionalQuantity("value", QuantityKind.Energy, "The energy to use; computed from the potential when left out.", "0.395 eV");
        return new FormationSettings(
            given is { } si ? MetalQuantities.Energy(si) : null,
            section.WholeNumber("cells", "Cube cells along each edge of the block in which it is computed.", 8, Limits.Between(3, 30)),
            MetalQuantities.Energy(section.Quantity("published", QuantityKind.Energy, "That of the source, shown beside.", "0.40 eV")));
    }
}
