using LiMeso.Atomistics.Properties;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.BoundaryVacancies;

/// <summary>The input of a <c>boundary-vacancies</c> case. Lengths are in Å, energies in eV.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Recipe">What the bicrystal is made from.</param>
/// <param name="Potential">How the atoms act on each other.</param>
/// <param name="Sites">Which sites are emptied.</param>
/// <param name="CrystalCells">Cube cells along each edge of the block in which a vacancy of the perfect crystal is relaxed.</param>
/// <param name="Temperature">K, at which the vacancies of the boundary are compared with those of the bulk.</param>
/// <param name="Published">What the result is compared with.</param>
internal sealed record BoundaryVacanciesSettings(
    CaseHeader Header, BicrystalRecipe Recipe, PotentialSettings Potential, SiteSettings Sites, int CrystalCells, double Temperature, PublishedEnergies Published) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "boundary-vacancies";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static BoundaryVacanciesSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        (BoundarySettings? boundary, BicrystalFile? structure) = BicrystalRecipe.ReadSource(s);
        double apart = MetalQuantities.Length(s.Quantity(
            "image-distance", QuantityKind.Length, "Least distance of a vacancy from its own images along the boundary: the cell repeats until it is reached, beyond 'min-width' where that is less.", "14 A", limits: Limits.Between(0, 1e-7)));
        var recipe = new BicrystalRecipe(
            boundary is null ? null : boundary with { MinimumWidth = Math.Max(apart, boundary.MinimumWidth) },
            structure is null ? null : structure with { MinimumWidth = Math.Max(apart, structure.MinimumWidth) },
            s.SectionOrDefaults("relaxation", "How far the bicrystal relaxes, and then the atoms around each vacancy.", section => RelaxationSection.Read(section, "1e-4 eV/angstrom")),
            CellIsFree: false);
        var settings = new BoundaryVacanciesSettings(
            header, recipe,
            s.SectionOrDefaults(PotentialSettings.Key, PotentialSettings.Description, PotentialSettings.Read),
            s.SectionOrDefaults("sites", "Which sites are emptied, one at a time.", SiteSettings.Read),
            s.WholeNumber("crystal-cells", "Cube cells along each edge of the block in which a vacancy of the perfect crystal is relaxed.", Vacancy.DefaultCells, Limits.Between(3, 30)),
            s.Quantity("temperature", QuantityKind.Temperature, "Temperature at which the vacancies of the boundary are compared with those of the bulk.", "300 K", limits: Limits.Between(1, 1e5)),
            s.SectionOrDefaults("published", "Energies that the result is compared with.", PublishedEnergies.Read));
        s.Check(
            boundary is null || settings.Sites.BulkFrom <= 0.5 * boundary.Separation, "sites", "the middle of a grain is nearer to its boundaries than 'bulk-from'",
            "Set 'bulk-from' to half the 'separation' at most.");
        return settings;
    }
}

/// <summary>Which sites are emptied.</summary>
/// <param name="Within">Distance from the middle of the boundary up to which a site belongs to it, Å.</param>
/// <param name="Most">Sites of the boundary at most.</param>
/// <param name="BulkFrom">Distance from both boundaries from which a site belongs to the bulk, Å.</param>
/// <param name="Bulk">Sites of the bulk at most.</param>
/// <param name="Seed">Of the choice.</param>
internal sealed record SiteSettings(double Within, int Most, double BulkFrom, int Bulk, int Seed)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static SiteSettings Read(SectionReader section)
    {
        var settings = new SiteSettings(
            MetalQuantities.Length(section.Quantity("within", QuantityKind.Length, "Distance from the middle of the boundary up to which a site belongs to it.", "6 A", limits: Limits.Between(1e-10, 1e-7))),
            section.WholeNumber("most", "Sites of the boundary at most: a choice by chance, spread over their distances. Sites that the boundary's symmetry makes equal count as one.", 60, Limits.Between(1, 100_000)),
            MetalQuantities.Length(section.Quantity("bulk-from", QuantityKind.Length, "Distance from both boundaries from which a site belongs to the bulk, the control.", "20 A", limits: Limits.Between(1e-10, 1e-6))),
            section.WholeNumber("bulk", "Sites of the bulk at most.", 4, Limits.Between(0, 100_000)),
            section.WholeNumber("seed", "Seed of the choice.", 1, Limits.Between(0, int.MaxValue)));
        section.Check(settings.BulkFrom > settings.Within, "bulk-from", "sites of the bulk begin within those of the boundary", "Give a distance beyond 'within'.");
        return settings;
    }
}

/// <summary>Published vacancy formation energies.</summary>
/// <param name="Boundary">Mean over sites of grain boundaries, eV.</param>
/// <param name="Deviation">Its standard deviation, eV.</param>
/// <param name="Bulk">In the bulk, eV.</param>
internal sealed record PublishedEnergies(double Boundary, double Deviation, double Bulk)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static PublishedEnergies Read(SectionReader section) => new(
        MetalQuantities.Energy(section.Quantity("boundary", QuantityKind.Energy, "Mean over sites of grain boundaries.", "0.39 eV")),
        MetalQuantities.Energy(section.Quantity("deviation", QuantityKind.Energy, "Its standard deviation.", "0.08 eV")),
        MetalQuantities.Energy(section.Quantity("bulk", QuantityKind.Energy, "In the bulk.", "0.40 eV")));
}
