using LiMeso.Atomistics.Boundaries;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Core;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>The report of a <c>boundary-diffusion</c> case, from its results alone.</summary>
internal sealed class BoundaryDiffusionReport(BoundaryDiffusionSettings settings, ResultData results)
{
    private const string Cm2 = "cm^2/s";
    private static readonly SeriesColor[] _colours = [SeriesColor.Blue, SeriesColor.Vermilion, SeriesColor.Green, SeriesColor.Purple, SeriesColor.Orange];

    private IReadOnlyList<double> Temperatures => settings.Diffusion?.Temperatures ?? [];

    public Report Write() => new(settings.Header.Title, BoundaryDiffusionSettings.Kind)
    {
        Headline = [.. Headline()],
        Sections = [.. Diffusion(), new Section("Structure", [.. Structure()])],
        Files =
        [
            new FileLink(BoundaryDiffusionCase.RelaxedFile, "the structure, relaxed (LAMMPS data file)"),
            .. settings.Anneal is null ? (FileLink[])[] : [new FileLink(BoundaryDiffusionCase.AnnealedFile, "the structure, annealed and relaxed again")],
            .. settings.Diffusion is null ? (FileLink[])[] : [new FileLink(DiffusivityTable.FileName, "what each run found, one line a run")],
        ],
    };

    private IEnumerable<KeyNumber> Headline()
    {
        foreach (double temperature in Temperatures.Reverse().Take(3))
        {
            string key = BoundarySummary.KeyOf(temperature), label = FormattableString.Invariant($"Diffusivity at {temperature:0.###} K");
            if (Find($"{key}.diffusivity_cm2_s.total") is { } d)
                yield return new KeyNumber(label, d, Cm2) { Note = Find($"{key}.diffusivity_error_cm2_s.total") is { } e ? $"± {NumberText.Format(e, 2)}; all three directions, MSD/6t" : "all three directions, MSD/6t" };
            else
                yield return new KeyNumber(label, Find($"{key}.upper_bound_cm2_s") is { } bound ? $"below {NumberText.WithUnit(bound, Cm2, 2)}" : "none") { Note = "not diffusion, or not yet" };
        }

        if (Temperatures.Count > 0 && Find($"{BoundarySummary.KeyOf(Temperatures[^1])}.width_A") is { } width)
            yield return new KeyNumber("Width", width, "angstrom") { Note = FormattableString.Invariant($"at {Temperatures[^1]:0.###} K, at a quarter of the energy peak's height") };
        yield return new KeyNumber("Boundary energy", results.Number("boundary_energy_J_m2"), "J/m^2") { Note = results.Texts["begins_from"] == AnnealItem.After ? "after annealing" : settings.Anneal is null ? "relaxed, not annealed" : "relaxed; annealing left it higher" };
    }

    private IEnumerable<Section> Diffusion()
    {
        if (settings.Diffusion is not { } follow) yield break;
        yield return new Section("Diffusivity",
        [
            new Paragraph("An atom counts in a boundary from each time origin at which it is inside the boundary's region of that moment, and from there for the whole time, wherever it goes. "
                + "Displacements are relative to the slab of 4 Å in which the atom began, so that grains that sway as wholes do not count."),
            .. !AllRuns.Any(r => results.Texts[$"{r.Key}.motion"] == nameof(BoundaryMotion.NoBoundary) && Find($"{r.Key}.upper_bound_cm2_s") is not null) ? (Block[])[] :
            [
                new Paragraph($"Where no boundary was found in most intervals, the atoms count that are within {0.5 * RestingBoundaries.Width:0} Å of where it was at rest, relative to their layers of the crystal: an upper bound, and no more, is known of them."),
            ],
            .. follow.Vacancies > 0 ? (Block[])[Vacancies(follow.Vacancies)] : [],
            Means(), Runs(), Displacements(follow),
        ]);
        yield return new Section("Was it in equilibrium?", [EnergyText(), Energies()]);
        yield return new Section("Where the boundaries were", [Tracking(), Profiles(), Places()]);
        yield return new Section("Is the boundary still a boundary, the grain a grain?", [Order(), Pairs()]);
    }

    private static Paragraph Vacancies(int taken) => new(
        $"Before equilibration {CountText.Of(taken, "atom")} of each boundary, chosen by chance within {AddedVacancies.Reach:0} Å of its middle, {(taken == 1 ? "was" : "were")} taken out, other ones for each seed.");

    private Table Means() => new("Mean over seeds at each temperature. In the plane: (MSD along x and z)/4t, which is what carries atoms along the boundary; it is 1.5 times the total where nothing moves along the normal, y. Errors come from independent blocks of time and from the two boundaries of a cell, which are equal by construction, or from the spread between three seeds or more, whichever is largest.",
        [
            new Column("Temperature", "K"), new Column("Runs"), new Column("Total", Cm2) { SignificantDigits = 3 }, new Column("Standard error", Cm2) { SignificantDigits = 2 }, new Column("In the plane", Cm2) { SignificantDigits = 3 }, new Column("Standard error", Cm2) { SignificantDigits = 2 },
            new Column("x", Cm2) { SignificantDigits = 2 }, new Column("y", Cm2) { SignificantDigits = 2 }, new Column("z", Cm2) { SignificantDigits = 2 }, new Column("Below", Cm2) { SignificantDigits = 2 }, new Column("Width", "angstrom") { SignificantDigits = 3 }, new Column("Standard error", "angstrom") { SignificantDigits = 2 },
        ],
        [.. Temperatures.Select(t => (IReadOnlyList<Cell>)
        [
            t, (long)results.Number($"{BoundarySummary.KeyOf(t)}.runs"), .. ((string[])
            [
                "diffusivity_cm2_s.total", "diffusivity_error_cm2_s.total", "diffusivity_cm2_s.in_plane", "diffusivity_error_cm2_s.in_plane", "diffusivity_cm2_s.x", "diffusivity_cm2_s.y", "diffusivity_cm2_s.z", "upper_bound_cm2_s", "width_A", "width_error_A",
            ]).Select(n => Show($"{BoundarySummary.KeyOf(t)}.{n}")),
        ])]);

    private Table Runs() => new("Each run. The control is atoms far from both boundaries: near zero. Raw: without taking out the drift of slabs. Net: what the mean squared displacement of boundary atoms exceeds that of the control by at the last time. Growth: its exponent in time, 1 for diffusion.",
        [
            new Column("Temperature", "K"), new Column("Seed"), new Column("Followed", "ps"), new Column("Verdict"), new Column("Total", Cm2) { SignificantDigits = 3 }, new Column("First boundary", Cm2) { SignificantDigits = 3 }, new Column("Second", Cm2) { SignificantDigits = 3 },
            new Column("Control", Cm2) { SignificantDigits = 2 }, new Column("Raw", Cm2) { SignificantDigits = 2 }, new Column("Raw control", Cm2) { SignificantDigits = 2 }, new Column("Net", "A^2") { SignificantDigits = 3 }, new Column("Growth") { SignificantDigits = 3 }, new Column("Still inside", "%") { SignificantDigits = 3 },
        ],
        [.. AllRuns.Select(r => (IReadOnlyList<Cell>)
        [
            r.Temperature, (long)r.Seed, Show($"{r.Key}.time_ps"), ((Cell)(results.Texts[$"{r.Key}.motion"] is var motion && motion == "Diffusive" ? "diffusion" : BoundarySummary.Reason(motion))).With(motion == "Diffusive" ? Tone.Good : Tone.Bad),
            .. ((string[])["total", "first", "second", "control", "raw", "raw_control"]).Select(n => Show($"{r.Key}.diffusivity_cm2_s.{n}")),
            Show($"{r.Key}.net_displacement_A2"), Show($"{r.Key}.growth_exponent"), Find($"{r.Key}.stayed") is { } stayed ? 100 * stayed : Cell.Empty,
        ])]);

    private LineFigure Displacements(FollowSettings follow) => new()
    {
        Caption = FormattableString.Invariant($"Mean squared displacement of the atoms of both boundaries, all directions (solid), and of atoms far from them (dashed). Lines are fitted between {follow.Sampling.FitFrom:0.###} and {follow.Sampling.FitTo:0.###} ps{(follow.Phases.Count > 1 ? ", or as many times later as atoms that moved too little were followed for longer" : "")}."),
        AnswersTo = settings.Header.AnswersTo,
        X = new PlotAxis("Time", "ps"),
        Y = new PlotAxis("Mean squared displacement", "A^2"),
        Panels = Panels((r, colour) =>
        [
            Series($"seed {r.Seed}", r, "displacement/lag", "displacement/total") with { Color = colour },
            Series($"seed {r.Seed}, far", r, "displacement/lag", "displacement/control") with { Color = colour, Dash = LineDash.Dashed },
        ]),
        PanelsPerRow = 2,
        Legend = LegendPlacement.TopLeft,
    };

    private static Paragraph EnergyText() => new(
        "Potential energy of an atom, averaged over blocks of time from the first step on: at constant pressure while it equilibrates, at constant volume from where atoms are followed. Blocks that no longer drift say that "
            + "equilibration was long enough; a boundary that still orders itself, or melts, shows as a slope.");

    private LineFigure Energies() => new()
    {
        Caption = "Block averages of the potential energy against time: equilibration and settling (open), atoms followed (filled).",
        X = new PlotAxis("Time", "ps"),
        Y = new PlotAxis("Energy an atom", "eV"),
        Panels = Panels((r, colour) => !results.Arrays.ContainsKey($"{r.Array}/blocks/time") ? [] : [Blocks(r, false) with { Color = colour }, Blocks(r, true) with { Color = colour }]),
        PanelsPerRow = 2,
        Legend = LegendPlacement.None,
    };

    private LineSeries Blocks(RunName run, bool followed)
    {
        double[] Of(string name) => [.. results.Values($"{run.Array}/blocks/{name}").Zip(results.Values($"{run.Array}/blocks/followed")).Where(b => b.Second != 0 == followed).Select(b => b.First)];
        return new LineSeries(followed ? "followed" : "equilibration", Of("time"), Of("energy")) { Dash = LineDash.None, Marker = followed ? MarkerShape.Circle : MarkerShape.OpenCircle };
    }

    private Table Tracking() => new("Boxes and boundaries. Intervals in which two peaks were found, of all; migration from the first interval to the last.",
        [
            new Column("Temperature", "K"), new Column("Seed"), new Column("Found"), new Column("Width 1", "angstrom") { SignificantDigits = 3 }, new Column("Width 2", "angstrom") { SignificantDigits = 3 }, new Column("Migration 1", "angstrom") { SignificantDigits = 2 }, new Column("Migration 2", "angstrom") { SignificantDigits = 2 },
            new Column("Box x", "angstrom"), new Column("Box y", "angstrom"), new Column("Box z", "angstrom"), new Column("Mean temperature", "K"), new Column("Pressure x", "bar") { SignificantDigits = 2 }, new Column("Pressure y", "bar") { SignificantDigits = 2 }, new Column("Pressure z", "bar") { SignificantDigits = 2 },
        ],
        [.. AllRuns.Select(r => (IReadOnlyList<Cell>)
        [
            r.Temperature, (long)r.Seed, $"{results.Number($"{r.Key}.tracking.found"):0} of {results.Number($"{r.Key}.tracking.intervals"):0}",
            .. ((string[])["width_A.first", "width_A.second", "migration_A.first", "migration_A.second", "box_A.x", "box_A.y", "box_A.z", "mean_temperature_K", "mean_pressure_bar.x", "mean_pressure_bar.y", "mean_pressure_bar.z"]).Select(n => Show($"{r.Key}.{n}")),
        ])]);

    private LineFigure Profiles() => new()
    {
        Caption = "Potential energy of an atom across the cell in the last interval (points), and the two Gaussians fitted to it (line), of the first seed; without the atoms that are held.",
        X = new PlotAxis("Place along y", "angstrom"),
        Y = new PlotAxis("Energy an atom", "eV"),
        Panels = Panels((r, colour) => r.Seed > 1 ? [] :
        [
            Series("mean", r, "profile/place", "profile/energy") with { Color = colour, Dash = LineDash.None, Marker = MarkerShape.Circle },
            .. results.Arrays.ContainsKey($"{r.Array}/profile/fit") ? (LineSeries[])[Series("fit", r, "profile/place", "profile/fit") with { Color = SeriesColor.Black }] : [],
        ]),
        PanelsPerRow = 2,
        Legend = LegendPlacement.None,
    };

    private LineFigure Places() => new()
    {
        Caption = "Middles of both boundaries against time.",
        X = new PlotAxis("Time", "ps"),
        Y = new PlotAxis("Place along y", "angstrom"),
        Panels = Panels((r, colour) =>
        [
            Series($"seed {r.Seed}", r, "tracking/time", "tracking/first_position") with { Color = colour, Marker = MarkerShape.Circle },
            Series($"seed {r.Seed}, second", r, "tracking/time", "tracking/second_position") with { Color = colour, Marker = MarkerShape.OpenCircle, InLegend = false },
        ]),
        PanelsPerRow = 2,
        Legend = LegendPlacement.None,
    };

    private Table Order() => new("Order, averaged over frames as they are, vibrations included: centrosymmetry parameter of atoms in the boundaries and far from them, and the share of the far ones whose neighbours are those of bcc. Like a melt: how far the trough of the pair distribution between the fifth and seventh shell is filled, 0 as far from the boundaries, 100 as in liquid lithium.",
        [new Column("Temperature", "K"), new Column("Centrosymmetry, boundaries", "A^2") { SignificantDigits = 3 }, new Column("Far", "A^2") { SignificantDigits = 3 }, new Column("bcc, far", "%") { SignificantDigits = 3 }, new Column("Like a melt", "%") { SignificantDigits = 2 }],
        [.. Temperatures.Select(t => (IReadOnlyList<Cell>)
        [
            t, Show($"{BoundarySummary.KeyOf(t)}.order.boundary_centrosymmetry_A2"), Show($"{BoundarySummary.KeyOf(t)}.order.far_centrosymmetry_A2"), Find($"{BoundarySummary.KeyOf(t)}.order.far_bcc") is { } bcc ? 100 * bcc : Cell.Empty,
            Find($"{BoundarySummary.KeyOf(t)}.order.melted") is { } melted ? 100 * melted : Cell.Empty,
        ])]);

    private LineFigure Pairs() => new()
    {
        Caption = "Pair distribution around atoms in the boundaries (solid) and far from them (dashed).",
        X = new PlotAxis("Distance", "angstrom"),
        Y = new PlotAxis("Pair distribution"),
        Panels = Panels((r, colour) => !results.Arrays.ContainsKey($"{r.Array}/pairs/distance") ? [] :
        [
            Series($"seed {r.Seed}", r, "pairs/distance", "pairs/boundary") with { Color = colour },
            Series($"seed {r.Seed}, far", r, "pairs/distance", "pairs/far") with { Color = colour, Dash = LineDash.Dashed },
        ]),
        PanelsPerRow = 2,
        Legend = LegendPlacement.TopRight,
    };

    private IEnumerable<Block> Structure()
    {
        List<IReadOnlyList<Cell>> rows = [];
        foreach ((string name, string label) in (ReadOnlySpan<(string, string)>)[(AnnealItem.Before, "relaxed"), (AnnealItem.After, "annealed, relaxed again")])
            if (Find($"{name}.boundary_energy_J_m2") is { } energy) rows.Add([label, energy, Find($"{name}.bcc_inside_grains") is { } bcc ? 100 * bcc : Cell.Empty]);
        yield return new Table($"Energy of {settings.Name}, {CountText.Of((long)results.Number("atoms"), "atom")}, with atoms and {(settings.CellIsFree ? "all lengths of the box" : "the length across the boundary")} relaxed.", [new Column("Structure"), new Column("Boundary energy", "J/m^2"), new Column("bcc inside the grains", "%") { SignificantDigits = 3 }], rows);
        if (settings.Search is not null)
            yield return new Paragraph(FormattableString.Invariant($"It began from the lowest of {results.Number("searched.search.models"):0} structures, translations times thresholds for atoms too near to each other, of which {results.Number("searched.search.candidates"):0} differ: {results.Number("searched.boundary_energy_J_m2.y"):0.0000} J/m² with the length across relaxed."));
        if (settings.Anneal is { } anneal)
            yield return new Paragraph(FormattableString.Invariant($"Annealed at constant pressure: heated to {anneal.Temperature:0.###} K in {anneal.Heating:0.###} ps, held for {anneal.Holding:0.###} ps, cooled in {anneal.Cooling:0.###} ps."));
    }

    private IEnumerable<RunName> AllRuns => Temperatures.SelectMany(t => Enumerable.Range(1, settings.Diffusion!.Seeds), (t, seed) => new RunName(t, seed));

    private IReadOnlyList<LinePanel> Panels(Func<RunName, SeriesColor, IReadOnlyList<LineSeries>> draw) =>
    [
        .. Temperatures.Select(t => new LinePanel([.. Enumerable.Range(1, settings.Diffusion!.Seeds).SelectMany(seed => draw(new RunName(t, seed), _colours[(seed - 1) % _colours.Length]))]) { Title = NumberText.WithUnit(t, "K") }),
    ];

    private LineSeries Series(string name, RunName run, string x, string y) => new(name, results.Values($"{run.Array}/{x}"), results.Values($"{run.Array}/{y}"));

    private double? Find(string name) => results.Numbers.TryGetValue(name, out double value) && double.IsFinite(value) ? value : null;

    private Cell Show(string name) => Find(name) is { } value ? value : Cell.Empty;

    private readonly record struct RunName(double Temperature, int Seed)
    {
        public string Key => $"{BoundarySummary.KeyOf(Temperature)}.seed_{Seed}";

        public string Array => $"{BoundarySummary.KeyOf(Temperature)}/seed_{Seed}";
    }
}
