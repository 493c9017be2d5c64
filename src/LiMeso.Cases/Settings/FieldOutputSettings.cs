using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Settings;

/// <summary>What a run in time writes.</summary>
/// <param name="Snapshots">Number of field snapshots, evenly spread over the expected duration, besides the first and the last.</param>
/// <param name="SnapshotTimes">Times of snapshots, s, instead; empty when they are spread evenly.</param>
/// <param name="ParaView">Whether to write PVD and VTK files for ParaView.</param>
/// <param name="CheckpointInterval">Wall time between checkpoints, s.</param>
/// <param name="CheckpointSteps">Steps between checkpoints, in addition; 0 for none.</param>
public record FieldOutputSettings(int Snapshots, IReadOnlyList<double> SnapshotTimes, bool ParaView, double CheckpointInterval, int CheckpointSteps)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static FieldOutputSettings Read(SectionReader section)
    {
        var settings = new FieldOutputSettings(
            section.WholeNumber("snapshots", "Field snapshots, evenly spread over the expected duration, besides the first and the last.", 50, Limits.Between(1, 100_000)),
            [.. section.OptionalQuantities("snapshot-times", QuantityKind.Time, "Times of the snapshots, instead of spreading them evenly.", "[1 h, 12 h, 24 h]").Distinct().Order()],
            section.Flag("paraview", "Whether to write files for ParaView.", true),
            section.Quantity("checkpoint-interval", QuantityKind.Time, "Wall time between checkpoints.", "10 s"),
            section.WholeNumber("checkpoint-steps", "Steps between checkpoints, in addition to the interval; 0 for none.", 0, Limits.Between(0, 1_000_000_000)));
        if (settings.SnapshotTimes.Count > 0) section.RefuseUnused(["snapshots"], "a list of snapshot times");
        return settings;
    }

    /// <summary>Times of the snapshots of a run, s. The end is not among them: a snapshot is taken where the run ends, wherever that is.</summary>
    /// <param name="expectedEnd">About when the run will end, s.</param>
    public IReadOnlyList<double> TimesUntil(double expectedEnd) => SnapshotTimes.Count > 0
        ? [.. SnapshotTimes]
        : [.. Enumerable.Range(0, Snapshots + 1).Select(k => expectedEnd * k / (Snapshots + 1))];

    /// <summary>Number of snapshots in all.</summary>
    public int Count => SnapshotTimes.Count > 0 ? SnapshotTimes.Count + 1 : Snapshots + 2;
}
