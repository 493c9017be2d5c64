using System.Globalization;
using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Cases.Results;
using LiMeso.Core;

namespace LiMeso.Cases.Kinds.BoundaryVacancies;

/// <summary>What all sites together say, as named numbers. Means are over atoms: a site counts as often as there are atoms like it.</summary>
internal static class VacancySummary
{
    /// <summary>Beginning of the names of the arrays, an entry a site.</summary>
    public const string Array = "sites/";

    // A gain that rounding and the tolerance of forces do not make, eV.
    private const double NoteworthyGain = 0.01;

    /// <summary>The numbers.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="host">The bicrystal.</param>
    /// <param name="found">The sites, and what was found at each.</param>
    public static ResultData Of(BoundaryVacanciesSettings settings, VacancyHost host, IReadOnlyList<(SiteItem Item, BoundaryVacancy Vacancy)> found)
    {
        var results = new ResultData();
        (SiteItem Item, BoundaryVacancy Vacancy)[] boundary = [.. found.Where(f => f.Item.InBoundary)], bulk = [.. found.Where(f => !f.Item.InBoundary)];
        if (settings.Recipe.Boundary?.Id is { } id) results.Set("boundary.id", id);
        results.Set("boundary.name", settings.Recipe.Name);
        results.Set("boundary_energy_J_m2", host.Structure.BoundaryEnergy);
        results.Set("atoms", host.Structure.System.Count);
        results.Set("crystal.energy_per_atom_eV", host.CrystalEnergy);
        results.Set("wide_cell_gain_eV", host.Gain);
        results.Set("formation_energy_eV.crystal", host.CrystalVacancy);
        results.Set("formation_energy_eV.published.boundary", settings.Published.Boundary);
        results.Set("formation_energy_eV.published.deviation", settings.Published.Deviation);
        results.Set("formation_energy_eV.published.bulk", settings.Published.Bulk);
        Energies(results, "bulk", bulk);
        Energies(results, "boundary", boundary);
        Energies(results, "boundary_staying", [.. boundary.Where(f => f.Vacancy.Fate == VacancyFate.Stays)]);
        foreach (VacancyFate fate in Enum.GetValues<VacancyFate>()) results.Set($"boundary_sites.{ResultKey.Of(fate.ToString().ToLowerInvariant())}", boundary.Count(f => f.Vacancy.Fate == fate));
        results.Set("boundary_sites.negative", boundary.Count(f => f.Vacancy.FormationEnergy < 0));
        if (boundary.Length > 0) results.Set("enrichment", Enrichment(boundary, results.Numbers.GetValueOrDefault("formation_energy_eV.bulk.mean", host.CrystalVacancy), settings.Temperature));
        Sites(results, found);
        Warn(results, host, boundary, bulk, [.. found.Select(f => f.Vacancy)]);
        return results;
    }

    /// <summary>The result in a few words.</summary>
    /// <param name="results">What the case found.</param>
    public static string InWords(ResultData results)
    {
        string Energy(string name) => results.Numbers.TryGetValue($"formation_energy_eV.{name}.mean", out double mean)
            ? string.Create(CultureInfo.InvariantCulture, $"{mean:0.000} +- {results.Number($"formation_energy_eV.{name}.deviation"):0.000} eV") : "not known";
        return string.Create(CultureInfo.InvariantCulture,
            $"vacancy formation energy {Energy("boundary")} at the boundary, {Energy("bulk")} in the bulk of the same cell, {results.Number("formation_energy_eV.crystal"):0.000} eV in the crystal");
    }

    private static void Energies(ResultData results, string name, (SiteItem Item, BoundaryVacancy Vacancy)[] sites)
    {
        results.Set($"formation_energy_eV.{name}.sites", sites.Length);
        results.Set($"formation_energy_eV.{name}.atoms", sites.Sum(s => s.Item.Site.Alike));
        if (sites.Length == 0) return;
        double mean = Mean(sites, e => e);
        results.Set($"formation_energy_eV.{name}.mean", mean);
        results.Set($"formation_energy_eV.{name}.deviation", Math.Sqrt(Mean(sites, e => (e - mean) * (e - mean))));
        results.Set($"formation_energy_eV.{name}.lowest", sites.Min(s => s.Vacancy.FormationEnergy));
        results.Set($"formation_energy_eV.{name}.highest", sites.Max(s => s.Vacancy.FormationEnergy));
    }

    // How many times more vacancies a site of the boundary has than one of the bulk, in equilibrium without entropies. A vacancy that moved belongs to the site that it moved to.
    private static double Enrichment((SiteItem Item, BoundaryVacancy Vacancy)[] boundary, double bulk, double temperature) =>
        boundary.Where(s => s.Vacancy.Fate != VacancyFate.Moved).Sum(s => s.Item.Site.Alike * VacancyDiffusion.EquilibriumFraction(s.Vacancy.FormationEnergy - bulk, temperature))
        / boundary.Sum(s => s.Item.Site.Alike);

    private static double Mean((SiteItem Item, BoundaryVacancy Vacancy)[] sites, Func<double, double> of) =>
        sites.Sum(s => s.Item.Site.Alike * of(s.Vacancy.FormationEnergy)) / sites.Sum(s => s.Item.Site.Alike);

    private static void Sites(ResultData results, IReadOnlyList<(SiteItem Item, BoundaryVacancy Vacancy)> found)
    {
        void Set(string name, string unit, Func<SiteItem, BoundaryVacancy, double> value) => results.Set(Array + name, unit, "site", [.. found.Select(f => value(f.Item, f.Vacancy))]);
        Set("atom", "", (i, _) => i.Site.Atom + 1);
        Set("in-boundary", "", (i, _) => i.InBoundary ? 1 : 0);
        Set("distance", "angstrom", (i, _) => i.Site.Distance);
        Set("alike", "", (i, _) => i.Site.Alike);
        Set("formation-energy", "eV", (_, v) => v.FormationEnergy);
        Set("largest-displacement", "angstrom", (_, v) => v.LargestDisplacement);
        Set("empty-sites", "", (_, v) => v.EmptySites);
        Set("fate", "", (_, v) => (int)v.Fate);
        Set("converged", "", (_, v) => v.Converged ? 1 : 0);
    }

    private static void Warn(
        ResultData results, VacancyHost host, (SiteItem Item, BoundaryVacancy Vacancy)[] boundary, (SiteItem Item, BoundaryVacancy Vacancy)[] bulk, BoundaryVacancy[] all)
    {
        if (!host.Structure.Converged) results.Warn("The relaxation of the bicrystal ended before its tolerance was reached: formation energies are too low by what was left.");
        if (host.Gain > NoteworthyGain)
            results.Warn(FormattableString.Invariant($"Shaken and relaxed, the wide cell found a structure that is lower by {host.Gain:0.000} eV than that of the narrow one repeated: it is the one whose sites are emptied."));
        if (boundary.Length == 0) results.Warn("No atom is within the distance of the boundary.");
        if (bulk.Length == 0) results.Warn("No atom is far enough from both boundaries: there is no control.");
        int rearranged = boundary.Count(s => s.Vacancy.Fate == VacancyFate.Rearranged);
        int left = all.Count(v => !v.Converged), gone = boundary.Count(s => s.Vacancy.Fate is VacancyFate.Moved or VacancyFate.Spread), negative = boundary.Count(s => s.Vacancy.FormationEnergy < 0);
        if (left > 0) results.Warn(FormattableString.Invariant($"{CountText.Of(left, "relaxation")} ended before the tolerance was reached: their energies are too high."));
        if (rearranged > 0)
            results.Warn(FormattableString.Invariant($"At {rearranged} of {CountText.Of(boundary.Length, "site")} of the boundary an atom came more than {BoundaryVacancy.OwnReach} A towards the vacancy: its energy is that of the rearranged boundary."));
        if (gone > 0) results.Warn(FormattableString.Invariant($"At {gone} of {CountText.Of(boundary.Length, "site")} of the boundary the vacancy did not stay where it was made: atoms moved to other sites."));
        if (negative > 0) results.Warn(FormattableString.Invariant($"At {CountText.Of(negative, "site")} the energy is below zero: the boundary gains by losing an atom, so its structure is not the lowest."));
        if (bulk.Any(s => s.Vacancy.Fate != VacancyFate.Stays)) results.Warn("A vacancy of the bulk did not stay where it was made: the grains are not those of a perfect crystal.");
    }
}
