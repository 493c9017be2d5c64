namespace LiMeso.Storage.Snapshots;

/// <summary>The state of the fields at one moment, without the fields themselves.</summary>
/// <param name="Number">Position among the snapshots, from 0.</param>
/// <param name="Step">Time step after which it was taken.</param>
/// <param name="Time">Time in seconds.</param>
/// <param name="Scalars">One value for each of <see cref="SnapshotLayout.Scalars"/>.</param>
public sealed record SnapshotInfo(int Number, long Step, double Time, IReadOnlyList<double> Scalars);
