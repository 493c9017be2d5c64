using LiMeso.Atomistics.Boundaries;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Core;

namespace LiMeso.Cases.Kinds.BoundaryVacancies;

/// <summary>The report of a <c>boundary-vacancies</c> case, from its results alone.</summary>
internal sealed class BoundaryVacanciesReport(BoundaryVacanciesSettings settings, ResultData results)
{
    private const string Ev = "eV";

    public Report Write() => new(settings.Header.Title, BoundaryVacanciesSettings.Kind)
    {
        Headline = [.. Headline()],
        Sections =
        [
            new Section("Formation energies",
            [
                new Paragraph("A vacancy's formation energy is *E*(*N* − 1 atoms, relaxed) − *E*(*N*) + *E*(crystal) an atom: the atom that is taken out joins the crystal. The box keeps the lengths of the relaxed bicrystal."),
                Energies(), Comparison(),
            ]),
            new Section("The sites", [Sites()]),
        ],
        Files =
        [
            new FileLink(VacancyTable.FileName, "every site, one line each"),
            new FileLink(BoundaryVacanciesCase.StructureFile, "the structure whose sites are emptied (LAMMPS data file)"),
        ],
    };

    private IEnumerable<KeyNumber> Headline()
    {
        PublishedEnergies published = settings.Published;
        if (Find("boundary.mean") is { } mean)
            yield return new KeyNumber("At the boundary", mean, Ev) { Note = FormattableString.Invariant($"± {results.Number("formation_energy_eV.boundary.deviation"):0.000} over {CountText.Of((long)results.Number("formation_energy_eV.boundary.atoms"), "atom")}; published: {published.Boundary:0.00} ± {published.Deviation:0.00} eV") };
        if (Find("bulk.mean") is { } bulk)
            yield return new KeyNumber("In the bulk of the same cell", bulk, Ev) { Note = FormattableString.Invariant($"perfect crystal: {results.Number("formation_energy_eV.crystal"):0.000} eV; published: {published.Bulk:0.00} eV") };
        if (Find("boundary.lowest") is { } lowest) yield return new KeyNumber("Lowest at the boundary", lowest, Ev) { Note = "where a vacancy prefers to be" };
        if (results.Numbers.TryGetValue("enrichment", out double times))
            yield return new KeyNumber("Vacancies of a boundary site", times) { Note = FormattableString.Invariant($"times those of a bulk site at {settings.Temperature:0.###} K, without entropies") };
    }

    private LineFigure Energies()
    {
        double[] distance = Values("distance"), energy = Values("formation-energy"), boundary = Values("in-boundary"), fate = Values("fate");
        LineSeries Series(string name, MarkerShape marker, SeriesColor colour, Func<int, bool> belongs)
        {
            int[] which = [.. Enumerable.Range(0, distance.Length).Where(belongs)];
            return new LineSeries(name, [.. which.Select(k => distance[k])], [.. which.Select(k => energy[k])]) { Dash = LineDash.None, Marker = marker, Color = colour };
        }

        LineSeries[] series =
        [
            Series("boundary", MarkerShape.Circle, SeriesColor.Blue, k => boundary[k] != 0 && Is(fate[k], VacancyFate.Stays)),
            Series("boundary, atoms rearranged", MarkerShape.OpenCircle, SeriesColor.Blue, k => boundary[k] != 0 && Is(fate[k], VacancyFate.Rearranged)),
            Series("boundary, vacancy moved", MarkerShape.Cross, SeriesColor.Vermilion, k => boundary[k] != 0 && Is(fate[k], VacancyFate.Moved)),
            Series("boundary, vacancy spread", MarkerShape.Diamond, SeriesColor.Orange, k => boundary[k] != 0 && Is(fate[k], VacancyFate.Spread)),
            Series("bulk", MarkerShape.OpenSquare, SeriesColor.Black, k => boundary[k] == 0),
        ];
        return new LineFigure
        {
            Caption = "Vacancy formation energy against the distance of the site from the middle of the boundary.",
            AnswersTo = settings.Header.AnswersTo,
            X = new PlotAxis("Distance from the boundary", "angstrom"),
            Y = new PlotAxis("Formation energy", Ev),
            Panels = [new LinePanel([.. series.Where(s => s.X.Count > 0)]) { Marks = new Marks { Lines = [new ReferenceLine(LineDirection.Horizontal, results.Number("formation_energy_eV.crystal"), "perfect crystal")] } }],
        };
    }

    private Table Comparison()
    {
        IReadOnlyList<Cell> Row(string label, string name) =>
        [
            label, (long)results.Number($"formation_energy_eV.{name}.sites"), (long)results.Number($"formation_energy_eV.{name}.atoms"),
            .. ((string[])["mean", "deviation", "lowest", "highest"]).Select(n => Find($"{name}.{n}") is { } value ? value : Cell.Empty),
        ];
        return new Table("Mean and standard deviation over atoms: a site counts as often as there are atoms like it. The published mean is over several boundaries.",
            [new Column("Where"), new Column("Sites"), new Column("Atoms"), new Column("Mean", Ev), new Column("Standard deviation", Ev) { SignificantDigits = 2 }, new Column("Lowest", Ev), new Column("Highest", Ev)],
            [
                Row("boundary", "boundary"), Row("boundary, where the vacancy stays as it is", "boundary_staying"), Row("bulk of the same cell", "bulk"),
                [$"perfect crystal, {CountText.Of(2L * settings.CrystalCells * settings.CrystalCells * settings.CrystalCells, "site")}", 1, 1, results.Number("formation_energy_eV.crystal"), Cell.Empty, Cell.Empty, Cell.Empty],
                ["published, boundaries", Cell.Empty, Cell.Empty, settings.Published.Boundary, settings.Published.Deviation, Cell.Empty, Cell.Empty],
                ["published, bulk", Cell.Empty, Cell.Empty, settings.Published.Bulk, Cell.Empty, Cell.Empty, Cell.Empty],
            ]);
    }

    private Table Sites()
    {
        double[] atom = Values("atom"), boundary = Values("in-boundary"), distance = Values("distance"), alike = Values("alike"), energy = Values("formation-energy"), moved = Values("largest-displacement"), empty = Values("empty-sites"), fate = Values("fate"), converged = Values("converged");
        return new Table($"Each site of {settings.Recipe.Name}, {NumberText.WithUnit(results.Number("boundary_energy_J_m2"), "J/m^2", 4)}, by its distance from the middle of the boundary; atoms that periods and mirrors make like the one taken out; how far another atom moved at most; sites that have no atom nearest to them afterwards.",
            [
                new Column("Atom"), new Column("Where"), new Column("Distance", "angstrom") { SignificantDigits = 3 }, new Column("Atoms alike"), new Column("Formation energy", Ev), new Column("Largest displacement", "angstrom") { SignificantDigits = 3 },
                new Column("Empty sites"), new Column("The vacancy"),
            ],
            [
                .. Enumerable.Range(0, atom.Length).Select(k => (IReadOnlyList<Cell>)
                [
                    (long)atom[k], boundary[k] != 0 ? "boundary" : "bulk", Math.Round(distance[k], 2), (long)alike[k], energy[k], moved[k], (long)empty[k], InWords((VacancyFate)(int)fate[k], energy[k], converged[k] != 0),
                ]),
            ]);
    }

    private static Cell InWords(VacancyFate fate, double energy, bool converged)
    {
        string words = fate switch { VacancyFate.Stays => "stays", VacancyFate.Rearranged => "is shared with an atom that came towards it", VacancyFate.Moved => "moved to another site", _ => "spread over several sites" };
        if (energy < 0) words += ", energy below zero";
        if (!converged) words += ", not relaxed to the tolerance";
        return ((Cell)words).With(energy < 0 || !converged ? Tone.Bad : fate == VacancyFate.Stays ? Tone.Good : Tone.Doubtful);
    }

    private static bool Is(double code, VacancyFate fate) => (VacancyFate)(int)code == fate;

    private double[] Values(string name) => results.Values(VacancySummary.Array + name);

    private double? Find(string name) => results.Numbers.TryGetValue($"formation_energy_eV.{name}", out double value) ? value : null;
}
