using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>A box in a panel: pixels from its left and bottom.</summary>
internal readonly record struct Box(double Left, double Bottom, double Width, double Height);

/// <summary>Knows where something is drawn in a panel, so that legends and labels can keep clear of it.</summary>
internal sealed class PanelInk
{
    public const double LetterWidth = 6.4, LineHeight = 15;
    private const double StepPixels = 4, Marker = 8;

    private readonly AxisScaling _x, _y;
    private readonly double _width, _height;
    private readonly List<(double X, double Y)> _ink = [];

    /// <summary>Looks at what a panel draws. Labels are added as they are placed.</summary>
    public PanelInk(LinePanel panel, AxisScaling x, AxisScaling y, double width, double height)
        : this(panel.Marks, x, y, width, height)
    {
        foreach (LineSeries series in panel.Series)
        {
            AddCurve(series.X, series.Y, joined: series.Dash != LineDash.None);
            foreach (Spread spread in new[] { series.Band, series.ErrorBars }.OfType<Spread>())
            {
                AddCurve(series.X, spread.Lower, joined: spread == series.Band);
                AddCurve(series.X, spread.Upper, joined: spread == series.Band);
            }
        }
    }

    /// <summary>Looks at the marks of a panel alone.</summary>
    public PanelInk(Marks marks, AxisScaling x, AxisScaling y, double width, double height)
    {
        (_x, _y, _width, _height) = (x, y, width, height);
        foreach (ReferencePoint point in marks.Points) AddBox(new Box(x.Fraction(point.X) * width - 5, y.Fraction(point.Y) * height - 5, 10, 10));
        foreach (ReferenceLine line in marks.Lines)
        {
            bool horizontal = line.Direction == LineDirection.Horizontal;
            double at = horizontal ? y.Fraction(line.At) * height : x.Fraction(line.At) * width;
            AddSegment(horizontal ? (0, at) : (at, 0), horizontal ? (width, at) : (at, height));
        }
    }

    /// <summary>How much is drawn in a box, counting places a few pixels apart; every pixel beyond the panel counts as several.</summary>
    public int Covered(Box box)
    {
        double beyond = Math.Max(0, -box.Left) + Math.Max(0, -box.Bottom) + Math.Max(0, box.Left + box.Width - _width) + Math.Max(0, box.Bottom + box.Height - _height);
        return (int)(4 * beyond) + _ink.Count(p => p.X > box.Left && p.X < box.Left + box.Width && p.Y > box.Bottom && p.Y < box.Bottom + box.Height);
    }

    /// <summary>Takes a box for a label.</summary>
    public void AddBox(Box box)
    {
        for (double up = 0; up <= box.Height; up += StepPixels)
            AddSegment((box.Left, box.Bottom + up), (box.Left + box.Width, box.Bottom + up));
    }

    /// <summary>Takes a line in pixels.</summary>
    public void AddLine(IReadOnlyList<(double X, double Y)> line)
    {
        for (int i = 1; i < line.Count; i++) AddSegment(line[i - 1], line[i]);
    }

    private void AddCurve(IReadOnlyList<double> xs, IReadOnlyList<double> ys, bool joined)
    {
        (double X, double Y) last = (double.NaN, double.NaN);
        for (int i = 0; i < xs.Count; i++)
        {
            (double X, double Y) here = (_x.Fraction(xs[i]) * _width, _y.Fraction(ys[i]) * _height);
            if (!joined && double.IsFinite(here.X + here.Y)) AddBox(new Box(here.X - Marker / 2, here.Y - Marker / 2, Marker, Marker));
            else AddSegment(double.IsFinite(last.X + last.Y) ? last : here, here);
            last = here;
        }
    }

    private void AddSegment((double X, double Y) from, (double X, double Y) to)
    {
        double length = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        if (!double.IsFinite(length)) return;
        // A curve may leave the panel by a long way; only what is near it is followed.
        int steps = (int)Math.Min(Math.Ceiling(length / StepPixels), 2000);
        for (int i = steps == 0 ? 0 : 1; i <= steps; i++)
        {
            double t = steps == 0 ? 0 : (double)i / steps;
            _ink.Add((from.X + t * (to.X - from.X), from.Y + t * (to.Y - from.Y)));
        }
    }
}
