using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>The report of a <c>bulk-diffusion</c> case, from its results alone.</summary>
internal sealed class BulkDiffusionReport(BulkDiffusionSettings settings, DiffusivitySet source, ResultData results)
{
    private const string Cm2 = "cm^2/s";
    private static readonly string _main = BulkSummary.Ways[0];
    private static readonly SeriesColor[] _colours = [SeriesColor.Blue, SeriesColor.Vermilion, SeriesColor.Green, SeriesColor.Purple];

    public Report Write() => new(settings.Header.Title, BulkDiffusionSettings.Kind)
    {
        Headline = [.. Energies(), .. Diffusivity()],
        Sections =
        [
            new Section("Diffusivity in equilibrium",
            [
                new Paragraph("A cell with one vacancy among *N* sites has far more vacancies than a crystal in equilibrium. The diffusivity found in the cell is scaled by *NC*, with *C* = exp(−*E*/*kT*) and *E* the energy to form a vacancy."),
                Arrhenius(), Equilibrium(), ActivationEnergies(),
            ]),
            new Section("Mean squared displacement", [Displacements()]),
            new Section("The runs", new RunTables(settings, results).Write()),
        ],
        Files = results.Texts.TryGetValue("dataset", out string? path) ? [new FileLink(path, "diffusivity data set: this bulk diffusivity, grain boundaries of the source")] : [],
    };

    private IEnumerable<KeyNumber> Energies()
    {
        if (results.Numbers.TryGetValue($"activation_energy_eV.own.{_main}", out double own))
            yield return new KeyNumber("Activation energy", own, "eV") { Note = WithError($"migration_energy_error_eV.{_main}", $"published: {NumberText.WithUnit(settings.Source.ActivationEnergy, "eV")}") };
        yield return new KeyNumber("Vacancy formation energy", results.Number("formation_energy_eV.own"), "eV") { Note = $"published: {NumberText.WithUnit(settings.Formation.Published, "eV", 2)}" };
        if (results.Numbers.TryGetValue($"migration_energy_eV.{_main}", out double migration))
            yield return new KeyNumber("Effective migration energy", migration, "eV") { Note = WithError($"migration_energy_error_eV.{_main}", "from the slope of the vacancy's diffusivity") };
    }

    private string WithError(string name, string otherwise) =>
        results.Numbers.TryGetValue(name, out double error) ? $"± {NumberText.Format(error, 2)}; {otherwise}" : otherwise;

    private IEnumerable<KeyNumber> Diffusivity()
    {
        double temperature = settings.Temperatures.MinBy(t => Math.Abs(t - 300));
        string key = BulkSummary.KeyOf(temperature);
        yield return new KeyNumber(FormattableString.Invariant($"Diffusivity at {temperature:0.###} K"), results.Number($"diffusivity_cm2_s.{key}.own.{_main}"), Cm2)
        {
            Note = WithError($"diffusivity_error_cm2_s.{key}.own.{_main}", Published(temperature) is { } d ? $"published: {NumberText.WithUnit(d, Cm2, 3)}" : "scaled to equilibrium"),
        };
    }

    private double? Published(double temperature)
    {
        try
        {
            return source.Bulk.At(temperature, false, "").Value * 1e4;
        }
        catch (TemperatureOutOfRangeException)
        {
            return null;
        }
    }

    private LineFigure Arrhenius()
    {
        var series = new List<LineSeries>();
        foreach ((string name, string label, MarkerShape marker, SeriesColor colour) in (ReadOnlySpan<(string, string, MarkerShape, SeriesColor)>)
            [("own", FormattableString.Invariant($"this run, formation {results.Number("formation_energy_eV.own"):0.000} eV"), MarkerShape.Circle, SeriesColor.Blue), ("published", FormattableString.Invariant($"this run, formation {settings.Formation.Published:0.00} eV"), MarkerShape.OpenCircle, SeriesColor.SkyBlue)])
        {
            double[] values = [.. settings.Temperatures.Select(t => results.Number($"diffusivity_cm2_s.{BulkSummary.KeyOf(t)}.{name}.{_main}"))];
            double[] errors = [.. settings.Temperatures.Select(t => results.Numbers.GetValueOrDefault($"diffusivity_error_cm2_s.{BulkSummary.KeyOf(t)}.{name}.{_main}"))];
            series.Add(new LineSeries(label, Inverse(settings.Temperatures), values)
            {
                Dash = LineDash.None,
                Marker = marker,
                Color = colour,
                ErrorBars = new Spread([.. values.Zip(errors, (v, e) => Math.Max(v - e, 0.01 * Math.Abs(v)))], [.. values.Zip(errors, (v, e) => v + e)]),
            });
            if (!results.Numbers.TryGetValue($"vacancy_prefactor_cm2_s.{_main}", out double prefactor)) continue;
            double energy = results.Number($"activation_energy_eV.{(name == "own" ? name : "published_formation")}.{_main}");
            series.Add(Line($"fit, {NumberText.WithUnit(energy, "eV", 3)}", prefactor, energy, colour, LineDash.Solid));
        }

        TemperatureRange range = source.Bulk.Points.Count > 0 ? new(source.Bulk.Points[0].Temperature, source.Bulk.Points[^1].Temperature) : source.Bulk.Lines[0].Range;
        double[] published = [.. Enumerable.Range(0, 31).Select(k => range.From + k * (range.To - range.From) / 30)];
        series.Add(new LineSeries($"{source.Name}, {NumberText.WithUnit(settings.Source.ActivationEnergy, "eV", 2)}", Inverse(published), [.. published.Select(t => source.Bulk.At(t).Value * 1e4)]) { Color = SeriesColor.Black, Dash = LineDash.Dashed });
        series.AddRange(References());
        return new LineFigure
        {
            Caption = "Bulk self-diffusivity against inverse temperature, scaled to the vacancies of equilibrium with the formation energy of this potential and with the published one.",
            AnswersTo = settings.Header.AnswersTo,
            X = new PlotAxis("1000 / temperature", "1/K"),
            Y = PlotAxis.Logarithmic("Diffusivity", Cm2),
            Panels = [new LinePanel(series)],
            Legend = LegendPlacement.BottomLeft,
        };
    }

    private IEnumerable<LineSeries> References()
    {
        IReadOnlyList<string> labels = results.List("references_in_order");
        double[] temperatures = results.Values("reference/temperature"), values = results.Values("reference/diffusivity"), errors = results.Values("reference/error");
        MarkerShape[] markers = [MarkerShape.Square, MarkerShape.Diamond, MarkerShape.Triangle, MarkerShape.Cross];
        int next = 0;
        foreach (string label in labels.Distinct())
        {
            int[] own = [.. Enumerable.Range(0, labels.Count).Where(k => labels[k] == label)];
            yield return new LineSeries(label, Inverse([.. own.Select(k => temperatures[k])]), [.. own.Select(k => values[k])])
            {
                Dash = LineDash.None,
                Marker = markers[next++ % markers.Length],
                Color = SeriesColor.Orange,
                ErrorBars = own.All(k => double.IsFinite(errors[k])) ? new Spread([.. own.Select(k => values[k] - errors[k])], [.. own.Select(k => values[k] + errors[k])]) : null,
            };
        }
    }

    private LineSeries Line(string name, double vacancyPrefactor, double energy, SeriesColor colour, LineDash dash)
    {
        double low = settings.Temperatures[0], high = settings.Temperatures[^1];
        double[] temperatures = [.. Enumerable.Range(0, 31).Select(k => low + k * (high - low) / 30)];
        return new LineSeries(name, Inverse(temperatures), [.. temperatures.Select(t => vacancyPrefactor * Math.Exp(-energy / (Atomistics.MetalUnits.Boltzmann * t)))]) { Color = colour, Dash = dash };
    }

    private static double[] Inverse(IEnumerable<double> temperatures) => [.. temperatures.Select(t => 1000 / t)];

    private Table Equilibrium() => new("Diffusivity in equilibrium at each temperature, all sizes together. From displacements of atoms, and from hops between lattice sites.",
        [
            new Column("Temperature", "K"), new Column("Own formation energy", Cm2) { SignificantDigits = 3 }, new Column("Standard error", Cm2) { SignificantDigits = 2 }, new Column("By sites", Cm2) { SignificantDigits = 3 },
            new Column("Published formation energy", Cm2) { SignificantDigits = 3 }, new Column(source.Name, Cm2) { SignificantDigits = 3 },
        ],
        [.. settings.Temperatures.Select(t => (IReadOnlyList<Cell>)
        [
            t, Number($"diffusivity_cm2_s.{BulkSummary.KeyOf(t)}.own.{_main}"), Number($"diffusivity_error_cm2_s.{BulkSummary.KeyOf(t)}.own.{_main}"), Number($"diffusivity_cm2_s.{BulkSummary.KeyOf(t)}.own.{BulkSummary.Ways[1]}"),
            Number($"diffusivity_cm2_s.{BulkSummary.KeyOf(t)}.published.{_main}"), Published(t) is { } d ? d : Cell.Empty,
        ])]);

    private Table ActivationEnergies() => new("Energies. The activation energy is that of forming a vacancy and that of moving it; the static barrier is that of one atom dragged into the vacancy at T = 0. Errors are widened where the points scatter about the line more than their error bars say.",
        [new Column("Energy"), new Column("Value", "eV") { SignificantDigits = 3 }, new Column("Standard error", "eV") { SignificantDigits = 2 }],
        [
            ["formation, this potential", results.Number("formation_energy_eV.own"), Cell.Empty],
            ["formation, published", settings.Formation.Published, Cell.Empty],
            ["effective migration, displacements", Number($"migration_energy_eV.{_main}"), Number($"migration_energy_error_eV.{_main}")],
            ["effective migration, sites", Number("migration_energy_eV.sites"), Number("migration_energy_error_eV.sites")],
            ["static migration barrier", Number("migration_energy_eV.static"), Cell.Empty],
            ["activation, this potential's formation", Number($"activation_energy_eV.own.{_main}"), Number($"migration_energy_error_eV.{_main}")],
            ["activation, published formation", Number($"activation_energy_eV.published_formation.{_main}"), Number($"migration_energy_error_eV.{_main}")],
            ["activation, sum of static energies", Number("activation_energy_eV.static"), Cell.Empty],
            ["activation, published", settings.Source.ActivationEnergy, Cell.Empty],
        ]);

    private Cell Number(string name) => results.Numbers.TryGetValue(name, out double value) && double.IsFinite(value) ? value : Cell.Empty;

    private LineFigure Displacements() => new()
    {
        Caption = FormattableString.Invariant($"Mean squared displacement of atoms less that of their vibration (solid), and of the sites that they belong to (dashed), times the number of sites: the share of one vacancy, the same in cells of all sizes. Lines are fitted between {settings.Sampling.FitFrom:0.###} and {settings.Sampling.FitTo:0.###} ps."),
        X = new PlotAxis("Time", "ps"),
        Y = new PlotAxis("Displacement × sites", "A^2"),
        Panels = [.. settings.Temperatures.Select(t => new LinePanel([.. settings.Sizes.SelectMany((s, k) => Curves(t, s, _colours[k % _colours.Length]))]) { Title = NumberText.WithUnit(t, "K") })],
        PanelsPerRow = 2,
        Legend = LegendPlacement.TopLeft,
    };

    private IEnumerable<LineSeries> Curves(double temperature, CellSize size, SeriesColor colour)
    {
        string array = $"{BulkSummary.KeyOf(size)}/{BulkSummary.KeyOf(temperature)}";
        double[] lag = results.Values($"{array}/lag");
        double[] atoms = results.Values($"{array}/displacement"), sites = results.Values($"{array}/site_displacement");
        double vibration = Enumerable.Range(0, lag.Length).Where(k => lag[k] >= settings.Sampling.FitFrom || k == lag.Length - 1).Average(k => atoms[k] - sites[k]);
        yield return new LineSeries($"{size.Sites - 1} atoms", lag, [.. atoms.Select(v => (v - vibration) * size.Sites)]) { Color = colour };
        yield return new LineSeries($"{size.Sites - 1} atoms, sites", lag, [.. sites.Select(v => v * size.Sites)]) { Color = colour, Dash = LineDash.Dashed };
    }
}
