using System.Text;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Cases.Export;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Kinds.BoundaryVacancies;

/// <summary>The table of all sites, one line each.</summary>
internal static class VacancyTable
{
    /// <summary>Name of the file in the results directory.</summary>
    public const string FileName = "vacancies.csv";

    // each column, and the array that it comes from
    private static readonly (string Column, string Array)[] _columns =
    [
        ("atom", "atom"), ("in_boundary", "in-boundary"), ("distance_A", "distance"), ("atoms_alike", "alike"), ("formation_energy_eV", "formation-energy"), ("largest_displacement_A", "largest-displacement"),
        ("empty_sites", "empty-sites"), ("converged", "converged"),
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="potential">Name of the potential.</param>
    /// <param name="results">What the case found.</param>
    public static string Of(BoundaryVacanciesSettings settings, string potential, ResultData results)
    {
        var text = new StringBuilder(FormattableString.Invariant($"# LiMeso {Provenance.Version}, case '{settings.Header.Title}', {settings.Recipe.Name}, potential {potential}. Energies of E(N - 1 atoms) - E(N) + E(crystal) an atom, relaxed in the box of the bicrystal; atoms as numbered in {BoundaryVacanciesCase.StructureFile}.\n"));
        text.AppendRow([.. _columns.Select(c => c.Column), "fate"]);
        double[] fates = results.Values($"{VacancySummary.Array}fate");
        double[][] values = [.. _columns.Select(c => results.Values(VacancySummary.Array + c.Array))];
        for (int k = 0; k < fates.Length; k++) text.AppendRow([.. values.Select(v => CsvText.Number(v[k])), ((VacancyFate)(int)fates[k]).ToString()]);
        return text.ToString();
    }
}
