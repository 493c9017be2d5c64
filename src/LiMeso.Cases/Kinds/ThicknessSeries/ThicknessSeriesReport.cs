using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Settings;
using LiMeso.Depletion;

namespace LiMeso.Cases.Kinds.ThicknessSeries;

/// <summary>The report of a thickness series, from its results alone.</summary>
internal sealed class ThicknessSeriesReport(ThicknessSeriesSettings settings, FoilMaterial material, ResultData results)
{
    private const double Micrometres = 1e6, Hours = 1.0 / 3600, PerCubicCentimetre = 1e-6;

    public Report Write() => new(settings.Header.Title, ThicknessSeriesSettings.Kind)
    {
        Headline =
        [
            new KeyNumber("Thickness that is worth while", results.Number("plateau.thickness_um"), "um") { Note = FormattableString.Invariant($"{100 * results.Number("plateau.share"):0} % of what an unlimited foil gives") },
            new KeyNumber("Depletion time, unlimited foil", results.Number("unlimited_foil.depletion_time_s") * Hours, "h"),
            new KeyNumber("Capacity, unlimited foil", results.Number("unlimited_foil.capacity_mAh_cm2"), "mAh/cm^2"),
            new KeyNumber("Effective diffusivity", material.Diffusivity * 1e4, "cm^2/s"),
        ],
        Sections =
        [
            new Section("Depletion time and thickness", [Curve(), Foils()]),
            new Section("Profiles until depletion", [Profiles()]),
        ],
    };

    private LineFigure Curve()
    {
        double limit = results.Number("unlimited_foil.depletion_time_s") * Hours;
        double[] thickness = Scaled("foil/thickness", Micrometres);
        return new LineFigure
        {
            Caption = "Depletion time against foil thickness: closed solution (line), finite volumes (circles). Dashed: the time in which the current would use all lithium of the foil. Thin foils end with their lithium, thick ones with diffusion.",
            AnswersTo = "Fig. S9g of Yoon et al. (2023)",
            X = new PlotAxis("Foil thickness", "um") { Range = new AxisRange(0, thickness[^1] * 1.1) },
            Y = new PlotAxis("Depletion time", "h") { Range = new AxisRange(0, 1.25 * limit) },
            Panels =
            [
                new LinePanel(
                [
                    new LineSeries("closed solution", Scaled("curve/thickness", Micrometres), Scaled("curve/depletion_time", Hours)),
                    new LineSeries("all lithium used", Scaled("curve/thickness", Micrometres), Scaled("curve/all_lithium", Hours)) { Dash = LineDash.Dashed, Color = SeriesColor.Grey },
                    new LineSeries("finite volumes", thickness, Scaled("foil/depletion_time_numeric", Hours)) { Dash = LineDash.None, Marker = MarkerShape.OpenCircle },
                ])
                {
                    Marks = new Marks { Lines = [new ReferenceLine(LineDirection.Horizontal, limit, FormattableString.Invariant($"unlimited foil, {limit:0.0} h")), new ReferenceLine(LineDirection.Vertical, results.Number("plateau.thickness_um"), "98 %")] },
                },
            ],
            Legend = LegendPlacement.BottomRight,
        };
    }

    private Table Foils()
    {
        double[] thickness = results.Values("foil/thickness"), analytic = results.Values("foil/depletion_time_analytic"), numeric = results.Values("foil/depletion_time_numeric"), use = results.Values("foil/utilisation");
        double limit = results.Number("unlimited_foil.depletion_time_s");
        return new Table("The foils of the series.",
            [
                new Column("Thickness", "µm"), new Column("Depletion time, closed", "h") { SignificantDigits = 6 }, new Column("finite volumes", "h") { SignificantDigits = 6 },
                new Column("Relative difference") { SignificantDigits = 2 }, new Column("Capacity", "mAh/cm^2"), new Column("Lithium used", "%"), new Column("Of unlimited foil", "%"),
            ],
            [.. thickness.Select((l, i) => (IReadOnlyList<Cell>)[l * Micrometres, analytic[i] * Hours, numeric[i] * Hours, numeric[i] / analytic[i] - 1,
                ArealCapacity.ToMilliampHourPerSquareCentimetre(settings.CurrentDensity * analytic[i]), 100 * use[i], 100 * analytic[i] / limit])]);
    }

    private LineFigure Profiles()
    {
        double[] thickness = results.Values("foil/thickness");
        return new LineFigure
        {
            Caption = "Lithium concentration below the electrolyte at tenths of each foil's depletion time; the last curve is the moment of depletion.",
            AnswersTo = "Fig. S9a-f of Yoon et al. (2023)",
            X = new PlotAxis("Depth / thickness"),
            Y = new PlotAxis("Li concentration", "mol/cm^3"),
            SeriesColors = new ColorAxis("Time / depletion time"),
            Panels = [.. thickness.Select((l, i) => Panel(l, i))],
            PanelsPerRow = 3,
        };
    }

    private LinePanel Panel(double thickness, int foil)
    {
        double[] depth = [.. results.Values($"profile/{foil}/depth").Select(x => x / thickness)], times = results.Values($"profile/{foil}/time");
        ResultArray values = results.Array($"profile/{foil}/concentration");
        return new LinePanel(
            [.. times.Select((t, k) => new LineSeries(FormattableString.Invariant($"{t * Hours:0.##} h"), depth, [.. values.Row(k).Select(c => c * PerCubicCentimetre)]) { ColorValue = t / times[^1] })])
        {
            Title = FormattableString.Invariant($"{thickness * Micrometres:0.###} µm, {times[^1] * Hours:0.0} h"),
        };
    }

    private double[] Scaled(string array, double factor) => [.. results.Values(array).Select(v => v * factor)];
}
