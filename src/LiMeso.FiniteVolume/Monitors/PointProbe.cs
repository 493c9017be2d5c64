using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Monitors;

/// <summary>The concentration at points against time.</summary>
/// <param name="name">Name of the monitor.</param>
/// <param name="points">Points inside the mesh or on its sides.</param>
/// <param name="every">Record each so-many-th step.</param>
public sealed class PointProbe(string name, IReadOnlyList<Point> points, int every = 1) : RecordingMonitor(name, every)
{
    /// <summary>The points.</summary>
    public IReadOnlyList<Point> Points => points;

    /// <summary>Points evenly spread on a straight line, both ends included: the profile along it against time.</summary>
    /// <param name="name">Name of the monitor.</param>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="samples">Number of points, at least 2.</param>
    /// <param name="every">Record each so-many-th step.</param>
    public static PointProbe OnLine(string name, Point from, Point to, int samples, int every = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        var points = new Point[samples];
        for (int k = 0; k < samples; k++)
        {
            double s = (double)k / (samples - 1);
            points[k] = new Point((1 - s) * from.X + s * to.X, (1 - s) * from.Y + s * to.Y);
        }

        return new PointProbe(name, points, every);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no point, or one lies outside the mesh.</exception>
    protected override TimeSeries CreateSeries(Simulation simulation)
    {
        if (points.Count == 0) throw new ArgumentException($"probe '{Name}' has no points");
        FieldView field = simulation.Field;
        foreach (Point point in points) field.At(point.X, point.Y);
        string Place(Point p) =>
            FormattableString.Invariant($"x={p.X:r}") + (simulation.Problem.Mesh.Dimensions == 1 ? "" : FormattableString.Invariant($" y={p.Y:r}"));
        return new TimeSeries([.. points.Select(Place)], simulation.Problem.Initial.Unit);
    }

    /// <inheritdoc/>
    protected override void Record(in FieldView field, Span<double> row)
    {
        for (int k = 0; k < points.Count; k++) row[k] = field.At(points[k].X, points[k].Y);
    }
}
