using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>Finds the corner of a panel that a legend hides least.</summary>
internal static class LegendCorner
{
    private const double LetterWidth = 6.4, LineHeight = 19, Sample = 50, Inset = 14;

    private static readonly (LegendPlacement Corner, bool Right, bool Top)[] Corners =
    [
        (LegendPlacement.TopRight, true, true), (LegendPlacement.TopLeft, false, true),
        (LegendPlacement.BottomRight, true, false), (LegendPlacement.BottomLeft, false, false),
    ];

    /// <summary>Width in pixels of a legend's box.</summary>
    public static double BoxWidth(IReadOnlyCollection<string> names) => Sample + LetterWidth * names.Select(name => name.Length).DefaultIfEmpty(0).Max();

    /// <summary>The first corner whose box no curve, point or label enters; the right-hand side when there is none.</summary>
    public static LegendPlacement Find(LinePanel panel, IReadOnlyCollection<string> names, AxisScaling x, AxisScaling y, double panelWidth, double panelHeight)
    {
        double width = (BoxWidth(names) + Inset) / panelWidth, height = (LineHeight * names.Count + Inset) / panelHeight;
        if (width > 0.6 || height > 0.7) return LegendPlacement.Right;
        var drawn = Ink(panel, x, y, panelWidth, panelHeight).ToList();
        foreach ((LegendPlacement corner, bool right, bool top) in Corners)
        {
            if (!drawn.Exists(ink => (right ? ink.X > 1 - width : ink.X < width) && (top ? ink.Y > 1 - height : ink.Y < height))) return corner;
        }

        return LegendPlacement.Right;
    }

    // Places in the panel (0 to 1 each way) where something is drawn; curves are followed in steps small against any legend.
    private static IEnumerable<(double X, double Y)> Ink(LinePanel panel, AxisScaling x, AxisScaling y, double panelWidth, double panelHeight)
    {
        const int steps = 24;
        foreach (LineSeries series in panel.Series)
        {
            foreach (IReadOnlyList<double> ordinates in new[] { series.Y, series.Band?.Lower, series.Band?.Upper, series.ErrorBars?.Lower, series.ErrorBars?.Upper }.OfType<IReadOnlyList<double>>())
            {
                (double X, double Y) last = (double.NaN, double.NaN);
                for (int i = 0; i < series.X.Count; i++)
                {
                    (double X, double Y) here = (x.Fraction(series.X[i]), y.Fraction(ordinates[i]));
                    bool joined = series.Dash != LineDash.None && double.IsFinite(last.X + last.Y + here.X + here.Y);
                    for (int s = joined ? 1 : steps; s <= steps; s++)
                    {
                        double t = (double)s / steps;
                        if (joined) yield return (last.X + t * (here.X - last.X), last.Y + t * (here.Y - last.Y));
                        else if (double.IsFinite(here.X + here.Y)) yield return here;
                    }

                    last = here;
                }
            }
        }

        IEnumerable<(double X, double Y, string Text, LabelSide Side)> labels = panel.Marks.Points.Select(p => (p.X, p.Y, p.Label, p.Side))
            .Concat(panel.Marks.Annotations.Select(a => (a.X, a.Y, a.Text, a.Side)));
        foreach ((double atX, double atY, string text, LabelSide side) in labels)
        {
            double length = LetterWidth * text.Length / panelWidth;
            double start = side switch { LabelSide.Right => 0, LabelSide.Left => -length, _ => -length / 2 };
            double lift = side switch { LabelSide.Above => 16 / panelHeight, LabelSide.Below => -16 / panelHeight, _ => 0 };
            for (int s = 0; s <= steps; s++) yield return (x.Fraction(atX) + start + length * s / steps, y.Fraction(atY) + lift);
            yield return (x.Fraction(atX), y.Fraction(atY));
        }

        foreach (ReferenceLine line in panel.Marks.Lines)
        {
            double place = line.Direction == LineDirection.Horizontal ? y.Fraction(line.At) : x.Fraction(line.At);
            for (int s = 0; s <= steps; s++)
                yield return line.Direction == LineDirection.Horizontal ? ((double)s / steps, place) : (place, (double)s / steps);
            if (line.Label is null) continue;
            double length = LetterWidth * line.Label.Length;
            for (int s = 0; s <= steps; s++)
            {
                double back = 1 - (double)s / steps * length / (line.Direction == LineDirection.Horizontal ? panelWidth : panelHeight);
                yield return line.Direction == LineDirection.Horizontal ? (back, place + 14 / panelHeight) : (place - 14 / panelWidth, back);
            }
        }
    }
}
