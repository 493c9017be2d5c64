using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Monitors;

/// <summary>The concentration on a side against time: its average and its lowest value.</summary>
/// <param name="name">Name of the monitor.</param>
/// <param name="side">The side.</param>
/// <param name="every">Record each so-many-th step.</param>
public sealed class SideProbe(string name, Side side, int every = 1) : RecordingMonitor(name, every)
{
    /// <inheritdoc/>
    protected override TimeSeries CreateSeries(Simulation simulation) => new(["average", "lowest"], simulation.Problem.Initial.Unit);

    /// <inheritdoc/>
    protected override void Record(in FieldView field, Span<double> row)
    {
        row[0] = field.AverageOnSide(side);
        row[1] = field.LowestOnSide(side);
    }
}
