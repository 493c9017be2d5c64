using LiMeso.Cases.Atoms;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Kinds.MdRun;

/// <summary>The report of an <c>md-run</c> case, from its results alone.</summary>
internal sealed class MdRunReport(MdRunSettings settings, ResolvedPotential potential, ResultData results)
{
    // a page does not hold a million points
    private const int MostPoints = 2000;

    private static readonly string[] _axes = ["x", "y", "z"];

    private readonly int[] _lines = Chosen(results.Values("thermo/time").Length);

    private string Last => ThermoSummary.KeyOf(settings.Stages.Count - 1);

    public Report Write() => new(settings.Header.Title, MdRunSettings.Kind)
    {
        Headline =
        [
            Mean("Temperature", "temperature_K", "K", 4), Mean("Pressure", "pressure_bar", "bar", 3), Mean("Potential energy per atom", "energy_per_atom_eV", "eV", 6),
            .. Diffusivity(),
        ],
        Sections =
        [
            new Section("Stages", [StageTable()]),
            new Section("In time", [Temperature(), Energy(), Pressure(), .. Edges()]),
            .. Analysis(),
            new Section("The run", [RunTable()]),
        ],
        Files =
        [
            .. results.List("trajectory_files").Select(f => new FileLink(f, "frames of all atoms")),
            new FileLink(ThermoObserver.FileName, "temperature, energies, pressure and box in time (CSV)"),
            new FileLink(MdRunCase.FinalFile, "atoms at the end (LAMMPS data file)"),
        ],
    };

    private KeyNumber Mean(string label, string name, string unit, int digits) => new(label, results.Number($"{Last}.{name}"), unit)
    {
        SignificantDigits = digits,
        Note = results.Numbers.TryGetValue($"{Last}.standard_error.{name}", out double error) ? $"± {NumberText.Format(error, 2)} in stage '{settings.Stages[^1].Name}'" : $"in stage '{settings.Stages[^1].Name}'",
    };

    private IEnumerable<KeyNumber> Diffusivity()
    {
        if (!results.Numbers.TryGetValue("diffusivity_cm2_s", out double d)) yield break;
        yield return new KeyNumber("Diffusivity of all atoms", d, "cm^2/s")
        {
            Note = results.Numbers.TryGetValue("diffusivity_standard_error_cm2_s", out double error) ? $"± {NumberText.Format(error, 2)}, slope of the mean squared displacement" : "slope of the mean squared displacement",
        };
    }

    private Table StageTable() => new("Averages of each stage. The drift is the slope of the energy that exact integration would keep, with its standard error from ten blocks.",
        [
            new Column("Stage"), new Column("Conditions"), new Column("Duration", "ps"), new Column("Temperature", "K"), new Column("Pressure", "bar") { SignificantDigits = 3 },
            new Column("Volume", "A^3") { SignificantDigits = 6 }, new Column("Energy per atom", "eV") { SignificantDigits = 6 }, new Column("Drift", "meV/ns per atom") { SignificantDigits = 2 }, new Column("Standard error", "meV/ns per atom") { SignificantDigits = 2 },
        ],
        [.. settings.Stages.Select((s, k) => (IReadOnlyList<Cell>)
        [
            s.Name, s.Ensemble, s.Duration, Of(k, "temperature_K"), Of(k, "pressure_bar"), Of(k, "volume_A3"), Of(k, "energy_per_atom_eV"), Of(k, "conserved_energy_drift_meV_ns_atom"), Of(k, "standard_error.conserved_energy_drift_meV_ns_atom"),
        ])]);

    private Cell Of(int stage, string name) => results.Numbers.TryGetValue($"{ThermoSummary.KeyOf(stage)}.{name}", out double value) && double.IsFinite(value) ? value : Cell.Empty;

    private LineFigure Temperature() => Figure("Temperature, and what the thermostat aims at (dashed).", new PlotAxis("Temperature", "K"),
        new LineSeries("temperature", Times, Thermo("temperature")),
        new LineSeries("target", Times, Target()) { Dash = LineDash.Dashed, Color = SeriesColor.Grey });

    // where nothing holds the temperature there is no target
    private double[] Target() => [.. Thermo("target_temperature").Zip(Thermo("stage"), (t, stage) => settings.Stages[(int)stage - 1].Thermostat == StageSettings.None ? double.NaN : t)];

    private LineFigure Energy() => Figure(
        "Potential energy per atom from its first value, and the energy that exact integration would keep, from its first value in each stage.", new PlotAxis("Energy per atom", "meV"),
        new LineSeries("potential energy", Times, PerAtom("potential_energy", static _ => 0)),
        new LineSeries("conserved energy", Times, PerAtom("conserved_energy", static stage => stage)) { Color = SeriesColor.Black });

    private LineFigure Pressure() => Figure("Pressure.", new PlotAxis("Pressure", "bar"), new LineSeries("pressure", Times, Thermo("pressure")));

    private IEnumerable<LineFigure> Edges()
    {
        if (settings.Stages.All(stage => stage.Barostat == StageSettings.None)) yield break;
        yield return Figure("Edges of the box, relative to the start.", new PlotAxis("Length / length at the start"),
            [.. _axes.Select(axis => new LineSeries(axis, Times, [.. Thermo($"length_{axis}").Select(l => l / results.Values($"thermo/length_{axis}")[0])]))]);
    }

    private static LineFigure Figure(string caption, PlotAxis y, params LineSeries[] series) =>
        new() { Caption = caption, X = new PlotAxis("Time", "ps"), Y = y, Panels = [new LinePanel(series)] };

    private IEnumerable<Section> Analysis()
    {
        if (settings.Analysis is null) yield break;
        yield return new Section($"Structure and motion in stage '{settings.Stages[^1].Name}'",
        [
            new LineFigure
            {
                Caption = "Mean squared displacement of all atoms, averaged over moving time origins; the drift of the whole is taken out.",
                X = new PlotAxis("Time", "ps"), Y = new PlotAxis("Mean squared displacement", "A^2"),
                Panels = [new LinePanel([new LineSeries("displacement", results.Values("displacement/time"), results.Values("displacement/mean_square"))])],
            },
            new LineFigure
            {
                Caption = "Pair distribution function: sharp peaks in a crystal, broad ones in a liquid.",
                X = new PlotAxis("Distance", "A"), Y = new PlotAxis("g"),
                Panels = [new LinePanel([new LineSeries("g", results.Values("pairs/distance"), results.Values("pairs/distribution"))])],
            },
        ]);
    }

    private Table RunTable() => new("The run.", [new Column("Quantity"), new Column("Value")],
    [
        ["Potential", potential.Name], ["Atoms", (long)results.Number("atoms")], ["Degrees of freedom", (long)results.Number("degrees_of_freedom")],
        ["Time step", FormattableString.Invariant($"{1000 * settings.TimeStep:g6} fs")], ["Steps", (long)results.Number("steps")], ["Seed", (long)settings.Seed], ["Threads", (long)settings.Threads],
    ]);

    private double[] Times => Thermo("time");

    private double[] Thermo(string name)
    {
        double[] all = results.Values($"thermo/{name}");
        return [.. _lines.Select(i => all[i])];
    }

    // meV from the first value of those that belong together
    private double[] PerAtom(string name, Func<double, double> groupOfStage)
    {
        double[] values = Thermo(name), stages = Thermo("stage");
        var first = new Dictionary<double, double>();
        for (int i = 0; i < values.Length; i++) first.TryAdd(groupOfStage(stages[i]), values[i]);
        return [.. values.Select((v, i) => 1000 * (v - first[groupOfStage(stages[i])]) / results.Number("atoms"))];
    }

    private static int[] Chosen(int lines) =>
        lines <= MostPoints ? [.. Enumerable.Range(0, lines)] : [.. Enumerable.Range(0, MostPoints).Select(k => (int)((long)k * (lines - 1) / (MostPoints - 1)))];
}
