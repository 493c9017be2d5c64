using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Core;
using LiMeso.Core.Units;
using LiMeso.Depletion;
using LiMeso.Transport;

namespace LiMeso.Cases.Kinds.CapacityMaps;

/// <summary>The report of a <c>capacity-maps</c> case.</summary>
internal sealed class CapacityMapsReport(ResultData results, CaseHeader header)
{
    private readonly double[] _thicknesses = results.In("axes/thickness", QuantityKind.Length, "um");
    private readonly double[] _currents = results.In("axes/current-density", QuantityKind.CurrentDensity, "mA/cm^2");
    private readonly double[] _grains = results.In("axes/grain-size", QuantityKind.Length, "um");
    private readonly double[] _whole = results.In("foils/whole-capacity", QuantityKind.ArealCapacity, "mAh/cm^2");
    private readonly IReadOnlyList<string> _marks = results.List("marks_in_order");
    private readonly string _line = $"{NumberText.Format(100 * results.Number("utilisation_line.utilisation"))} %";

    public Report Write() => new(header.Title, header.Kind)
    {
        Headline = Headline(),
        Sections =
        [
            new Section("Capacity before depletion", [Introduction(), Maps()]),
            new Section($"Where {_line} of the lithium is used", [LineText(), Lines(), LineTable()]),
            .. Marks(),
            new Section("Input", [MaterialSummary.Table(results)]),
        ],
    };

    private List<KeyNumber> Headline()
    {
        List<KeyNumber> numbers =
        [
            new KeyNumber("Points", _thicknesses.Length * _currents.Length * _grains.Length)
                { Note = $"{CountText.Of(_thicknesses.Length, "foil")}, {CountText.Of(_currents.Length, "current")}, {CountText.Of(_grains.Length, "grain size")}" },
            new KeyNumber($"Λ at {_line} use", results.Number("utilisation_line.Lambda")) { Note = "Λ = *F C*_{0} *D*/(*I L*), the same for all foils" },
            new KeyNumber("Lithium in the foils", $"{NumberText.Format(_whole.Min(), 3)} to {NumberText.Format(_whole.Max(), 3)}", "mAh/cm^2")
                { Note = $"{Foil(_thicknesses.Min())} to {Foil(_thicknesses.Max())}" },
        ];
        for (int m = 0; m < Math.Min(2, _marks.Count); m++)
            numbers.Add(new KeyNumber(_marks[m], MarkCapacities(m).Max(), "mAh/cm^2") { Note = $"the most that a foil of up to {Foil(_thicknesses.Max())} yields" });
        return numbers;
    }

    private static Paragraph Introduction() => new(
        "A foil is stripped at a constant current until the lithium at the electrolyte runs out; the charge drawn by then is its capacity. It grows to the left "
            + "(finer grains, faster diffusion) and downwards (smaller currents) "
        + "up to all the lithium of the foil. The utilisation depends on Λ = *F C*_{0} *D*/(*I L*) alone, so doubling the thickness moves every line of the map by "
        + "a factor of two in current.");

    private MapFigure Maps()
    {
        double toCapacity = 1 / ArealCapacity.MilliampHourPerSquareCentimetre;
        double[] capacities = results.Values("maps/capacity"), levels = Decades(capacities.Min() * toCapacity, capacities.Max() * toCapacity);
        return new MapFigure
        {
            Caption = $"Capacity by colour, with thin contours at powers of ten. Left of the heavy line more than {_line} of the foil's lithium is used. Right of "
                + $"the thin line marked *type A* bulk diffusion reaches less than {HarrisonRegime.TypeALengthRatio} grain sizes until depletion, and the "
                + "effective diffusivity of the polycrystal is a formal average."
                + (header.AnswersTo is null ? "" : " Panels as in the source, from the thinnest foil to the thickest."),
            AnswersTo = header.AnswersTo,
            X = PlotAxis.Logarithmic("Grain size", "um"),
            Y = PlotAxis.Logarithmic("Stripping current density", "mA/cm^2"),
            Color = new ColorAxis("Capacity", "mAh/cm^2", AxisScale.Logarithmic),
            Panels =
            [
                .. _thicknesses.Select((thickness, k) => new MapPanel(_grains, _currents, results.Slice("maps/capacity", k, toCapacity))
                {
                    Title = Foil(thickness),
                    Contours =
                    [
                        new Contours(levels),
                        new Contours([HarrisonRegime.TypeALengthRatio]) { Field = results.Slice("maps/bulk-reach", k), Name = "Limit of type A kinetics,", Labels = ["type A"] },
                        new Contours([results.Number("utilisation_line.utilisation")])
                            { Field = results.Slice("maps/utilisation", k), Name = "Utilisation", Labels = [_line], Emphasised = true },
                    ],
                    Marks = new Marks { Points = [.. _marks.Select((mark, m) => Point(m, k == 0 ? mark : ""))] },
                }),
            ],
        };
    }

    private Paragraph LineText() => new(
        $"The heavy lines of the maps, found by inverting the depletion time and the polycrystal model: {_line} of the lithium is used where *D* = "
            + $"{NumberText.Format(results.Number("utilisation_line.Lambda"), 4)} *I L*/(*F C*_{{0}}). "
        + "Where a line ends, even a single crystal is fast enough (to the left) or no grain size is (to the right).");

    private LineFigure Lines()
    {
        ResultArray line = results.Array("utilisation_line/grain-size");
        return new LineFigure
        {
            Caption = $"Largest grain size with which a foil yields {_line} of its lithium.",
            X = PlotAxis.Logarithmic("Stripping current density", "mA/cm^2"),
            Y = PlotAxis.Logarithmic("Largest grain size", "um"),
            Panels = [new LinePanel([.. _thicknesses.Select((t, k) => new LineSeries(Foil(t), _currents, [.. line.Row(k).Select(d => double.IsFinite(d) ? d * 1e6 : double.NaN)]))])],
        };
    }

    private Table LineTable()
    {
        double[] currents = results.Arrays.ContainsKey("foils/current-density") ? results.In("foils/current-density", QuantityKind.CurrentDensity, "mA/cm^2") : [];
        return new Table(
            $"Largest grain size for {_line} use at round currents (∞: any will do; –: none does), and all the lithium in the foil.",
            [
                new Column("Foil", "um"), new Column("Lithium", "mAh/cm^2") { SignificantDigits = 3 },
                .. currents.Select(c => new Column($"at {NumberText.WithUnit(c, "mA/cm^2")}", "um") { SignificantDigits = 3 }),
            ],
            [.. _thicknesses.Select((t, k) => (IReadOnlyList<Cell>)[t, _whole[k], .. currents.Select((_, i) => (Cell)(1e6 * results.Array("foils/largest-grain-size").Row(k)[i]))])]);
    }

    private IEnumerable<Section> Marks()
    {
        if (_marks.Count == 0) yield break;
        List<IReadOnlyList<Cell>> rows = [];
        for (int m = 0; m < _marks.Count; m++)
        {
            double[] capacities = MarkCapacities(m), utilisations = results.Array("marks/utilisation").Row(m);
            for (int k = 0; k < _thicknesses.Length; k++)
                rows.Add([k == 0 ? _marks[m] : "", MarkGrain(m), MarkCurrent(m), _thicknesses[k], capacities[k], 100 * utilisations[k]]);
        }

        yield return new Section("Marked places",
        [
            new Table("Capacity and utilisation at the marked places.",
                [
                    new Column("Place"), new Column("Grain size", "um"), new Column("Current", "mA/cm^2"), new Column("Foil", "um"),
                    new Column("Capacity", "mAh/cm^2"), new Column("Lithium used", "%") { SignificantDigits = 3 },
                ],
                rows),
        ]);
    }

    private double MarkGrain(int mark) => results.In("marks/grain-size", QuantityKind.Length, "um")[mark];

    private double MarkCurrent(int mark) => results.In("marks/current-density", QuantityKind.CurrentDensity, "mA/cm^2")[mark];

    private double[] MarkCapacities(int mark) => [.. results.Array("marks/capacity").Row(mark).Select(ArealCapacity.ToMilliampHourPerSquareCentimetre)];

    private ReferencePoint Point(int mark, string label) => new(MarkGrain(mark), MarkCurrent(mark), label)
    {
        Side = MarkGrain(mark) > Math.Sqrt(_grains[0] * _grains[^1]) ? LabelSide.Left : LabelSide.Right,
    };

    private static string Foil(double thickness) => NumberText.WithUnit(thickness, "um");

    private static double[] Decades(double low, double high)
    {
        int first = (int)Math.Ceiling(Math.Log10(low)), last = (int)Math.Floor(Math.Log10(high));
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(n => Math.Pow(10, n))];
    }
}
