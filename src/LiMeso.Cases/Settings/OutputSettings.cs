using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Settings;

/// <summary>What the run of a foil in time writes.</summary>
/// <param name="Snapshots">Number of field snapshots, evenly spread over the expected duration, besides the first and the last.</param>
/// <param name="SnapshotTimes">Times of snapshots, s, instead; empty when they are spread evenly.</param>
/// <param name="Probes">Depths at which the concentration is recorded at every step, m.</param>
/// <param name="ParaView">Whether to write PVD and VTK files for ParaView.</param>
/// <param name="CheckpointInterval">Wall time between checkpoints, s.</param>
/// <param name="CheckpointSteps">Steps between checkpoints, in addition; 0 for none.</param>
public sealed record OutputSettings(int Snapshots, IReadOnlyList<double> SnapshotTimes, IReadOnlyList<double> Probes, bool ParaView, double CheckpointInterval, int CheckpointSteps)
    : FieldOutputSettings(Snapshots, SnapshotTimes, ParaView, CheckpointInterval, CheckpointSteps)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static new OutputSettings Read(SectionReader section)
    {
        FieldOutputSettings fields = FieldOutputSettings.Read(section);
        IReadOnlyList<double> probes = section.OptionalQuantities("probes", QuantityKind.Length, "Depths at which the concentration is recorded at every step.", "[0 um, 10 um]", Limits.NotNegative);
        return new OutputSettings(fields.Snapshots, fields.SnapshotTimes, probes, fields.ParaView, fields.CheckpointInterval, fields.CheckpointSteps);
    }
}
