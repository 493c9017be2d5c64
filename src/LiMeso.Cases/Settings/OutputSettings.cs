using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Settings;

/// <summary>What a run in time writes.</summary>
/// <param name="Snapshots">Number of field snapshots, evenly spread over the expected duration, besides the first and the last.</param>
/// <param name="SnapshotTimes">Times of snapshots, s, instead; empty when they are spread evenly.</param>
/// <param name="Probes">Depths at which the concentration is recorded at every step, m.</param>
/// <param name="ParaView">Whether to write PVD and VTK files for ParaView.</param>
/// <param name="CheckpointInterval">Wall time between checkpoints, s.</param>
/// <param name="CheckpointSteps">Steps between checkpoints, in addition; 0 for none.</param>
public sealed record OutputSettings(int Snapshots, IReadOnlyList<double> SnapshotTimes, IReadOnlyList<double> Probes, bool ParaView, double CheckpointInterval, int CheckpointSteps)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static OutputSettings Read(SectionReader section) => new(
        section.WholeNumber("snapshots", "Field snapshots, evenly spread over the expected duration, besides the first and the last.", 50, Limits.Between(1, 100_000)),
        [.. section.OptionalQuantities("snapshot-times", QuantityKind.Time, "Times of the snapshots, instead of spreading them evenly.", "[1 h, 12 h, 24 h]").Distinct().Order()],
        section.OptionalQuantities("probes", QuantityKind.Length, "Depths at which the concentration is recorded at every step.", "[0 um, 10 um]", Limits.NotNegative),
        section.Flag("paraview", "Whether to write files for ParaView.", true),
        section.Quantity("checkpoint-interval", QuantityKind.Time, "Wall time between checkpoints.", "10 s"),
        section.WholeNumber("checkpoint-steps", "Steps between checkpoints, in addition to the interval; 0 for none.", 0, Limits.Between(0, 1_000_000_000)));
}
