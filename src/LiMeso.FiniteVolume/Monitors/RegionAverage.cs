using LiMeso.Core;
using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Monitors;

/// <summary>The concentration averaged over a rectangle (an interval in one dimension), or over the whole domain, against time.</summary>
/// <param name="name">Name of the monitor.</param>
/// <param name="corners">Two opposite corners of the rectangle; null for the whole domain.</param>
/// <param name="every">Record each so-many-th step.</param>
public sealed class RegionAverage(string name, (Point From, Point To)? corners = null, int every = 1) : RecordingMonitor(name, every)
{
    private double[] _weights = [];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The region holds nothing of the mesh.</exception>
    protected override TimeSeries CreateSeries(Simulation simulation)
    {
        RectilinearMesh mesh = simulation.Problem.Mesh;
        _weights = new double[mesh.Cells];
        double total = 0;
        for (int j = 0; j < mesh.CellsY; j++)
        {
            double height = mesh.Y is null ? 1 : Overlap(mesh.Y, j, corners?.From.Y, corners?.To.Y);
            for (int i = 0; i < mesh.CellsX; i++)
                total += _weights[mesh.Cell(i, j)] = height * Overlap(mesh.X, i, corners?.From.X, corners?.To.X);
        }

        if (!(total > 0)) throw new ArgumentException($"the region of monitor '{Name}' holds nothing of the mesh");
        for (int cell = 0; cell < _weights.Length; cell++) _weights[cell] /= total;
        return new TimeSeries(["average"], simulation.Problem.Initial.Unit);
    }

    /// <inheritdoc/>
    protected override void Record(in FieldView field, Span<double> row) => row[0] = CompensatedSum.Dot(_weights, field.Values);

    private static double Overlap(Axis axis, int cell, double? from, double? to)
    {
        double low = Math.Min(from ?? axis.Start, to ?? axis.End), high = Math.Max(from ?? axis.Start, to ?? axis.End);
        return axis.Overlap(cell, low, high);
    }
}
