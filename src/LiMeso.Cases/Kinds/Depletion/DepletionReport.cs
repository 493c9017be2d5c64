using LiMeso.Cases.Numerics;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Cases.Settings;
using LiMeso.Transport.Data;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.Depletion;

/// <summary>The report of a depletion case, from its results alone.</summary>
internal sealed class DepletionReport(DepletionSettings settings, FoilMaterial material, SlabProblem problem, ResultData results)
{
    private const string ConcentrationUnit = "mol/cm^3", DepthUnit = "um", TimeUnit = "h";
    private const double PerCubicCentimetre = 1e-6, Micrometres = 1e6, Hours = 1.0 / 3600;

    private bool HasAnalytic => results.Numbers.ContainsKey("depletion_time_s.analytic");

    public Report Write() => new(settings.Header.Title, DepletionSettings.Kind)
    {
        Headline = Headline(),
        Sections = [Depletion(), Agreement(), .. MonitorFigures.Section(results), .. MaterialSection(), .. Alternatives()],
    };

    private List<KeyNumber> Headline()
    {
        List<KeyNumber> numbers = [];
        if (HasAnalytic)
            numbers.Add(new KeyNumber("Depletion time, analytic", Time("analytic"), TimeUnit) { Note = double.IsFinite(results.Number("depletion_time_s.analytic")) ? null : "not depleted by the end of the current's program" });
        numbers.Add(new KeyNumber("Depletion time, finite volumes", Time("numeric"), TimeUnit)
        {
            Note = results.Numbers.TryGetValue("depletion_time_s.relative_difference", out double difference) ? $"differs by {NumberText.Format(difference, 2)} of it" : null,
        });
        numbers.Add(new KeyNumber("Capacity", results.Number("capacity_mAh_cm2.numeric"), "mAh/cm^2"));
        numbers.Add(new KeyNumber("Lithium used", 100 * results.Number("utilisation.numeric"), "%") { Note = FormattableString.Invariant($"of a foil of {problem.Thickness * Micrometres:0.####} µm") });
        numbers.Add(new KeyNumber("Effective diffusivity", problem.Diffusivity * 1e4, "cm^2/s") { Note = material.Material is { } m ? FormattableString.Invariant($"{m.ModelName}, grains of {material.GrainSize!.Value * Micrometres:0.####} µm, {settings.Temperature:0.##} K") : "stated in the case" });
        return numbers;
    }

    private Cell Time(string road) => results.Number($"depletion_time_s.{road}") is var t && double.IsFinite(t) ? t * Hours : "none";

    private Section Depletion()
    {
        double[] times = results.Values("profile/time"), depth = Scaled("profile/depth", Micrometres);
        ResultArray numeric = results.Array("profile/numeric");
        List<LineSeries> series = [];
        for (int k = 0; k < times.Length; k++)
        {
            series.Add(new LineSeries(FormattableString.Invariant($"{times[k] * Hours:0.##} h"), depth, [.. numeric.Row(k).Select(c => c * PerCubicCentimetre)]) { ColorValue = times[k] * Hours });
            if (!HasAnalytic) continue;
            (double[] x, double[] y) = Sparse(depth, results.Array("profile/analytic").Row(k));
            series.Add(new LineSeries(FormattableString.Invariant($"{times[k] * Hours:0.##} h, analytic"), x, y) { ColorValue = times[k] * Hours, Dash = LineDash.None, Marker = MarkerShape.OpenCircle, InLegend = false });
        }

        return new Section("How the foil runs empty",
        [
            new Paragraph("Lithium leaves at the electrolyte, at depth 0, as fast as the current asks; diffusion brings more from deeper in the foil. When the concentration at the electrolyte reaches zero, contact is lost. No stack pressure, no creep: diffusion alone."),
            new LineFigure
            {
                Caption = $"Lithium concentration below the electrolyte at successive times: finite volumes (lines){(HasAnalytic ? " and the closed solution (circles)" : "")}.",
                X = new PlotAxis("Depth below the electrolyte", DepthUnit) { Range = new AxisRange(0, depth[^1]) },
                Y = new PlotAxis("Li concentration", ConcentrationUnit),
                Panels = [new LinePanel(series)],
                SeriesColors = new ColorAxis("Time", TimeUnit),
            },
            Interface(),
            .. ProbeFigure(),
        ]);
    }

    private LineFigure Interface()
    {
        double[] times = Scaled("interface/time", Hours);
        List<LineSeries> series = [new LineSeries("finite volumes", times, Scaled("interface/numeric", PerCubicCentimetre))];
        if (HasAnalytic)
        {
            int[] shown = EvenInRootTime(times);
            double[] exact = Scaled("interface/analytic", PerCubicCentimetre);
            series.Add(new LineSeries("closed solution", [.. shown.Select(i => times[i])], [.. shown.Select(i => exact[i])]) { Dash = LineDash.None, Marker = MarkerShape.OpenCircle });
        }

        double end = results.Number("depletion_time_s.numeric");
        return new LineFigure
        {
            Caption = $"Lithium concentration at the electrolyte in the course of time: finite volumes at every step{(HasAnalytic ? ", closed solution at some" : "")}.",
            X = new PlotAxis("Time", TimeUnit),
            Y = new PlotAxis("Li concentration at the electrolyte", ConcentrationUnit),
            Panels =
            [
                new LinePanel(series)
                {
                    Marks = new Marks { Lines = double.IsFinite(end) ? [new ReferenceLine(LineDirection.Vertical, end * Hours, FormattableString.Invariant($"depleted at {end * Hours:0.00} h"))] : [] },
                },
            ],
        };
    }

    private IEnumerable<LineFigure> ProbeFigure()
    {
        if (!results.Arrays.ContainsKey("probe/depth")) yield break;
        double[] depths = results.Values("probe/depth"), times = Scaled("interface/time", Hours);
        yield return new LineFigure
        {
            Caption = "Lithium concentration at the probes.",
            X = new PlotAxis("Time", TimeUnit),
            Y = new PlotAxis("Li concentration", ConcentrationUnit),
            Panels = [new LinePanel([.. depths.Select((d, i) => new LineSeries(FormattableString.Invariant($"{d * Micrometres:0.###} µm"), times, Scaled($"probe/{i}", PerCubicCentimetre)))])],
        };
    }

    private Section Agreement()
    {
        List<IReadOnlyList<Cell>> rows =
        [
            ["depletion time", Time("numeric"), HasAnalytic ? Time("analytic") : Cell.Empty, TimeUnit],
            ["capacity", results.Number("capacity_mAh_cm2.numeric"), Analytic("capacity_mAh_cm2.analytic"), "mAh/cm^{2}"],
            ["lithium used", 100 * results.Number("utilisation.numeric"), HasAnalytic ? 100 * results.Number("utilisation.analytic") : Cell.Empty, "%"],
        ];
        List<IReadOnlyList<Cell>> numbers =
        [
            ["relative difference of the depletion times", Analytic("depletion_time_s.relative_difference")],
            ["largest difference at the electrolyte, over C_{0} (in the first steps, when the depleted layer is thinner than a cell)", Analytic("interface_difference.largest")],
            ["largest difference anywhere in the profiles shown, over C_{0}", Analytic("profile_difference.largest")],
            ["largest error of the mass balance, over the initial inventory", results.Number("numerics.mass_balance_error")],
            ["cells", (long)results.Number("numerics.cells")],
            ["time steps", (long)results.Number("numerics.steps")],
        ];
        return new Section("Two roads, one answer",
        [
            new Table("What both solutions find.", [new Column("Quantity"), new Column("Finite volumes") { SignificantDigits = 8 }, new Column("Closed solution") { SignificantDigits = 8 }, new Column("Unit")], rows),
            new Table($"How far they agree ({settings.Numerics.Scheme}, {(settings.Numerics.TimeStep is null ? "steps controlled by their error" : "fixed steps")}).", [new Column("Measure"), new Column("Value") { SignificantDigits = 2 }], numbers),
        ]);
    }

    private Cell Analytic(string name) => results.Numbers.TryGetValue(name, out double value) ? value : Cell.Empty;

    /// <summary>Beginning of the names of what other displacements give.</summary>
    public const string ComponentsGroup = "components";

    private IEnumerable<Section> MaterialSection()
    {
        if (material.Properties is not { } properties) yield break;
        var rows = properties.Values.Select(v => (IReadOnlyList<Cell>)
        [
            v.Name,
            v.SiUnit == "m^2/s" ? v.Value.Value * 1e4 : v.SiUnit == "m" ? v.Value.Value * 1e10 : v.Value.Value,
            v.SiUnit == "m^2/s" ? "cm^{2}/s" : v.SiUnit == "m" ? "Å" : "",
            v.Value.Status.ToString().ToLowerInvariant(),
            v.Value.Basis,
            string.Join(", ", v.Value.Sources),
        ]);
        PolycrystalResult result = material.Result!;
        yield return new Section("The material",
        [
            new Table($"Data set {material.Material!.Data.Name} at {settings.Temperature:0.##} K, {properties.Selection} boundaries, {BoundaryDefinitions.NameOf(material.Material.Component)} displacements.",
                [new Column("Property"), new Column("Value") { Style = NumberStyle.Automatic }, new Column("Unit"), new Column("Status"), new Column("Basis"), new Column("Source")], [.. rows]),
            new Paragraph($"Polycrystal model {result.Model}: {material.Material.Model.Formula}. Boundary fraction {result.FractionName}: f = {FormattableString.Invariant($"{result.Fractions.Interface:0.####e+0}")}. Valid for: {material.Material.Model.Validity}."),
            new Paragraph($"Initial concentration: {settings.Concentration.Statement}, {FormattableString.Invariant($"{problem.Concentration * PerCubicCentimetre:0.#####}")} mol/cm³."),
        ]);
    }

    private IEnumerable<Section> Alternatives()
    {
        List<Block> blocks = [];
        if (results.Arrays.ContainsKey("lattice/constant"))
        {
            double[] constants = results.Values("lattice/constant"), concentrations = results.Values("lattice/concentration"), times = results.Values("lattice/depletion_time");
            blocks.Add(new Table($"Depletion time for the concentration of other lattices{(settings.Concentration.LatticeConstant is null ? "" : "; the first is the one of this case")}.",
                [new Column("Lattice constant", "Å") { SignificantDigits = 5 }, new Column("C_{0}", ConcentrationUnit) { SignificantDigits = 5 }, new Column("Depletion time", TimeUnit), new Column("Capacity", "mAh/cm^2")],
                [.. constants.Select((a, i) => (IReadOnlyList<Cell>)[a * 1e10, concentrations[i] * PerCubicCentimetre, times[i] * Hours, problem.Current.Constant!.Value * times[i] / 36000])]));
        }

        AddComparison(blocks, "models", "Effective diffusivity and depletion time by polycrystal model, each with its own boundary fraction.", "Model");
        AddComparison(blocks, "boundaries", "The same for other grain boundaries, with the model of this case.", "Boundaries");
        AddComparison(blocks, ComponentsGroup, "The same by the displacements that the diffusivity of boundaries counts: total, all three directions (MSD/6t); in-plane, those along the boundary (MSD/4t), which carry atoms to the surface.", "Component");
        if (blocks.Count > 0) yield return new Section("What the choices do", blocks);
    }

    private void AddComparison(List<Block> blocks, string group, string caption, string heading)
    {
        string[] names = [.. results.Numbers.Keys.Concat(results.Texts.Keys).Where(n => n.StartsWith(group + ".", StringComparison.Ordinal)).Select(n => n.Split('.')[1]).Distinct()];
        if (names.Length == 0) return;
        blocks.Add(new Table(caption,
            [new Column(heading), new Column("Effective diffusivity", "cm^2/s") { SignificantDigits = 3 }, new Column("Depletion time", TimeUnit), new Column("Capacity", "mAh/cm^2"), new Column("Remark")],
            [.. names.Order(StringComparer.Ordinal).Select(n => (IReadOnlyList<Cell>)
            [
                results.Texts.GetValueOrDefault($"{group}.{n}.name", n),
                Scaled($"{group}.{n}.effective_diffusivity_m2_s", 1e4, out bool found),
                Scaled($"{group}.{n}.depletion_time_s", Hours, out _),
                Scaled($"{group}.{n}.capacity_mAh_cm2", 1, out _),
                found ? (IsThisCase(results.Texts.GetValueOrDefault($"{group}.{n}.name", n)) ? "this case" : "") : results.Texts[$"{group}.{n}.problem"],
            ])]));
    }

    private bool IsThisCase(string name) =>
        name == settings.Material.Polycrystal.Model || name == settings.Material.Polycrystal.Boundaries || (material.Material is { } set && name == BoundaryDefinitions.NameOf(set.Component));

    private Cell Scaled(string number, double factor, out bool found) => (found = results.Numbers.TryGetValue(number, out double value)) ? value * factor : Cell.Empty;

    private double[] Scaled(string array, double factor) => [.. results.Values(array).Select(v => v * factor)];

    // depletion goes with the root of time: so spread, the circles lie evenly along the curve
    private static int[] EvenInRootTime(double[] times)
    {
        const int Points = 30;
        List<int> shown = [];
        double next = 0;
        for (int i = 0; i < times.Length; i++)
        {
            if (Math.Sqrt(times[i]) < next && i < times.Length - 1) continue;
            shown.Add(i);
            next = Math.Sqrt(times[i]) + Math.Sqrt(times[^1]) / Points;
        }

        return [.. shown];
    }

    // about 24 points, evenly spread in depth, so that the circles can be told apart
    private static (double[] X, double[] Y) Sparse(double[] depth, double[] concentration)
    {
        const int Points = 24;
        List<double> x = [], y = [];
        double next = 0;
        for (int i = 0; i < depth.Length; i++)
        {
            if (depth[i] < next) continue;
            x.Add(depth[i]);
            y.Add(concentration[i] * PerCubicCentimetre);
            next = depth[i] + depth[^1] / Points;
        }

        return ([.. x], [.. y]);
    }
}
