using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Tests.Reports;

/// <summary>A report that uses every block, on the lines of a real one: a 120 um foil stripped at 0.1 mA/cm².</summary>
/// <remarks>The numbers come from short formulas below, so that the figures look as real ones do. They are no one's reference.</remarks>
internal static class DemoReport
{
    private const double C0 = 0.07829, Faraday = 96485.33212, Diffusivity = 2.9e-11;      // mol/cm³, C/mol, cm²/s

    public static Report Create() => new("Krauskopf LLZO cell, 120 µm foil", "depletion")
    {
        Subtitle = "A lithium foil of 150 µm grains is stripped at 0.1 mA/cm² and 300 K until its interface with the solid electrolyte runs out of lithium.",
        Headline =
        [
            new KeyNumber("Depletion time, analytic", 36.0987, "h") { Note = $"bracketed Newton, residual {NumberText.Format(4e-16)}" },
            new KeyNumber("Depletion time, numeric", 36.09872, "h") { Note = $"differs by {NumberText.Format(6.1e-7)}" },
            new KeyNumber("Capacity", 3.60987, "mAh/cm^2") { Note = "14 % of the foil" },
            new KeyNumber("Mass balance", ((Cell)"closed").With(Tone.Good)) { Note = "8 × 10^{−16} of the inventory" },
        ],
        Notices =
        [
            new Notice(NoticeLevel.Warning, "no effective medium exists here", "√(*D*_{bulk} *t*)/*d* = 0.11: lithium explores a tenth of a grain before the interface is empty (Harrison type B). The effective diffusivity below is the source's; read it as an extrapolation."),
            new Notice(NoticeLevel.Note, "concentration of the crystal", "*C*_{0} is that of the potential's own crystal at 0 K. With its lattice constant at 300 K the depletion time is 32.5 h."),
        ],
        Sections =
        [
            new Section("Depletion",
            [
                new Paragraph("Stripping draws lithium from the foil faster than diffusion replaces it. The concentration falls as √*t* at first, as in a foil without end, and the interface reaches zero after 36.1 h, when more than four fifths of the lithium are still in the foil."),
                Profiles(), Interface(),
                new Table("Both roads to the depletion time, and two limits of the analytic one.",
                    [new Column("Solution"), new Column("Depletion time", "h") { SignificantDigits = 7 }, new Column("Capacity", "mAh/cm^2") { SignificantDigits = 6 }, new Column("Relative difference") { SignificantDigits = 2 }, new Column("Cells")],
                    [
                        ["analytic, image series", 36.098714, 3.6098714, Cell.Empty, Cell.Empty],
                        ["finite volumes, BDF2", 36.098736, 3.6098736, 6.1e-7, 240],
                        ["foil without end", 36.099012, 3.6099012, 8.3e-6, Cell.Empty],
                        ["thin foil", -12.4, double.NaN, -1.34, Cell.Empty],
                    ]),
            ]),
            new Section("Polycrystal models", [new Paragraph("The same boundary and bulk diffusivities under every model of the registry, against the grain size."), Models(), Temperatures(), Arrhenius()]),
            new Section("Capacity", [new Paragraph("What a foil yields before its interface is empty. Below the heavy line more than nine tenths of the lithium are used."), Maps(), Difference()]),
            new Section("Against the source", [Scorecard()]),
        ],
        Files = [new FileLink("fields.h5", "fields at every snapshot: HDF5, read by h5py"), new FileLink("paraview/fields.pvd", "the same for ParaView"), new FileLink("probes.csv", "interface concentration against time")],
        Citations =
        [
            new Citation(CitationRole.Method, "H. S. Carslaw, J. C. Jaeger, *Conduction of Heat in Solids*, 2nd ed., Oxford (1959), section 3.8."),
            new Citation(CitationRole.Data, "J. Yoon, D. Sulaimon, D. J. Siegel, *J. Mater. Chem. A* 11, 23288 (2023).", "10.1039/d3ta03814e"),
            new Citation(CitationRole.Software, "plotly.js 4.1.1, Plotly Inc. (MIT)."),
        ],
        Provenance = [new("version", "0.1.0"), new("input hash", "sha256:5f0c6f1e9d0a"), new("data set", "li-yoon-2023, sha256:9be1"), new("seed", "none used"), new("date", "2026-01-31T12:00:00Z")],
    };

    private static LineFigure Profiles()
    {
        double[] hours = [1, 4, 8, 12, 16, 20, 24, 28, 32, 36];
        double[] x = Grid(0, 40, 81);
        return new LineFigure
        {
            Caption = "Lithium concentration in the foil at successive times. The interface with the electrolyte is at the left; beyond 40 µm nothing has happened yet.",
            AnswersTo = "Fig. S9 of Yoon et al. (2023)",
            X = new PlotAxis("Distance from the interface", "um"),
            Y = new PlotAxis("Li concentration", "mol/cm^3"),
            SeriesColors = new ColorAxis("Time", "h") { Range = new AxisRange(0, 36) },
            Panels = [new LinePanel([.. hours.Select(t => new LineSeries($"{t} h", x, [.. x.Select(u => Concentration(u * 1e-4, t * 3600))]) { ColorValue = t })])],
        };
    }

    private static LineFigure Interface()
    {
        double[] t = Grid(0, 36.0987, 145), coarse = Grid(0.5, 36.0, 19);
        return new LineFigure
        {
            Caption = "Concentration at the interface. The finite-volume solution (every eighth step) lies on the analytic one.",
            X = new PlotAxis("Time", "h"),
            Y = new PlotAxis("Interface concentration, *C*(0, *t*)/*C*_{0}"),
            Panels =
            [
                new LinePanel(
                [
                    new LineSeries("analytic", t, [.. t.Select(h => Concentration(0, h * 3600) / C0)]),
                    new LineSeries("finite volumes", coarse, [.. coarse.Select(h => Concentration(0, h * 3600) / C0)]) { Dash = LineDash.None, Marker = MarkerShape.OpenCircle, Color = SeriesColor.Vermilion },
                ])
                {
                    Marks = new Marks
                    {
                        Points = [new ReferencePoint(36.0987, 0, "36.1 h")],
                        Lines = [new ReferenceLine(LineDirection.Vertical, 24, "one day")],
                        Annotations = [new Annotation(4, Concentration(0, 4 * 3600) / C0, "falls as √*t*") { Side = LabelSide.Right, Arrow = true }],
                    },
                },
            ],
        };
    }

    private static LineFigure Models()
    {
        double[] d = Powers(1e-2, 1e3, 101);
        return new LineFigure
        {
            Caption = "Effective diffusivity of the polycrystal at 300 K. The band spans the source's slowest and fastest boundaries under Hart's model.",
            AnswersTo = "Fig. 6c and S4 of Yoon et al. (2023)",
            X = PlotAxis.Logarithmic("Grain size", "um"),
            Y = PlotAxis.Logarithmic("Effective diffusivity", "cm^2/s"),
            Panels =
            [
                new LinePanel(
                [
                    new LineSeries("Hart", d, Curve(d, 2, 5.27e-7)) { Band = new Spread(Curve(d, 2, 8e-8), Curve(d, 2, 2.3e-6)) },
                    new LineSeries("Maxwell-Garnett 3D", d, Curve(d, 1.9, 5.27e-7)) { Dash = LineDash.Dashed },
                    new LineSeries("Maxwell-Garnett 2D", d, Curve(d, 1, 5.27e-7)),
                    new LineSeries("Chen-Schuh", d, [.. d.Select(s => 2.06e-11 + 5.27e-7 * 1.2e-3 * (2 / s + 0.1 / (s * s)))]) { Dash = LineDash.DashDotted },
                    new LineSeries("Maxwell-Garnett 1D", d, [.. d.Select(s => 2.06e-11 / (1 - Math.Min(0.9, 1.2e-3 / s)))]) { Dash = LineDash.Dotted },
                ])
                {
                    Marks = new Marks
                    {
                        Lines = [new ReferenceLine(LineDirection.Horizontal, 2.06e-11, "bulk")],
                        Points = [new ReferencePoint(150, 2.9e-11, "150 µm: 2.9 × 10^{−11} cm²/s")],
                    },
                },
            ],
        };

        static double[] Curve(double[] sizes, double slope, double boundary) => [.. sizes.Select(s => 2.06e-11 + slope * 1.2e-3 / s * boundary)];
    }

    private static LineFigure Temperatures()
    {
        double[] d = Powers(1e-2, 1e3, 61);
        (double T, double Bulk, double Boundary)[] rows = [(250, 5.0e-13, 1.12e-7), (300, 2.06e-11, 5.27e-7), (350, 2.92e-10, 1.59e-6), (400, 2.14e-9, 4.87e-6)];
        return new LineFigure
        {
            Caption = "Effective diffusivity against grain size at four temperatures.",
            AnswersTo = "Fig. 6b–e of Yoon et al. (2023)",
            X = PlotAxis.Logarithmic("Grain size", "um"),
            Y = PlotAxis.Logarithmic("Effective diffusivity", "cm^2/s"),
            Panels = [.. rows.Select(row => new LinePanel(
            [
                new LineSeries("mean boundary", d, [.. d.Select(s => row.Bulk + 2.4e-3 / s * row.Boundary)])
                    { Band = new Spread([.. d.Select(s => row.Bulk + 2.4e-3 / s * row.Boundary / 5)], [.. d.Select(s => row.Bulk + 2.4e-3 / s * row.Boundary * 4)]) },
                new LineSeries("bulk", d, [.. d.Select(_ => row.Bulk)]) { Dash = LineDash.Dashed, Color = SeriesColor.Black },
            ])
            { Title = $"{row.T} K" })],
        };
    }

    private static LineFigure Arrhenius()
    {
        double[] inverse = [1000.0 / 400, 1000.0 / 350, 1000.0 / 300, 1000.0 / 250];
        double[] bulk = [2.14e-9, 2.92e-10, 2.06e-11, 5.0e-13], boundary = [4.87e-6, 1.59e-6, 5.27e-7, 1.12e-7];
        return new LineFigure
        {
            Caption = "Boundary and bulk diffusivities of the data set, with their fits.",
            X = new PlotAxis("Inverse temperature", "1000/K"),
            Y = PlotAxis.Logarithmic("Diffusivity", "cm^2/s"),
            Panels =
            [
                new LinePanel(
                [
                    new LineSeries("boundaries, mean", inverse, boundary)
                        { Dash = LineDash.None, Marker = MarkerShape.Circle, ErrorBars = new Spread([.. boundary.Select(v => v / 2.5)], [.. boundary.Select(v => v * 2)]) },
                    new LineSeries("bulk", inverse, bulk) { Dash = LineDash.None, Marker = MarkerShape.Square },
                    new LineSeries("fit, 0.48 eV", inverse, bulk) { Dash = LineDash.Dashed, Color = SeriesColor.Grey },
                ]),
            ],
        };
    }

    private static MapFigure Maps()
    {
        double[] current = Powers(0.1, 10, 120), grain = Powers(0.1, 100, 120);
        MapPanel Panel(double microns)
        {
            double[,] capacity = new double[grain.Length, current.Length], used = new double[grain.Length, current.Length];
            for (int i = 0; i < grain.Length; i++)
            {
                for (int j = 0; j < current.Length; j++)
                {
                    double length = microns * 1e-4, d = 2.06e-11 + 1.265e-9 / grain[i];
                    used[i, j] = Utilisation(Faraday * C0 * d / (current[j] * 1e-3 * length));
                    capacity[i, j] = used[i, j] * Faraday * C0 * length / 3.6;
                }
            }

            return new MapPanel(current, grain, capacity)
            {
                Title = $"{microns} µm",
                Contours = [new Contours([0.3, 1, 3, 10]), new Contours([0.9]) { Field = used, Labels = ["90 %"], Name = "utilisation", Emphasised = true }],
                Marks = microns == 20 ? new Marks { Points = [new ReferencePoint(3, 1.8, "IONICS")] } : new Marks(),
            };
        }

        return new MapFigure
        {
            Caption = "Capacity at depletion against current density and grain size, for five thicknesses of the foil. The heavy line marks 90 % utilisation.",
            AnswersTo = "Fig. 8 of Yoon et al. (2023)",
            X = PlotAxis.Logarithmic("Current density", "mA/cm^2"),
            Y = PlotAxis.Logarithmic("Grain size", "um"),
            Color = new ColorAxis("Capacity", "mAh/cm^2", AxisScale.Logarithmic),
            Panels = [Panel(10), Panel(20), Panel(40), Panel(80), Panel(160)],
        };
    }

    private static MapFigure Difference()
    {
        double[] x = Grid(0, 120, 40), y = Grid(0, 36, 30);
        double[,] z = new double[30, 40];
        for (int i = 0; i < 30; i++)
        {
            for (int j = 0; j < 40; j++) z[i, j] = 4e-7 * Math.Sin(x[j] / 14) * Math.Exp(-x[j] / 50) * y[i] / 36;
        }

        z[4, 30] = double.NaN;
        return new MapFigure
        {
            Caption = "Finite-volume minus analytic concentration.",
            X = new PlotAxis("Distance from the interface", "um"),
            Y = new PlotAxis("Time", "h"),
            Color = new ColorAxis("Δ*C*/*C*_{0}") { Map = ColorMap.BlueRed, Range = new AxisRange(-4e-7, 4e-7) },
            Panels = [new MapPanel(x, y, z) { Contours = [new Contours([0])] }],
        };
    }

    private static Table Scorecard()
    {
        Cell Verdict(string words, Tone tone) => ((Cell)words).With(tone);
        return new Table("Numbers the source prints, and ours.",
            [new Column("Quantity"), new Column("Unit"), new Column("Source") { SignificantDigits = 3 }, new Column("Ours") { SignificantDigits = 3 }, new Column("Ratio") { SignificantDigits = 3 }, new Column("Verdict"), new Column("Reason")],
            [
                ["Depletion time", "h", 36, 36.0987, 1.00274, Verdict("agrees", Tone.Good), ""],
                ["Capacity", "mAh/cm²", 3.6, 3.60987, 1.00274, Verdict("agrees", Tone.Good), ""],
                ["Diffusivity, 150 µm grains", "cm²/s", 2.9e-11, 2.903e-11, 1.00103, Verdict("agrees", Tone.Good), ""],
                ["Diffusivity, 1 mm grains, 400 K", "cm²/s", 1e-8, 2.1e-9, 0.21, Verdict("differs", Tone.Bad), "a decade read off an axis; 0.48 eV and the value at 300 K exclude it"],
                ["Grain size, 3 mA/cm² and 5 mAh/cm²", "µm", 0.9, 1.08, 1.2, Verdict("doubtful", Tone.Doubtful), "the ratio 5/3 to the first corner is forced"],
                ["Points on the maps", "", Cell.Empty, 200000, Cell.Empty, Verdict("ours alone", Tone.Plain), ""],
            ]);
    }

    // C(x, t) of the slab by images; 120 um behaves as if without end for the times shown.
    private static double Concentration(double x, double t)
    {
        if (t == 0) return C0;
        double root = Math.Sqrt(Diffusivity * t), z = x / (2 * root);
        return C0 - 2e-4 * root / (Faraday * Diffusivity) * RepeatedErfc(z);
    }

    private static double RepeatedErfc(double z)
    {
        // i erfc z as the integral of erfc, by the midpoint rule on the defining integral of (s - z) exp(-s²): plenty for a picture.
        double sum = 0, step = 0.01;
        for (double s = z + step / 2; s < z + 6; s += step) sum += (s - z) * Math.Exp(-s * s) * step;
        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    // Limits of the slab joined smoothly: pi/4 Lambda for fast, 1 - 1/(3 Lambda) for slow stripping.
    private static double Utilisation(double lambda) => lambda < 0.55 ? Math.PI / 4 * lambda : 1 - 1 / (3 * lambda) + 0.0384 * Math.Exp(-(lambda - 0.55) * 12);

    private static double[] Grid(double from, double to, int count) => [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))];

    private static double[] Powers(double from, double to, int count) => [.. Grid(Math.Log10(from), Math.Log10(to), count).Select(p => Math.Pow(10, p))];
}
