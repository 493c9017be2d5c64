using LiMeso.Atomistics.Boundaries;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Atoms.Search;
using LiMeso.Cases.Files;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>The input of a <c>boundary-diffusion</c> case. Times are in ps, lengths in Å, pressures in bar.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Boundary">The boundary to build; null where the structure is read.</param>
/// <param name="Structure">The structure to read; null where a boundary is built.</param>
/// <param name="Potential">How the atoms act on each other.</param>
/// <param name="TimeStep">ps.</param>
/// <param name="Pressure">bar.</param>
/// <param name="CellIsFree">Whether each length of the box finds its own way; else all are scaled together.</param>
/// <param name="Relaxation">How the structure relaxes before and after annealing.</param>
/// <param name="Search">How its structure is searched first; null for a bicrystal as it is built or read.</param>
/// <param name="Anneal">How it is annealed; null for not at all.</param>
/// <param name="Diffusion">How atoms are followed; null for not at all.</param>
/// <param name="CheckpointInterval">Wall time between checkpoints of a run, s.</param>
internal sealed record BoundaryDiffusionSettings(
    CaseHeader Header, BoundarySettings? Boundary, BicrystalFile? Structure, PotentialSettings Potential, double TimeStep, double Pressure, bool CellIsFree, RelaxationEffort Relaxation,
    SearchProcedure? Search, AnnealSettings? Anneal, FollowSettings? Diffusion, double CheckpointInterval) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "boundary-diffusion";

    private const string Free = "free";

    /// <summary>What the bicrystal is made from.</summary>
    public BicrystalRecipe Recipe => new(Boundary, Structure, Relaxation, CellIsFree);

    /// <summary>A name for reports and tables.</summary>
    public string Name => Recipe.Name;

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static BoundaryDiffusionSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        (BoundarySettings? boundary, BicrystalFile? structure) = BicrystalRecipe.ReadSource(s);
        return ReadProcedure(s, header, boundary, structure);
    }

    /// <summary>Reads what is to be done with a boundary.</summary>
    /// <param name="s">Top level of the file.</param>
    /// <param name="header">What the file says about itself.</param>
    /// <param name="boundary">The boundary, or null.</param>
    /// <param name="structure">The structure, or null.</param>
    public static BoundaryDiffusionSettings ReadProcedure(SectionReader s, CaseHeader header, BoundarySettings? boundary, BicrystalFile? structure)
    {
        var settings = new BoundaryDiffusionSettings(
            header, boundary, structure,
            s.SectionOrDefaults(PotentialSettings.Key, PotentialSettings.Description, PotentialSettings.Read),
            MetalQuantities.Time(s.Quantity("time-step", QuantityKind.Time, "Time step.", "2 fs", limits: Limits.Between(1e-18, 1e-13))),
            MetalQuantities.Pressure(s.Quantity("pressure", QuantityKind.Pressure, "Pressure of annealing and equilibration.", "1.01325 bar", limits: Limits.Between(-1e11, 1e12))),
            s.Name("cell", ["crystal", Free], "What the cell may do. crystal: along the boundary it keeps the crystal's lengths when it relaxes, and pressure scales all lengths together; free: each length finds its own way, by which thin, soft grains strain and may transform.", "crystal") == Free,
            s.SectionOrDefaults("relaxation", "How the structure is relaxed before and after annealing.", RelaxationSection.Read),
            s.OptionalSection("search", "Search for the structure of lowest energy before all else, as a case of kind boundary-search does it; left out to begin with a bicrystal without a shift, or the one of 'structure'.", SearchProcedure.Read),
            s.OptionalSection("anneal", "Heating, holding and cooling before atoms are followed; left out for none.", AnnealSettings.Read),
            s.OptionalSection(FollowSettings.Key, "How atoms are followed; left out to anneal alone.", FollowSettings.Read),
            s.Quantity("checkpoint-interval", QuantityKind.Time, "Wall time between checkpoints of a run.", "60 s"));
        s.Check(settings.Search is null || structure is null || !s.Has("search"), "search", "a structure from a file is not searched", "Remove 'search', or give the section 'boundary' in place of 'structure'.");
        s.Check(settings.Anneal is not null || settings.Diffusion is not null, FollowSettings.Key, "there is nothing to do", "Give the section 'anneal', or 'diffusion', or both.");
        s.Check(
            settings.Diffusion is not { } follow || follow.HasLine(settings.TimeStep), FollowSettings.Key, "no two frames lie between 'fit-from' and 'fit-to' for a line through the displacement",
            "Set them further apart, or 'interval' of 'sampling' shorter.");
        return settings;
    }

    /// <summary>The independent runs that follow atoms, the hottest first: their boundaries are the most interesting.</summary>
    public IReadOnlyList<FollowItem> Items =>
        Diffusion is not { } follow ? [] : [.. from t in follow.Temperatures.Reverse() from seed in Enumerable.Range(1, follow.Seeds) select new FollowItem(t, seed)];
}

/// <summary>How a structure is annealed at constant pressure.</summary>
/// <param name="Temperature">K.</param>
/// <param name="Heating">ps.</param>
/// <param name="Holding">ps.</param>
/// <param name="Cooling">ps.</param>
/// <param name="Seed">Of its velocities.</param>
/// <param name="TakesLower">Whether atoms are followed from the structure before annealing where that is lower in energy.</param>
internal sealed record AnnealSettings(double Temperature, double Heating, double Holding, double Cooling, int Seed, bool TakesLower)
{
    /// <summary>Where heating begins and cooling ends, K: masses of thermostat and barostat follow the target, and atoms that lag behind one near zero would be thrown about. The relaxation takes the rest.</summary>
    public const double Cold = 30;

    private const string Annealed = "annealed", Lower = "lower";

    private static readonly string _cold = FormattableString.Invariant($"{Cold} K");

    /// <summary>ps in all.</summary>
    public double Duration => Heating + Holding + Cooling;

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static AnnealSettings Read(SectionReader section) => new(
        section.Quantity("temperature", QuantityKind.Temperature, "Temperature to which it is heated.", "400 K", limits: Limits.Between(2, 1e5)),
        MetalQuantities.Time(section.Quantity("heating", QuantityKind.Time, $"Time to heat it up, from {_cold} on; 5 ns in the source, from 0 K.", "5 ns")),
        MetalQuantities.Time(section.Quantity("holding", QuantityKind.Time, "Time at that temperature; 5 ns in the source.", "5 ns")),
        MetalQuantities.Time(section.Quantity("cooling", QuantityKind.Time, $"Time to cool it down again, to {_cold}; 5 ns in the source, to 0 K.", "5 ns")),
        section.WholeNumber("seed", "Seed of the velocities.", 1, Limits.Between(0, int.MaxValue)),
        section.Name("take", [Annealed, Lower], "The structure from which atoms are followed. annealed: always that; lower: the one before where it is lower in energy, as it is when cooling was so fast that it left disorder.", Annealed) == Lower);
}
