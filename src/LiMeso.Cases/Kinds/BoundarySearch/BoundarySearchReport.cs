using LiMeso.Atomistics.Boundaries;
using LiMeso.Cases.Atoms.Search;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Core;

namespace LiMeso.Cases.Kinds.BoundarySearch;

/// <summary>The report of a <c>boundary-search</c> case, from its results alone.</summary>
internal sealed class BoundarySearchReport(BoundarySearchSettings settings, ResultData results)
{
    private bool StaysBcc => results.Numbers.ContainsKey("boundary_energy_J_m2.full");

    public Report Write() => new(settings.Header.Title, BoundarySearchSettings.Kind)
    {
        Headline =
        [
            new KeyNumber("Boundary energy", StaysBcc ? results.Number("boundary_energy_J_m2.full") : "grains transform", StaysBcc ? "J/m^2" : null)
                { SignificantDigits = 4, Note = "atoms and all lengths relaxed" },
            new KeyNumber("Length across alone", results.Number("boundary_energy_J_m2.y"), "J/m^2") { SignificantDigits = 4, Note = "atoms and the length along the normal relaxed" },
            new KeyNumber("Grains still bcc", 100 * results.Number("best.bcc_inside_grains"), "%") { Note = "of the atoms inside the grains, after the full relaxation" },
            new KeyNumber("Saved", results.Number("search.saving")) { Note = "evaluations for all models over those made" },
        ],
        Sections =
        [
            new Section("Structures of lowest energy", [Finalists(), Candidates()]),
            new Section("Gamma surface", [GammaText(), GammaSurface()]),
            new Section("What the search saved", [Savings()]),
        ],
        Files =
        [
            new FileLink(results.Texts["best.structure"], "the structure of lowest energy (LAMMPS data file)"),
            new FileLink(results.Texts["best.structure_y"], "the one of lowest energy with the length across the boundary relaxed alone"),
            new FileLink(StructureSearch.CandidatesFile, "every relaxation of every candidate"),
            new FileLink(StructureSearch.FinalistsFile, "the finalists"),
        ],
    };

    private Table Finalists()
    {
        double[] Values(string name) => results.Values($"finalists/{name}");
        double[] candidate = Values("candidate"), atoms = Values("atoms"), y = Values("boundary-energy-y"), full = Values("boundary-energy-full"), bcc = Values("bcc-inside-full");
        double[] volume = Values("excess-volume-y"), sx = Values("strain-x"), sy = Values("strain-y"), sz = Values("strain-z");
        return new Table($"The finalists of {settings.Boundary.Name}. Strains are those of the box from the relaxation of the length across alone to that of all lengths; grains of which less than {100 * GrainOrder.StillBcc:0} % of the atoms inside are bcc have transformed.",
            [
                new Column("Candidate"), new Column("Atoms"), new Column("Energy, length across", "J/m^2") { SignificantDigits = 4 }, new Column("Energy, all lengths", "J/m^2") { SignificantDigits = 4 },
                new Column("Excess volume", "angstrom") { SignificantDigits = 3 }, new Column("Strain x", "%") { SignificantDigits = 2 }, new Column("y", "%") { SignificantDigits = 2 }, new Column("z", "%") { SignificantDigits = 2 },
                new Column("bcc inside", "%") { SignificantDigits = 3 },
            ],
            [
                .. Enumerable.Range(0, candidate.Length).Select(k => (IReadOnlyList<Cell>)
                [
                    (long)candidate[k], (long)atoms[k], y[k], full[k], volume[k], 100 * sx[k], 100 * sy[k], 100 * sz[k],
                    ((Cell)(100 * bcc[k])).With(bcc[k] >= GrainOrder.StillBcc ? Tone.Good : Tone.Bad),
                ]),
            ]);
    }

    private LineFigure Candidates()
    {
        double[] energy = results.Values("candidates/boundary-energy"), removed = results.Values("candidates/removed");
        return new LineFigure
        {
            Caption = "Energy of each candidate, as far as it was relaxed, against the number of atoms left out at each boundary.",
            X = new PlotAxis("Atoms left out at a boundary"),
            Y = new PlotAxis("Boundary energy", "J/m^2"),
            Legend = LegendPlacement.None,
            Panels = [new LinePanel([new LineSeries("candidates", removed, [.. energy.Select(e => double.IsFinite(e) ? e : double.NaN)]) { Dash = LineDash.None, Marker = MarkerShape.Circle }])],
        };
    }

    private Paragraph GammaText() => new(
        $"One grain is shifted along the other to {results.Number("search.translations"):0} places, with {CountText.Of((long)results.Number("search.periods_of_gamma_surface"), "period")} of the surface within those of the boundary; "
            + $"symmetry leaves {results.Number("search.translations_distinct"):0} places that differ. Each has the energy of its lowest candidate; those that did not come far were relaxed least and lie too high.");

    private MapFigure GammaSurface()
    {
        double[] x = [.. results.Values("gamma/x"), results.Number("gamma.period_x_A")], z = [.. results.Values("gamma/z"), results.Number("gamma.period_z_A")];
        double[] energy = results.Values("gamma/energy");
        // the last row and column are the first ones again
        double[,] map = new double[z.Length, x.Length];
        for (int k = 0; k < map.Length; k++)
        {
            (int row, int column) = (k / x.Length, k % x.Length);
            map[row, column] = energy[row % (z.Length - 1) * (x.Length - 1) + column % (x.Length - 1)];
        }

        return new MapFigure
        {
            Caption = "Energy against the shift of one grain along the other.",
            X = new PlotAxis("Shift along x", "angstrom"),
            Y = new PlotAxis("Shift along z", "angstrom"),
            Color = new ColorAxis("Boundary energy", "J/m^2"),
            Panels = [new MapPanel(x, z, map)],
        };
    }

    private Table Savings()
    {
        double[] candidates = results.Values("search/stage-candidates"), evaluations = results.Values("search/stage-evaluations");
        List<IReadOnlyList<Cell>> rows =
        [
            ["translations times thresholds, as the source counts", (long)results.Number("search.models"), results.Number("search.evaluations_of_all_models")],
            .. candidates.Select((c, k) => (IReadOnlyList<Cell>)[$"relaxation {k + 1}", (long)c, evaluations[k]]),
            ["finalists, twice", (long)results.Number("search.finalists"), results.Number("search.evaluations") - evaluations.Sum()],
            ["all that was done", Cell.Empty, results.Number("search.evaluations")],
        ];
        string basis = settings.Procedure.Exhaustive ? "measured; thresholds that leave out the same atoms were relaxed once and count one by one" : "as many for each model as a finalist took";
        return new Table($"Structures and evaluations of the potential. For all models: {basis}.", [new Column("What"), new Column("Structures"), new Column("Evaluations") { SignificantDigits = 4 }], rows);
    }
}
