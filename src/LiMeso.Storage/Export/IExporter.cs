using LiMeso.Storage.Snapshots;

namespace LiMeso.Storage.Export;

/// <summary>Writes a run's snapshots in a form that other programs read. What it writes can be made again at any time.</summary>
public interface IExporter
{
    /// <summary>Writes all snapshots. Files of an earlier export in the same place are replaced; at no moment does one point to another that is not whole.</summary>
    /// <param name="source">The snapshots.</param>
    /// <param name="directory">Where to; created if need be.</param>
    /// <returns>Path of the file to open.</returns>
    /// <exception cref="IOException">Cannot read or write.</exception>
    string Export(SnapshotReader source, string directory);
}
