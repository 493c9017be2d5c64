using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Settings;
using LiMeso.Depletion;

namespace LiMeso.Cases.Kinds.PulsedDischarge;

/// <summary>The report of a comparison of protocols, from its results alone.</summary>
internal sealed class PulsedDischargeReport(PulsedDischargeSettings settings, FoilMaterial material, ResultData results)
{
    private const double Hours = 1.0 / 3600;

    public Report Write() => new(settings.Header.Title, PulsedDischargeSettings.Kind)
    {
        Headline =
        [
            .. settings.Protocols.Select((p, i) => new KeyNumber(p.Name, results.Number($"protocols.{i + 1}.removed_mAh_cm2"), "mAh/cm^2")
            {
                Note = FormattableString.Invariant($"in {results.Number($"protocols.{i + 1}.end_time_h"):0.##} h{(Depleted(i) ? "" : ", not depleted")}"),
            }),
        ],
        Sections =
        [
            new Section("What rests buy", [Text(), Comparison(), Charge()]),
            new Section("The electrolyte's side of the foil", [Interface()]),
        ],
    };

    private bool Depleted(int i) => results.Values("protocol/depleted")[i] == 1;

    private Paragraph Text() => new(FormattableString.Invariant(
        $"Each protocol runs until the lithium at the electrolyte is used up, or to its end. The foil holds {results.Number("inventory_mAh_cm2"):0.###} mAh/cm². While the cell rests, diffusion evens the foil out; what a rest buys in charge it costs in time, so a steady current of the same mean is shown beside."));

    private Table Comparison()
    {
        double[] end = results.Values("protocol/end_analytic"), endNumeric = results.Values("protocol/end_numeric"), charge = results.Values("protocol/removed_analytic");
        double inventory = results.Number("inventory_mAh_cm2");
        return new Table("Charge and time until depletion; superposition of closed solutions against finite volumes.",
            [
                new Column("Protocol"), new Column("Ends after", "h"), new Column("Charge", "mAh/cm^2"), new Column("Lithium used", "%"), new Column("Charge, of the first", "%") { SignificantDigits = 3 },
                new Column("Time, of the first", "%") { SignificantDigits = 3 }, new Column("Finite volumes differ by") { SignificantDigits = 2 },
            ],
            [.. settings.Protocols.Select((p, i) => (IReadOnlyList<Cell>)[Depleted(i) ? p.Name : $"{p.Name} (not depleted)", end[i] * Hours, Milliamphours(charge[i]),
                100 * Milliamphours(charge[i]) / inventory, 100 * charge[i] / charge[0], 100 * end[i] / end[0], endNumeric[i] / end[i] - 1])]);
    }

    private LineFigure Charge() => new()
    {
        Caption = "Charge removed in the course of time, until depletion.",
        X = new PlotAxis("Time", "h"),
        Y = new PlotAxis("Charge", "mAh/cm^2"),
        Panels = [new LinePanel([.. settings.Protocols.Select((p, i) => ChargeOf(p, results.Values("protocol/end_analytic")[i]))])],
    };

    private static LineSeries ChargeOf(Protocol protocol, double end)
    {
        List<double> times = [0], charges = [0];
        foreach (LiMeso.Depletion.Pulses.CurrentSegment segment in protocol.Segments)
        {
            double length = Math.Min(segment.Duration, end - times[^1] / Hours);
            if (length <= 0) break;
            charges.Add(charges[^1] + Milliamphours(segment.CurrentDensity * length));
            times.Add(times[^1] + length * Hours);
        }

        return new LineSeries(protocol.Name, times, charges);
    }

    private LineFigure Interface()
    {
        double c0 = results.Number("initial_concentration_mol_m3");
        return new LineFigure
        {
            Caption = FormattableString.Invariant($"Concentration at the electrolyte over the initial one: finite volumes (lines), closed solution (circles, every few steps). D = {material.Diffusivity * 1e4:0.###e+0} cm²/s."),
            X = new PlotAxis("Time", "h"),
            Y = new PlotAxis("C(0, t) / C_{0}") { Range = new AxisRange(0, 1.02) },
            Panels = [.. settings.Protocols.Select((p, i) => Panel(p, i, c0))],
            PanelsPerRow = 2,
        };
    }

    private LinePanel Panel(Protocol protocol, int i, double c0)
    {
        double[] time = [.. results.Values($"interface/{i}/time").Select(t => t * Hours)];
        double[] numeric = [.. results.Values($"interface/{i}/numeric").Select(c => c / c0)], analytic = [.. results.Values($"interface/{i}/analytic").Select(c => c / c0)];
        int stride = Math.Max(1, time.Length / 40);
        int[] shown = [.. Enumerable.Range(0, time.Length).Where(k => k % stride == 0)];
        return new LinePanel(
        [
            new LineSeries("finite volumes", time, numeric) { Color = SeriesColor.Blue },
            new LineSeries("closed solution", [.. shown.Select(k => time[k])], [.. shown.Select(k => analytic[k])]) { Dash = LineDash.None, Marker = MarkerShape.OpenCircle, Color = SeriesColor.Vermilion },
        ])
        {
            Title = protocol.Name,
        };
    }

    private static double Milliamphours(double charge) => ArealCapacity.ToMilliampHourPerSquareCentimetre(charge);
}
