using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Core.Units;
using LiMeso.Transport;

namespace LiMeso.Cases.Kinds.DiffusionLength;

/// <summary>The report of a <c>diffusion-length</c> case.</summary>
internal sealed class DiffusionLengthReport(ResultData results, CaseHeader header)
{
    private readonly double[] _grains = results.In("axes/grain-size", QuantityKind.Length, "um");
    private readonly double[] _times = results.In("axes/time", QuantityKind.Time, "h");
    private readonly double[] _foils = results.Arrays.ContainsKey("foils/thickness") ? results.In("foils/thickness", QuantityKind.Length, "um") : [];
    private readonly IReadOnlyList<string> _marks = results.List("marks_in_order");

    public Report Write() => new(header.Title, header.Kind)
    {
        Headline = [.. _marks.Take(4).Select(Headline)],
        Sections =
        [
            new Section("Diffusion length", [Introduction(), Map(), .. MarkTable()]),
            .. Foils(),
            new Section("Input", [MaterialSummary.Table(results)]),
        ],
    };

    private double Number(string mark, string name) => results.Number($"marks.{ResultKey.Of(mark)}.{name}");

    private double MarkGrain(int mark) => results.In("marks/grain-size", QuantityKind.Length, "um")[mark];

    private double MarkTime(int mark) => results.In("marks/time", QuantityKind.Time, "h")[mark];

    private KeyNumber Headline(string mark, int index) => new(mark, Number(mark, "diffusion_length_um"), "um")
    {
        Note = $"{NumberText.WithUnit(MarkTime(index), "h")}, grains of {NumberText.WithUnit(MarkGrain(index), "um")}",
    };

    private static Paragraph Introduction() => new(
        "The diffusion length √(*D t*) is a rough measure of how far lithium moves in a time *t*: roughness of that size can level out while a cell rests. Fine "
            + "grains lengthen it because boundaries carry most of the lithium.");

    private MapFigure Map()
    {
        double[,] length = results.Array("map/diffusion-length").ToMatrix();
        double shortest = double.PositiveInfinity, longest = 0;
        for (int i = 0; i < length.GetLength(0); i++)
        {
            for (int j = 0; j < length.GetLength(1); j++)
            {
                length[i, j] *= 1e6;
                (shortest, longest) = (Math.Min(shortest, length[i, j]), Math.Max(longest, length[i, j]));
            }
        }

        double[] decades = [.. Enumerable.Range(-6, 16).Select(n => Math.Pow(10, n)).Where(l => l > shortest && l < longest && !_foils.Contains(l))];
        return new MapFigure
        {
            Caption = $"Diffusion length by colour, with thin contours at powers of ten{(_foils.Length == 0 ? "" : " and heavy ones at the thickness of foils")}. "
                + $"To the right of the thin line marked *type A* bulk diffusion reaches less than {HarrisonRegime.TypeALengthRatio} grain sizes: no effective "
                + "medium exists, and the length is a formal one.",
            AnswersTo = header.AnswersTo,
            X = PlotAxis.Logarithmic("Grain size", "um"),
            Y = PlotAxis.Logarithmic("Time", "h"),
            Color = new ColorAxis("Diffusion length", "um", AxisScale.Logarithmic),
            Panels =
            [
                new MapPanel(_grains, _times, length)
                {
                    Contours =
                    [
                        new Contours(decades) { Unit = "um" },
                        new Contours([HarrisonRegime.TypeALengthRatio]) { Field = results.Array("map/bulk-reach").ToMatrix(), Name = "Limit of type A kinetics,", Labels = ["type A"] },
                        .. _foils.Length == 0 ? Array.Empty<Contours>() : [new Contours(_foils) { Unit = "um", Emphasised = true }],
                    ],
                    Marks = new Marks
                    {
                        Points =
                        [
                            .. _marks.Select((mark, m) =>
                                new ReferencePoint(MarkGrain(m), MarkTime(m), $"{mark}: {NumberText.WithUnit(Number(mark, "diffusion_length_um"), "um", 3)}") { Side = LabelSide.Above }),
                        ],
                    },
                },
            ],
        };
    }

    private IEnumerable<Block> MarkTable()
    {
        if (_marks.Count == 0) yield break;
        yield return new Table($"The marked rests. From √(*D*_{{bulk}} *t*)/*d* = {HarrisonRegime.TypeALengthRatio} on the grains act as one effective medium "
            + "(type A); otherwise the length is a formal one.",
            [
                new Column("Rest"), new Column("Grain size", "um"), new Column("Time", "h"), new Column("*D*", "cm^2/s") { SignificantDigits = 3 },
                new Column("√(*D t*)", "um") { SignificantDigits = 3 }, new Column("√(*D*_{bulk} *t*)/*d*") { SignificantDigits = 2 }, new Column("Kinetics"),
            ],
            [
                .. _marks.Select((mark, m) => (IReadOnlyList<Cell>)
                [
                    mark, MarkGrain(m), MarkTime(m), QuantityKind.Diffusivity.In(Number(mark, "effective_diffusivity_m2_s"), "cm^2/s"), Number(mark, "diffusion_length_um"),
                    Number(mark, "harrison.ratio"), $"type {results.Texts[$"marks.{ResultKey.Of(mark)}.harrison.type"]}",
                ]),
            ]);
    }

    private IEnumerable<Section> Foils()
    {
        if (_foils.Length == 0) yield break;
        List<Block> blocks =
        [
            new Paragraph("Lithium spreads through a whole foil in about *L*^{2}/*D*."),
            Crossing(),
        ];
        if (_marks.Count > 0) blocks.Add(FoilTable());
        yield return new Section("Against the thickness of foils", blocks);
    }

    private LineFigure Crossing()
    {
        double[] diffusivity = results.Values("diffusivity");
        return new LineFigure
        {
            Caption = "Time in which the diffusion length reaches the thickness of a foil.",
            X = PlotAxis.Logarithmic("Grain size", "um"),
            Y = PlotAxis.Logarithmic("Time", "h"),
            Panels = [new LinePanel([.. _foils.Select(foil => new LineSeries(NumberText.WithUnit(foil, "um"), _grains, [.. diffusivity.Select(d => foil * foil * 1e-12 / d / 3600)]))])
                { Marks = new Marks { Points = [.. _marks.Select((mark, m) => new ReferencePoint(MarkGrain(m), MarkTime(m), mark) { Side = LabelSide.Below })] } }],
        };
    }

    private Table FoilTable()
    {
        List<IReadOnlyList<Cell>> rows = [];
        foreach (string mark in _marks)
        {
            foreach (double foil in _foils)
            {
                string across = $"foils.{ResultKey.Of(QuantityKind.Length.Format(foil * 1e-6, "um"))}";
                double share = 100 * Number(mark, $"{across}.length_over_thickness");
                rows.Add([foil == _foils[0] ? mark : "", foil, share, Number(mark, $"{across}.time_to_cross_h"), Number(mark, $"{across}.largest_grain_size_um")]);
            }
        }

        return new Table("Each rest against each foil: the diffusion length as a share of the thickness, the rest that would reach across with the same grains, "
            + "and the grains that would reach across in the same rest.",
            [
                new Column("Rest"), new Column("Foil", "um"), new Column("√(*D t*) of the thickness", "%") { SignificantDigits = 3 },
                new Column("Time to cross", "h") { SignificantDigits = 3 }, new Column("Grain size to cross", "um") { SignificantDigits = 3 },
            ],
            rows);
    }
}
