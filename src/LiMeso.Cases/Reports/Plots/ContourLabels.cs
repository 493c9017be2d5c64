namespace LiMeso.Cases.Reports.Plots;

/// <summary>A place for the label of a contour: its middle, its slope, and the line with a gap for it.</summary>
/// <param name="X">Pixels from the left of the panel.</param>
/// <param name="Y">Pixels from the bottom.</param>
/// <param name="Degrees">Slope, clockwise, between -90 and 90 so that the label reads upright.</param>
internal readonly record struct LabelPlace(double X, double Y, double Degrees);

/// <summary>Finds places for contour labels: on a long, straight stretch of the line, away from the border and from what stands there already.</summary>
/// <param name="width">Width of the panel in pixels.</param>
/// <param name="height">Height of the panel.</param>
internal sealed class ContourLabels(double width, double height)
{
    private const double LetterWidth = 6.2, Air = 6;
    private readonly List<(double X, double Y)> _taken = [];

    /// <summary>Keeps labels away from a place.</summary>
    public void Avoid(double x, double y) => _taken.Add((x, y));

    /// <summary>Places a label on a line; null when there is no room.</summary>
    /// <param name="line">The line, in pixels of the panel.</param>
    /// <param name="label">The label.</param>
    /// <param name="gap">Length of line that the label covers.</param>
    public LabelPlace? Place(IReadOnlyList<(double X, double Y)> line, string label, out double gap)
    {
        gap = LetterWidth * label.Length + Air;
        double half = gap / 2;
        double[] arc = ArcLengths(line);
        LabelPlace? best = null;
        double bestScore = 0;
        for (double s = half + Air; s <= arc[^1] - half - Air; s += 4)
        {
            ((double X, double Y) a, (double X, double Y) m, (double X, double Y) b) = (At(line, arc, s - half), At(line, arc, s), At(line, arc, s + half));
            double chord = Distance(a, b), toBorder = Math.Min(Math.Min(m.X, width - m.X), Math.Min(m.Y, height - m.Y)) - half;
            if (chord < 0.94 * gap || toBorder < 0) continue;
            double toOthers = _taken.Select(t => Distance(t, m)).DefaultIfEmpty(double.PositiveInfinity).Min() - gap;
            // Near the middle of the line when nothing else matters: every term saturates.
            double score = Math.Min(toBorder, 30) + 2 * Math.Min(toOthers, 45) - 12 * Math.Abs(s / arc[^1] - 0.5) + 200 * (chord / gap - 0.94);
            if (toOthers < 0 || (best is not null && score <= bestScore)) continue;
            (double dx, double dy) = (b.X - a.X, b.Y - a.Y);
            if (dx < 0 || (dx == 0 && dy < 0)) (dx, dy) = (-dx, -dy);
            (best, bestScore) = (new LabelPlace(m.X, m.Y, -Math.Atan2(dy, dx) * 180 / Math.PI), score);
        }

        if (best is { } place) Avoid(place.X, place.Y);
        return best;
    }

    /// <summary>Cuts the part of a line that lies within half a gap of a place.</summary>
    public static IEnumerable<List<(double X, double Y)>> Cut(IReadOnlyList<(double X, double Y)> line, LabelPlace at, double gap)
    {
        List<(double X, double Y)> piece = [];
        foreach ((double X, double Y) point in line)
        {
            if (Distance(point, (at.X, at.Y)) > gap / 2)
            {
                piece.Add(point);
                continue;
            }

            if (piece.Count > 1) yield return piece;
            piece = [];
        }

        if (piece.Count > 1) yield return piece;
    }

    private static double[] ArcLengths(IReadOnlyList<(double X, double Y)> line)
    {
        double[] arc = new double[line.Count];
        for (int i = 1; i < line.Count; i++) arc[i] = arc[i - 1] + Distance(line[i - 1], line[i]);
        return arc;
    }

    private static (double X, double Y) At(IReadOnlyList<(double X, double Y)> line, double[] arc, double s)
    {
        int i = Array.BinarySearch(arc, s);
        i = Math.Clamp(i < 0 ? ~i : i, 1, arc.Length - 1);
        double t = arc[i] > arc[i - 1] ? (s - arc[i - 1]) / (arc[i] - arc[i - 1]) : 0;
        return (line[i - 1].X + t * (line[i].X - line[i - 1].X), line[i - 1].Y + t * (line[i].Y - line[i - 1].Y));
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
